import fc from 'fast-check'
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

  // Nothing is worked, so that the ten hours of January's, February's and March's lots are left as far as they go.
  test('lapses by the rules of the period, and in the last one', () => {
    expect(standingOn('2026-01-05', {}, [])).toMatchObject({ atEnd: 10 * HOUR, lapsing: 10 * HOUR })
    expect(standingOn('2026-01-05', { rollover }, [])).toMatchObject({ lapsing: 0 })
    expect(standingOn('2026-01-05', withRollover, [])).toMatchObject({ lapsing: 0 })
    expect(standingOn('2026-01-05', withoutAnyMore, [])).toMatchObject({ lapsing: 10 * HOUR })
    expect(standingOn('2026-12-05', { rollover }, [])).toMatchObject({ atEnd: 20 * HOUR, lapsing: 20 * HOUR })
  })

  test('lapses lot by lot, and beyond the cap', () => {
    // Of February's twenty hours the ten that January carried over are to be used by its end.
    expect(standingOn('2026-02-02', { rollover }, [])).toMatchObject({ atEnd: 20 * HOUR, lapsing: 10 * HOUR })
    const capped = { rollover: { periods: 3, cap: 120 } }
    expect(standingOn('2026-01-05', capped, [])).toMatchObject({ atEnd: 10 * HOUR, lapsing: 8 * HOUR })
    // What was added stays to the end of the term, also where nothing else does.
    const topUps = [{ id: testId(9), on: day('2026-01-02'), amount: 180, price: minor(0), reason: 'a favour' }]
    expect(standingOn('2026-01-05', { topUps }, [])).toMatchObject({ atEnd: 13 * HOUR, lapsing: 10 * HOUR })
  })

  test('lapses as the ledger lets it go at the close, whatever the rules', () => {
    const carried = fc.option(
      fc.record({ periods: fc.integer({ min: 1, max: 3 }), cap: fc.option(fc.nat({ max: 900 })) }),
    )
    fc.assert(
      fc.property(
        carried,
        fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 3, maxLength: 3 }),
        (rollover, hours) => {
          const worked: Worked = hours.map((each, index) => [`2026-0${index + 1}-01`, each])
          // On the last day with nothing to come: what is left is what the close deals with.
          const standing = standingOn('2026-03-31', { rollover }, worked)
          const { expired = 0, dropped = 0, carriedOut = 0 } = standing?.row ?? {}
          expect(standing?.left).toBe(expired + dropped + carriedOut)
          if (standing?.perDay === 0) expect(standing.lapsing).toBe(expired + dropped)
        },
      ),
      { numRuns: 40 },
    )
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
