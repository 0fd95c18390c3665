import { describe, expect, test } from 'vitest'
import { adjustments } from '#shared/domain/ledger/closing.ts'
import { ledger } from '#shared/domain/ledger/ledger.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import type { TimeEntry } from '#shared/model/entry.ts'
import { agreement, daysFrom, instant, testId, work } from '#tests/support/agreements.ts'
import { closed } from '#tests/support/closings.ts'
import { printLedger, table } from '#tests/support/print-ledger.ts'

const from = (on: string, fee: number, included: number) => ({ from: day(on), fee: minor(fee), included })
const topUp = (index: number, on: string, amount: number) => ({
  id: testId(index),
  on: day(on),
  amount,
  price: minor(0),
  reason: 'Goodwill',
})

/** January closed on the agreement's terms, and the ledger up to a day on those that it has now. */
function lookedAtAgain(terms: Partial<Agreement>, now: Partial<Agreement>, worked: [string, number][], asOf: string) {
  const then = agreement(terms)
  const days = daysFrom(
    worked.map(([on, hours], index) => work(index, { on, hours })),
    then,
  )
  const done = { days, closings: closed(then, { days }, 1) }
  const agreed = agreement({ ...terms, ...now })
  return { rows: ledger(agreed, done, day(asOf)), adjustments: adjustments(agreed, done) }
}

const borrowing: Partial<Agreement> = { overage: { policy: 'borrow' }, term: { periods: 3, atEnd: 'ends' } }

test('what a smaller version cannot repay is owed on, and billed at last', () => {
  const versions = [from('2026-01-01', 100_000, 600), from('2026-02-01', 10_000, 60)]
  const { rows, adjustments } = lookedAtAgain(borrowing, { versions }, [['2026-01-20', 14]], '2026-03-31')
  // 4 hours borrowed in January; February and March have one each to give back.
  expect(printLedger(rows)).toBe(table`
              period  opening  granted  over   used  expired  dropped  carried  of own  worked      fee  for over  an hour
    2026-01-01 01-31        –    10:00     –  14:00        –        –    -4:00   10:00   14:00  1000.00         –    71.43
    2026-02-01 02-28    -4:00     1:00  2:00      –        –        –    -1:00       –       –   100.00    200.00     none
    2026-03-01 03-31    -1:00     1:00     –      –        –        –        –       –       –   100.00         –     none
  `)
  expect(adjustments).toEqual([])
})

test('what is borrowed of a month that is paused by now is billed in it', () => {
  const versions = [from('2026-01-01', 100_000, 600), { ...from('2026-02-01', 0, 0), isPause: true }]
  const { rows } = lookedAtAgain(borrowing, { versions }, [['2026-01-20', 12]], '2026-02-28')
  expect(rows[1]).toMatchObject({ opening: -7200, granted: 0, overage: 7200, carriedOut: 0, overageAmount: 20_000 })
})

test('what was borrowed of a month that there is not, since the agreement ended, is billed as an adjustment', () => {
  const { rows, adjustments } = lookedAtAgain(
    borrowing,
    { endsOn: day('2026-01-31') },
    [['2026-01-20', 12]],
    '2026-03-31',
  )
  expect(rows).toHaveLength(1)
  expect(adjustments).toMatchObject([
    { by: { overage: 7200, carriedOut: 7200, overageAmount: 20_000 }, amount: 20_000 },
  ])
})

test('what was carried into a month that there is not, since the agreement ended, expires as an adjustment', () => {
  const { rows, adjustments } = lookedAtAgain(
    { rollover: { periods: 1, cap: null } },
    { endsOn: day('2026-01-31') },
    [['2026-01-20', 6]],
    '2026-03-31',
  )
  expect(rows).toMatchObject([{ carriedOut: 14_400, expired: 0 }])
  expect(adjustments).toMatchObject([{ by: { expired: 14_400, carriedOut: -14_400 }, amount: 0 }])
})

test('of two top-ups of a month the older is used first, in whatever order they are kept', () => {
  const agreed = agreement({
    topUps: [topUp(1, '2026-01-20', 60), topUp(2, '2026-01-05', 60), topUp(3, '2026-01-20', 60)],
  })
  const [row] = ledger(
    agreed,
    { days: daysFrom([work(1, { on: '2026-01-10', hours: 11.5 })], agreed) },
    day('2026-01-31'),
  )
  expect(row?.moves.map(({ lot, amount }) => [lot.topUpId, amount])).toEqual([
    [null, 36_000],
    [testId(2), 3600],
    [testId(1), 1800],
  ])
  expect(row?.lots.map(({ topUpId }) => topUpId)).toEqual([null, testId(2), testId(1), testId(3)])
})

test('a lot that was kept while there was no end in sight ends with the agreement, and is used before younger ones', () => {
  const open: Partial<Agreement> = {
    term: { periods: 12, atEnd: 'open' },
    rollover: { periods: null, cap: null },
    topUps: [topUp(1, '2026-01-05', 120)],
  }
  const { rows } = lookedAtAgain(
    open,
    { endsOn: day('2026-02-28') },
    [
      ['2026-01-10', 10],
      ['2026-02-10', 1],
    ],
    '2026-02-28',
  )
  expect(rows[0]?.lots.map(({ expiresAfter }) => expiresAfter)).toEqual([11, Infinity])
  expect(rows[1]).toMatchObject({ opening: 7200, usedTopUp: 3600, usedIncluded: 0, expired: 11 * 3600, carriedOut: 0 })
  expect(rows[1]?.lots.map(({ expiresAfter }) => expiresAfter)).toEqual([1, 1])
})

test('a perk may be called what it likes', () => {
  const perks = ['constructor', '__proto__'].map((id) => ({ id, name: id, minutes: 30, count: null, value: minor(0) }))
  const agreed = agreement({ perks })
  const entries = perks.map(({ id }, index) => work(index, { on: '2026-01-10', hours: 1, perkId: id }))
  const deliveries = [{ day: day('2026-01-12'), units: 2, perkId: 'toString' }]
  const [row] = ledger(agreed, { days: daysFrom(entries, agreed), deliveries }, day('2026-01-31'))
  expect(row?.used).toBe(3600)
  expect(row?.perks).toEqual([
    { id: '__proto__', seconds: 3600, covered: 1800, times: 0 },
    { id: 'constructor', seconds: 3600, covered: 1800, times: 0 },
    { id: 'toString', seconds: 0, covered: 0, times: 2 },
  ])
})

test('work on a perk that is counted is covered by the uses that were noted, as many as were agreed', () => {
  const perks = [{ id: 'review', name: 'Review', minutes: null, count: 2, value: minor(0) }]
  const agreed = agreement({ perks })
  const days = daysFrom([work(0, { on: '2026-01-10', hours: 3, perkId: 'review' })], agreed)
  const rowAfter = (uses: number) => {
    const deliveries = Array.from({ length: uses }, () => ({ day: day('2026-01-12'), units: 1, perkId: 'review' }))
    return ledger(agreed, { days, deliveries }, day('2026-01-31'))[0]
  }
  expect([0, 1, 2].map((uses) => rowAfter(uses)?.used)).toEqual([10_800, 0, 0])
  // Of three reviews two were agreed: the third hour of three is on included time.
  expect(rowAfter(3)?.used).toBe(3600)
  expect(rowAfter(3)?.perks).toEqual([{ id: 'review', seconds: 10_800, covered: 7200, times: 3 }])
})

test('work on a promise is ordinary work', () => {
  const perks = [{ id: 'line', name: 'Priority', minutes: null, count: null, value: minor(0) }]
  const agreed = agreement({ perks })
  const days = daysFrom([work(0, { on: '2026-01-10', hours: 3, perkId: 'line' })], agreed)
  expect(ledger(agreed, { days }, day('2026-01-31'))[0]?.used).toBe(10_800)
})

describe('an entry across a month’s end that rounding brings to nothing takes off the first month all that it adds to the second', () => {
  // 2 minutes before midnight and 3 after it, to the nearest 15: nothing, so that January is 3 minutes below it.
  const across: TimeEntry = {
    id: testId(1),
    engagementId: null,
    note: '',
    tags: [],
    billable: true,
    start: instant('2026-01-31T22:58:00Z'),
    end: instant('2026-01-31T23:03:00Z'),
  }
  const rowsOf = (terms: Partial<Agreement>, ...others: TimeEntry[]) => {
    const agreed = agreement({ rounding: { mode: 'nearest', minutes: 15 }, ...terms })
    return ledger(agreed, { days: daysFrom([across, ...others], agreed) }, day('2026-02-28'))
  }
  const nothingIncluded = { versions: [from('2026-01-01', 100_000, 0)] }

  test('beside other work', () => {
    expect(rowsOf({}, work(2, { on: '2026-01-10', hours: 2 }))).toMatchObject([
      { used: 7200 - 180, worked: 7200 + 120, expired: 36_000 - 7020 },
      { used: 180, worked: 180 },
    ])
  })

  test('alone, where it gives time back', () => {
    const rows = rowsOf({ rollover: { periods: 1, cap: null } })
    expect(rows[0]).toMatchObject({ used: -180, usedIncluded: -180, overage: 0, carriedOut: 36_180 })
    expect(rows[1]).toMatchObject({ opening: 36_180, used: 180, usedCarried: 180, expired: 36_000 })
  })

  test('alone, where there is no time to give it back to: what is billed comes to nothing', () => {
    const rows = rowsOf(nothingIncluded)
    expect(rows.map(({ overage, overageAmount }) => [overage, overageAmount])).toEqual([
      [-180, -500],
      [180, 500],
    ])
    expect(rowsOf({ ...nothingIncluded, overage: { policy: 'borrow' } })[0]).toMatchObject({ borrowed: 0 })
  })
})
