import { describe, expect, test } from 'vitest'
import { closedRow } from '#shared/domain/ledger/closed-row.ts'
import { adjustments, closingOf, reopening } from '#shared/domain/ledger/closing.ts'
import { ledger } from '#shared/domain/ledger/ledger.ts'
import { periodAt } from '#shared/domain/periods.ts'
import { day, type Day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import type { Closing } from '#shared/model/closing.ts'
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
/** The first of them. */
function own(closings: ReadonlyMap<Day, Closing>): Closing {
  const [closing] = closings.values()
  if (!closing) throw new Error('nothing was closed')
  return closing
}

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

test('what does not end is kept as null, since JSON has no infinity', () => {
  const topUps = [{ id: testId(9), on: day('2026-01-05'), amount: 60, price: minor(0), reason: 'Goodwill' }]
  const endless = agreement({ term: { periods: 3, atEnd: 'open' }, topUps })
  const kept = closingOf(endless, open, day('2026-01-01'))
  expect(kept?.lots.map(({ expiresAfter }) => expiresAfter)).toEqual([0, null])
  expect(kept?.handed.lots.map(({ expiresAfter }) => expiresAfter)).toEqual([null])
})

test('a closed row tells by how much its lots came in beyond what was reported', () => {
  const agreed = agreement({ rollover })
  const closings = closed(agreed, done(['2026-01-10', 6]), 1)
  const late = done(['2026-01-10', 6], ['2026-01-31', 3])
  const kept = closingOf(agreed, { ...late, closings }, day('2026-02-01'))
  const period = periodAt(agreed, 1)
  if (!kept || !period) throw new Error('nothing to close')
  const closing = { ...own(closings), ...kept, start: period.start, end: period.end }
  expect(closedRow(closing, period).adjustedLots).toMatchObject([
    { amount: -3 * HOUR, lot: { source: 'included', period: 0, left: HOUR, expiresAfter: 1 } },
  ])
})

test('a damaged closing that takes from a lot it has not is told without it', () => {
  const agreed = agreement()
  const closing = own(closed(agreed, open, 1))
  const period = periodAt(agreed, 0)
  const moves = [...closing.moves, { kind: 'draw' as const, lot: 7, amount: 60 }]
  expect(period && closedRow({ ...closing, moves }, period).moves).toEqual(period && closedRow(closing, period).moves)
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
        // The hour that January used is not there in February any more: it is billed, not given away.
        by: {
          adjusted: -HOUR,
          used: 3 * HOUR,
          overage: 3 * HOUR,
          carriedOut: -HOUR,
          worked: 3 * HOUR,
          overageAmount: 30_000,
        },
        amount: 30_000,
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

describe('a change in a closed period is felt in the next one', () => {
  const agreed = agreement({ rollover })
  type Worked = [on: string, hours: number][]
  const next = (terms: Agreement, worked: Worked, then: Worked, count = 1) => {
    const closings = closed(terms, done(...then), count)
    return ledger(terms, { ...done(...worked), closings }, day('2026-03-31'))
  }

  test('work that was told late has used time that was carried', () => {
    const [january, february, march] = next(
      agreed,
      [
        ['2026-01-10', 6],
        ['2026-01-31', 3],
      ],
      [['2026-01-10', 6]],
    )
    expect(january).toMatchObject({ isClosed: true, used: 6 * HOUR, carriedOut: 4 * HOUR })
    expect(february).toMatchObject({ opening: 4 * HOUR, adjusted: -3 * HOUR, granted: 10 * HOUR, expired: HOUR })
    expect(february?.adjustedLots).toMatchObject([{ amount: -3 * HOUR, lot: { period: 0, left: HOUR } }])
    expect(february?.lots.map(({ left }) => left)).toEqual([HOUR, 10 * HOUR])
    expect(march).toMatchObject({ opening: 5 * HOUR, adjusted: 0, adjustedLots: [] })
  })

  test('work that was taken back gives time back, and so does a top-up that was dated back', () => {
    const topUps = [{ id: testId(9), on: day('2026-01-05'), amount: 30, price: minor(0), reason: 'Goodwill' }]
    const then = closed(agreed, done(['2026-01-10', 10]), 1)
    const at = { ...done(['2026-01-10', 8]), closings: then }
    const [, february] = ledger(agreement({ rollover, topUps }), at, day('2026-02-28'))
    expect(february).toMatchObject({ opening: 0, adjusted: 2.5 * HOUR, used: 0, expired: 2 * HOUR })
    expect(february?.adjustedLots.map(({ lot, amount }) => [lot.source, amount])).toEqual([
      ['included', 2 * HOUR],
      ['topUp', HOUR / 2],
    ])
  })

  test('a lot that is gone is told, and so is what is borrowed now', () => {
    const borrowing = agreement({ rollover, overage: { policy: 'borrow' } })
    const [, february] = next(borrowing, [['2026-01-10', 13]], [['2026-01-10', 6]])
    expect(february).toMatchObject({ opening: 4 * HOUR, adjusted: -7 * HOUR, repaid: 3 * HOUR, carriedOut: 5 * HOUR })
    expect(february?.adjustedLots).toMatchObject([{ amount: -4 * HOUR, lot: { period: 0, left: 4 * HOUR } }])
  })

  test('through closed periods, and no further once it is reported', () => {
    const late = done(['2026-01-10', 6], ['2026-02-10', 9], ['2026-01-31', 3])
    const both = closed(agreed, done(['2026-01-10', 6], ['2026-02-10', 9]), 2)
    const [, february, march] = ledger(agreed, { ...late, closings: both }, day('2026-03-31'))
    expect(february).toMatchObject({ adjusted: 0, carriedOut: 5 * HOUR })
    expect(march).toMatchObject({ opening: 5 * HOUR, adjusted: -3 * HOUR })
    expect(adjustments(agreed, { ...late, closings: both }).map(({ by }) => by)).toEqual([
      { used: 3 * HOUR, worked: 3 * HOUR, carriedOut: -3 * HOUR },
      { adjusted: -3 * HOUR, carriedOut: -3 * HOUR },
    ])

    const first = new Map([...both].slice(0, 1))
    const kept = closingOf(agreed, { ...late, closings: first }, day('2026-02-01'))
    expect(kept?.figures).toMatchObject({ opening: 4 * HOUR, adjusted: -3 * HOUR, carriedOut: 2 * HOUR })
    expect(kept?.adjustedLots).toMatchObject([{ amount: -3 * HOUR, lot: { period: 0, expiresAfter: 1 } }])
  })

  test('an end that is agreed later moves no closed period: its lots keep the expiry that they were given', () => {
    const topUps = [{ id: testId(9), on: day('2026-01-05'), amount: 300, price: minor(0), reason: 'Goodwill' }]
    const term = { periods: 12, atEnd: 'renews' as const }
    const terms: Partial<Agreement> = { term, rollover: { periods: null, cap: 300 }, topUps }
    const at = { ...done(['2026-02-10', 8]), closings: closed(agreement(terms), done(['2026-02-10', 8]), 2) }
    const ended = agreement({ ...terms, endsOn: day('2026-03-31') })
    expect(adjustments(ended, at)).toEqual([])
    const march = ledger(ended, at, day('2026-03-31')).at(-1)
    expect(march).toMatchObject({ opening: 10 * HOUR, adjusted: 0, expired: 20 * HOUR, carriedOut: 0 })
    expect(march?.lots.map(({ source, period, expiresAfter }) => [source, period, expiresAfter])).toEqual([
      ['topUp', 0, 2],
      ['included', 1, 2],
      ['included', 2, 2],
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
    expect(told[1]).toMatchObject({ before: { opening: HOUR, adjusted: -HOUR }, after: { adjusted: 0 } })
    expect(told[0]?.before.isClosed).toBe(true)
    expect(told[0]?.after.isClosed).toBe(false)
  })

  test('tells nothing where nothing has changed', () => {
    expect(reopening(agreed, { ...open, closings }, day('2026-02-01'), day('2026-04-30'))).toEqual([])
  })

  test('takes back the favour that was done when it was closed', () => {
    const favour = { id: testId(77), on: day('2026-02-28'), amount: 300, price: minor(0), reason: 'a delay' }
    const given = { ...agreed, topUps: [favour] }
    const kept = closed(given, open, 2)
    const february = kept.get(day('2026-02-01'))
    if (!february) throw new Error('not closed')
    const all = new Map(kept).set(february.start, { ...february, goodwill: favour.id })
    const [told] = reopening(given, { ...open, closings: all }, february.start, day('2026-02-28'))
    expect(told).toMatchObject({ before: { granted: 15 * HOUR }, after: { granted: 10 * HOUR } })
  })

  test('leaves the closings as they are', () => {
    reopening(agreed, later, day('2026-02-01'), day('2026-04-30'))
    expect(ledger(agreed, later, day('2026-02-28')).map(({ isClosed }) => isClosed)).toEqual([true, true])
  })
})
