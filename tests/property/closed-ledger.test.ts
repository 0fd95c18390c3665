import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { anyCase, open } from '#tests/support/arbitrary-closed.ts'

/** For every row of any agreement, some periods of which were closed on less work and on other terms. */
const holdInEveryRow = (check: (row: LedgerRow, next: LedgerRow | undefined) => void): void =>
  fc.assert(
    fc.property(anyCase, (drawn) => {
      const { rows } = open(drawn)
      for (const [index, row] of rows.entries()) check(row, rows[index + 1])
    }),
    { numRuns: 1000 },
  )

test('what comes in goes out, whatever was closed and has changed since', () => {
  holdInEveryRow(({ opening, adjusted, granted, overage, used, expired, dropped, carriedOut }) => {
    expect(opening + adjusted + granted + overage).toBe(used + expired + dropped + carriedOut)
  })
})

test('what a period carries or borrows is what the next one opens with, and what was adjusted stands beside it', () => {
  holdInEveryRow((row, next) => {
    if (!next) return
    expect(next.opening).toBe(row.carriedOut)
    const earlier = sumOf(next.lots, (lot) => (lot.period < next.period.index ? lot.left : 0))
    expect(next.opening + next.adjusted).toBe(earlier - next.repaid)
    if (row.isClosed && !next.isClosed) return
    expect(next.adjusted).toBe(0)
    expect(next.adjustedLots).toEqual([])
    expect(next.repaid).toBe(row.borrowed)
  })
})

test('what is over or borrowed is what no lot covers, with what could not be repaid', () => {
  holdInEveryRow(({ overage, borrowed, used, usedCarried, usedIncluded, usedTopUp, lots, moves, repaid, isClosed }) => {
    const uncovered = used - usedCarried - usedIncluded - usedTopUp
    expect(sumOf(moves, ({ kind, amount }) => (kind === 'draw' ? amount : 0))).toBe(used - uncovered)
    if (repaid === 0) expect(overage + borrowed).toBe(uncovered)
    else if (!isClosed) expect(overage + borrowed).toBeGreaterThanOrEqual(uncovered)
    for (const { left } of lots) expect(left).toBeGreaterThan(0)
  })
})
