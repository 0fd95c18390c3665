import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ledger, type LedgerRow } from '#shared/domain/ledger/ledger.ts'
import type { Move } from '#shared/domain/ledger/lots.ts'
import { finalIndex, lastDay } from '#shared/domain/periods.ts'
import { dayParts } from '#shared/domain/totals.ts'
import { addDays, type Day } from '#shared/kernel/day.ts'
import { sumOf } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { daysFrom } from '#tests/support/agreements.ts'
import { anyAgreement, anyDeliveries, anyEntries, anyZone } from '#tests/support/arbitrary.ts'
import { modelLedger } from '#tests/support/ledger-model.ts'

/** Without those of which rounding takes more off the first day than lies in it: close-period.test.ts has their figures. */
const anyCase = fc
  .record({
    agreement: anyAgreement,
    entries: anyEntries,
    deliveries: anyDeliveries,
    zone: anyZone,
    after: fc.integer({ min: 0, max: 800 }),
  })
  .filter(({ agreement: { rounding }, entries, zone }) =>
    entries.every((entry) => dayParts(entry, zone, rounding).every(({ charged }) => charged >= 0)),
  )
type Case = typeof anyCase extends fc.Arbitrary<infer Value> ? Value : never

const asOf = ({ agreement, after }: Case): Day => addDays(agreement.startsOn, after)
const rowsOf = (drawn: Case): LedgerRow[] => {
  const { agreement, entries, deliveries, zone } = drawn
  return ledger(agreement, { days: daysFrom(entries, agreement, zone), deliveries }, asOf(drawn))
}

/** For every row of any agreement with any work. */
const holdInEveryRow = (check: (row: LedgerRow, agreement: Agreement, next: LedgerRow | undefined) => void): void =>
  fc.assert(
    fc.property(anyCase, (drawn) => {
      const rows = rowsOf(drawn)
      for (const [index, row] of rows.entries()) check(row, drawn.agreement, rows[index + 1])
    }),
    { numRuns: 1000 },
  )

const moved = (moves: readonly Move[], kind: Move['kind']): number =>
  sumOf(moves, (move) => (move.kind === kind ? move.amount : 0))

/** What was taken from the next period: only then is there less than nothing to carry. */
const borrowedIn = (row: LedgerRow): number => Math.max(0, -row.carriedOut)

describe('in every row of every ledger', () => {
  test('what comes in goes out', () => {
    holdInEveryRow(({ opening, granted, overage, used, expired, dropped, carriedOut }) => {
      expect(opening + granted + overage).toBe(used + expired + dropped + carriedOut)
    })
  })

  test('the next one opens with what this one carried', () => {
    holdInEveryRow(({ carriedOut }, _agreement, next) => expect(next?.opening ?? carriedOut).toBe(carriedOut))
  })

  test('used time comes from lots, or is over, or is borrowed', () => {
    holdInEveryRow((row) =>
      expect(row.usedCarried + row.usedIncluded + row.usedTopUp + row.overage + borrowedIn(row)).toBe(row.used),
    )
  })

  test('lots are never negative, never more than they were, never past their time, and in order of use', () => {
    holdInEveryRow(({ lots, moves, period }) => {
      for (const { left, granted, expiresAfter } of lots) {
        expect(left).toBeGreaterThan(0)
        expect(left).toBeLessThanOrEqual(granted)
        expect(expiresAfter).toBeGreaterThanOrEqual(period.index)
      }
      for (const { amount, lot } of moves) expect(amount).toBeLessThanOrEqual(lot.left)
      const expiries = lots.map(({ expiresAfter }) => expiresAfter)
      expect(expiries).toEqual(expiries.toSorted((a, b) => (a === b ? 0 : a - b)))
    })
  })

  test('the moves are the figures', () => {
    holdInEveryRow(({ moves, usedCarried, usedIncluded, usedTopUp, expired, dropped }) => {
      expect(moved(moves, 'draw')).toBe(usedCarried + usedIncluded + usedTopUp)
      expect(moved(moves, 'expire')).toBe(expired)
      expect(moved(moves, 'drop')).toBe(dropped)
    })
  })

  test('no more than the cap is carried, but for top-ups', () => {
    holdInEveryRow(({ carriedOut }, { rollover, basis, topUps }) => {
      const scale = basis === 'hours' ? 60 : 1
      const most = (rollover === null ? 0 : (rollover.cap ?? Infinity)) + sumOf(topUps, ({ amount }) => amount)
      expect(carriedOut).toBeLessThanOrEqual(most * scale)
    })
  })

  test('nothing outlives the end of a term that ends', () => {
    holdInEveryRow(({ period, carriedOut }, agreement) => {
      if (finalIndex(agreement) === period.index) expect(carriedOut).toBe(0)
    })
  })

  test('every figure is an exact integer', () => {
    holdInEveryRow(
      ({ period: _p, lots: _l, moves: _m, perks: _k, isClosed: _c, adjustedLots, effectiveRate, ...figures }) => {
        expect(adjustedLots).toEqual([])
        for (const figure of Object.values(figures)) expect(Number.isSafeInteger(figure)).toBe(true)
        expect(effectiveRate === null || Number.isSafeInteger(effectiveRate)).toBe(true)
      },
    )
  })
})

test('closed periods do not change as later ones come', () => {
  fc.assert(
    fc.property(anyCase, fc.integer({ min: 0, max: 400 }), (drawn, more) => {
      const rows = rowsOf(drawn)
      expect(rowsOf({ ...drawn, after: drawn.after + more }).slice(0, rows.length)).toEqual(rows)
    }),
    { numRuns: 1000 },
  )
})

test('in which order entries are told changes nothing', () => {
  fc.assert(
    fc.property(
      anyCase.chain((drawn) =>
        fc.tuple(fc.constant(drawn), fc.shuffledSubarray(drawn.entries, { minLength: drawn.entries.length })),
      ),
      ([drawn, entries]) => {
        expect(rowsOf({ ...drawn, entries })).toEqual(rowsOf(drawn))
      },
    ),
    { numRuns: 1000 },
  )
})

test('rounding changes what is charged, never what was worked', () => {
  fc.assert(
    fc.property(anyCase, (drawn) => {
      const plain = { ...drawn, agreement: { ...drawn.agreement, rounding: { mode: 'none' as const } } }
      expect(rowsOf(drawn).map(({ worked }) => worked)).toEqual(rowsOf(plain).map(({ worked }) => worked))
    }),
    { numRuns: 1000 },
  )
})

test('the ledger is the one of the rules, told day by day and entry by entry', () => {
  fc.assert(
    fc.property(anyCase, (drawn) => {
      const { agreement, entries, deliveries, zone } = drawn
      const rows = rowsOf(drawn).map((row) => ({ ...row, start: row.period.start, end: lastDay(row.period) }))
      const expected = modelLedger(agreement, entries, deliveries, zone, asOf(drawn))
      expect(rows).toHaveLength(expected.length)
      expect(rows).toMatchObject(expected)
    }),
    { numRuns: 1000 },
  )
})
