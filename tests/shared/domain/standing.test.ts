import { describe, expect, test } from 'vitest'
import { standing, standingOf } from '#shared/domain/standing.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { agreement, daysFrom, instant, testId, work } from '#tests/support/agreements.ts'
import { session } from '#tests/support/session.ts'

const HOUR = 3600
const WEEK = [1, 2, 3, 4, 5]
type Worked = readonly (readonly [on: string, hours: number])[]

const standingOn = (today: string, terms: Partial<Agreement>, worked: Worked) => {
  const agreed = agreement(terms)
  const entries = worked.map(([on, hours], index) => work(index, { on, hours }))
  return standing(agreed, { days: daysFrom(entries, agreed) }, day(today), WEEK)
}

test('there is none before the start and after the end', () => {
  expect(standingOn('2025-12-31', {}, [])).toBeNull()
  expect(standingOn('2026-12-31', {}, [])).not.toBeNull()
  expect(standingOn('2027-01-01', {}, [])).toBeNull()
})

describe('what was carried in', () => {
  const terms = { rollover: { periods: 2, cap: null } }
  const worked: Worked = [
    ['2026-01-10', 6],
    ['2026-02-10', 1],
  ]

  test('lapses with the lot that is used first', () => {
    expect(standingOn('2026-03-05', terms, [...worked, ['2026-03-03', 1]])).toMatchObject({
      available: 23 * HOUR,
      carriedLeft: 12 * HOUR,
      carriedUntil: '2026-03-31',
    })
  })

  test('lapses later once that one is used up', () => {
    expect(standingOn('2026-03-05', terms, [...worked, ['2026-03-03', 5]])).toMatchObject({
      carriedLeft: 8 * HOUR,
      carriedUntil: '2026-04-30',
    })
  })

  test('is gone once it is used', () => {
    expect(standingOn('2026-03-05', terms, [...worked, ['2026-03-03', 13]])).toMatchObject({
      left: 10 * HOUR,
      carriedLeft: 0,
      carriedUntil: null,
    })
  })
})

describe('the pace', () => {
  /** An hour on each of the working days of January up to Friday the 16th: twelve of them. */
  const daily: Worked = [1, 2, 5, 6, 7, 8, 9, 12, 13, 14, 15, 16].map((on) => [
    `2026-01-${String(on).padStart(2, '0')}`,
    1,
  ])

  test('is the mean of the last working days on which the agreement was in force, and finds the day', () => {
    // Monday the 19th: 16 h less 12 leave 4, at an hour a working day until Thursday the 22nd.
    const versions = [{ from: day('2026-01-01'), fee: minor(160_000), included: 960 }]
    expect(standingOn('2026-01-19', { versions }, daily)).toMatchObject({
      perDay: HOUR,
      left: 4 * HOUR,
      runsOutOn: '2026-01-22',
      atEnd: 0,
      usedShare: 0.75,
      calendarShare: 19 / 31,
    })
  })

  test('says what will be left over', () => {
    // Ten working days from the 19th to the end of January.
    const versions = [{ from: day('2026-01-01'), fee: minor(300_000), included: 1800 }]
    expect(standingOn('2026-01-19', { versions }, daily)).toMatchObject({ runsOutOn: null, atEnd: 8 * HOUR })
  })

  test('has no day where nothing is left, or nothing is done', () => {
    expect(standingOn('2026-01-19', {}, daily)).toMatchObject({ left: 0, over: 2 * HOUR, runsOutOn: null })
    expect(standingOn('2026-01-19', {}, [])).toMatchObject({ left: 10 * HOUR, perDay: 0, runsOutOn: null })
  })
})

test('what the timer has run by now counts as used', () => {
  const at = session('2026-10-22T13:11:00Z')
  at.run('client.create', { name: 'Halden & Reyes', currency: 'EUR', language: 'en', listRate: minor(10_000) })
  at.run('retainer.create', { clientId: testId(1), agreement: agreement({ rounding: { mode: 'up', minutes: 30 } }) })
  at.run('timer.start', { engagementId: testId(2), at: instant('2026-10-22T12:29:00Z') })
  const retainer = at.book.workspace.tables.engagements.get(testId(2))
  if (retainer?.kind !== 'retainer') throw new Error('no retainer')
  // 42 minutes, in half hours: one hour.
  expect(standingOf(at.book, retainer, at.now)?.left).toBe(9 * HOUR)
  expect(standingOf(at.book, retainer, instant('2026-10-22T12:29:00Z'))?.left).toBe(10 * HOUR)
  at.run('timer.stop', {})
  expect(standingOf(at.book, retainer, at.now)?.left).toBe(9 * HOUR)
})
