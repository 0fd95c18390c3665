import { describe, expect, test } from 'vitest'
import { closedRow } from '#shared/domain/ledger/closed-row.ts'
import { adjustments, closingOf, reopening } from '#shared/domain/ledger/closing.ts'
import { ledger } from '#shared/domain/ledger/ledger.ts'
import { periodAt } from '#shared/domain/periods.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { agreement, daysFrom, testId, work } from '#tests/support/agreements.ts'
import { closed } from '#tests/support/closings.ts'

const HOUR = 3600
const done = (...worked: readonly (readonly [on: string, hours: number])[]) => ({
  days: daysFrom(
    worked.map(([on, hours], index) => work(index, { on, hours })),
    agreement(),
  ),
})
const open = done(['2026-01-10', 6], ['2026-02-10', 13])
const rollover = { periods: 1, cap: 300 }

describe('what closing would keep', () => {
  test('is the row, for the period that begins on the day', () => {
    const kept = closingOf(agreement({ rollover }), open, day('2026-01-01'))
    expect(kept?.figures).toMatchObject({ opening: 0, granted: 10 * HOUR, used: 6 * HOUR, carriedOut: 4 * HOUR })
    expect(kept?.handed).toEqual({
      borrowed: 0,
      lots: [{ source: 'included', period: 0, topUpId: null, granted: 36_000, left: 14_400, expiresAfter: 1 }],
    })
  })

  test('is nothing on another day, before an open one, or twice', () => {
    expect(closingOf(agreement(), open, day('2026-01-02'))).toBeNull()
    expect(closingOf(agreement(), open, day('2026-02-01'))).toBeNull()
    expect(closingOf(agreement(), open, day('2025-12-31'))).toBeNull()
    const closings = closed(agreement(), open, 1)
    expect(closingOf(agreement(), { ...open, closings }, day('2026-01-01'))).toBeNull()
    expect(closingOf(agreement(), { ...open, closings }, day('2026-02-01'))).not.toBeNull()
  })
})

test('a closed row knows what was in each lot when it was taken from', () => {
  const agreed = agreement({ rollover: { periods: 1, cap: 60 } })
  const [closing] = closed(agreed, open, 1).values()
  const period = periodAt(agreed, 0)
  if (!closing || !period) throw new Error('nothing was closed')
  expect(closedRow(closing, period).moves.map(({ kind, amount, lot }) => [kind, amount, lot.left])).toEqual([
    ['draw', 6 * HOUR, 10 * HOUR],
    ['drop', 3 * HOUR, 4 * HOUR],
  ])
})

describe('an adjustment', () => {
  const agreed = agreement({ rollover })
  const closings = closed(agreed, open, 2)

  test('is what a period says beyond what it said, in the order of the periods', () => {
    const later = done(['2026-01-10', 6], ['2026-02-10', 13], ['2026-02-20', 3], ['2026-01-31', 1])
    expect(adjustments(agreed, { ...later, closings: new Map([...closings].toReversed()) })).toEqual([
      { closing: closings.get(day('2026-01-01')), by: { used: HOUR, carriedOut: -HOUR, worked: HOUR }, amount: 0 },
      {
        closing: closings.get(day('2026-02-01')),
        by: { used: 3 * HOUR, overage: 2 * HOUR, carriedOut: -HOUR, worked: 3 * HOUR, overageAmount: 20_000 },
        amount: 20_000,
      },
    ])
  })

  test('owes back what was worked less', () => {
    const billed = done(['2026-01-10', 12])
    const kept = closed(agreement(), billed, 1)
    const by = { used: -HOUR, overage: -HOUR, worked: -HOUR, overageAmount: -10_000 }
    expect(adjustments(agreement(), { ...done(['2026-01-10', 11]), closings: kept })).toEqual([
      { closing: [...kept.values()][0], by, amount: -10_000 },
    ])
  })

  test('adds up what was agreed otherwise since: fee, top-up and overage', () => {
    const versions = [{ from: day('2026-01-01'), fee: minor(90_000), included: 300 }]
    const topUps = [{ id: testId(9), on: day('2026-01-05'), amount: 30, price: minor(4000), reason: '' }]
    const kept = closed(agreement(), done(['2026-01-10', 6]), 1)
    const now = { ...done(['2026-01-10', 6]), closings: kept }
    expect(adjustments(agreement({ versions, topUps }), now)).toMatchObject([
      { by: { fee: -10_000, topUpAmount: 4000, overageAmount: 5000, granted: -4.5 * HOUR }, amount: -1000 },
    ])
  })

  test('is none where nothing was closed', () => expect(adjustments(agreed, open)).toEqual([]))

  test('is none for what the next period lends by now: what it could not, was billed', () => {
    const borrowing: Partial<Agreement> = { overage: { policy: 'borrow' } }
    const worked = done(['2026-01-10', 25])
    const kept = closed(agreement(borrowing), worked, 1)
    expect([...kept.values()][0]?.figures).toMatchObject({ borrowed: 10 * HOUR, overage: 5 * HOUR })
    const versions = [
      { from: day('2026-01-01'), fee: minor(100_000), included: 600 },
      { from: day('2026-02-01'), fee: minor(200_000), included: 1200 },
    ]
    expect(adjustments(agreement({ ...borrowing, versions }), { ...worked, closings: kept })).toEqual([])
    const more = { ...done(['2026-01-10', 26]), closings: kept }
    expect(adjustments(agreement({ ...borrowing, versions }), more)).toMatchObject([
      { by: { overage: HOUR }, amount: 10_000 },
    ])
  })

  test('borrows what is there where there was enough', () => {
    const borrowing = agreement({ overage: { policy: 'borrow' } })
    const kept = closed(borrowing, done(['2026-01-10', 12]), 1)
    expect(adjustments(borrowing, { ...done(['2026-01-10', 21]), closings: kept })).toMatchObject([
      { by: { used: 9 * HOUR, carriedOut: -8 * HOUR, overage: HOUR }, amount: 10_000 },
    ])
  })
})

describe('opening a period again', () => {
  const agreed = agreement({ rollover })
  const closings = closed(agreed, open, 2)
  const later = { ...done(['2026-01-10', 6], ['2026-02-10', 13], ['2026-02-20', 3], ['2026-03-05', 2]), closings }

  test('tells what it changes, in the period and in later ones', () => {
    const told = reopening(agreed, later, day('2026-02-01'), day('2026-04-30'))
    expect(told.map(({ before, after }) => [before.period.start, before.used, after.used, after.opening])).toEqual([
      ['2026-02-01', 13 * HOUR, 16 * HOUR, 4 * HOUR],
      ['2026-03-01', 2 * HOUR, 2 * HOUR, 0],
    ])
    expect(told[0]?.before.isClosed).toBe(true)
    expect(told[0]?.after.isClosed).toBe(false)
  })

  test('tells nothing where nothing has changed', () => {
    expect(reopening(agreed, { ...open, closings }, day('2026-02-01'), day('2026-04-30'))).toEqual([])
  })

  test('leaves the closings as they are', () => {
    reopening(agreed, later, day('2026-02-01'), day('2026-04-30'))
    expect(ledger(agreed, later, day('2026-02-28')).map(({ isClosed }) => isClosed)).toEqual([true, true])
  })
})
