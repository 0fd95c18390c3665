import { describe, expect, test } from 'vitest'
import { runningPeriod } from '#shared/domain/running-period.ts'
import { standingIn, standingOf } from '#shared/domain/standing.ts'
import { calendarOf } from '#shared/domain/working-days.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { agreement, daysFrom, instant, testId, work } from '#tests/support/agreements.ts'
import { session } from '#tests/support/session.ts'

const HOUR = 3600
type Worked = readonly (readonly [on: string, hours: number])[]

function standingOn(today: string, terms: Partial<Agreement>, worked: Worked) {
  const agreed = agreement(terms)
  const calendar = calendarOf({ workingDays: [1, 2, 3, 4, 5], minutesPerDay: 480, daysOff: [] })
  const done = {
    days: daysFrom(
      worked.map(([on, hours], index) => work(index, { on, hours })),
      agreed,
    ),
  }
  const period = runningPeriod(agreed, done, day(today), calendar)
  return period && standingIn(agreed, period, day(today), calendar)
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

describe('what is left at the end', () => {
  const rollover = { periods: 1, cap: null }
  const withRollover = { versions: [{ from: day('2026-01-01'), fee: minor(0), included: 600, rollover }] }
  const withoutAnyMore = {
    rollover,
    versions: [{ from: day('2026-01-01'), fee: minor(0), included: 600, rollover: null }],
  }

  test('lapses by the rules of the period, and in the last one', () => {
    expect(standingOn('2026-03-05', {}, [])).toMatchObject({ lapses: true })
    expect(standingOn('2026-03-05', { rollover }, [])).toMatchObject({ lapses: false })
    expect(standingOn('2026-03-05', withRollover, [])).toMatchObject({ lapses: false })
    expect(standingOn('2026-03-05', withoutAnyMore, [])).toMatchObject({ lapses: true })
    expect(standingOn('2026-12-05', { rollover }, [])).toMatchObject({ lapses: true })
  })
})

test('of what was borrowed from it a period has only the rest', () => {
  const terms: Partial<Agreement> = { overage: { policy: 'borrow' } }
  expect(
    standingOn('2026-02-02', terms, [
      ['2026-01-10', 12.5],
      ['2026-02-01', 3],
    ]),
  ).toMatchObject({
    available: 7.5 * HOUR,
    left: 4.5 * HOUR,
    usedShare: 0.4,
    over: 0,
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
