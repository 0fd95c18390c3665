import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openRow, shownRow, totalOf } from '#shared/domain/ledger/shown-row.ts'
import { movesOf } from '#renderer/parts/ledger/moves.ts'
import { waterfallSteps } from '#renderer/features/retainers/waterfall-steps.ts'
import { ledger } from '#shared/domain/ledger/ledger.ts'
import { formatter } from '#shared/i18n/format.ts'
import { translator } from '#shared/i18n/languages.ts'
import { day } from '#shared/kernel/day.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import type { TimeEntry } from '#shared/model/entry.ts'
import { anyAgreement, anyEntries } from '#tests/support/arbitrary.ts'
import { daysFrom } from '#tests/support/agreements.ts'
import { closed } from '#tests/support/closings.ts'

const [t, format] = [translator('en'), formatter('en')]
const asOf = day('2026-06-15')
/** The ledger of what was worked; its first months were closed when only some of it was known. */
function ledgerOf(agreement: Agreement, entries: readonly TimeEntry[], known: number, months: number) {
  const closings = closed(agreement, { days: daysFrom(entries.slice(0, known), agreement) }, months)
  return ledger(agreement, { days: daysFrom(entries, agreement), closings }, asOf)
}
const [anyKnown, anyMonths] = [fc.nat(40), fc.nat(3)]

const anyHours = anyAgreement.map((agreement) => ({ ...agreement, basis: 'hours' as const, perks: [] }))

/** Entries end on odd seconds, so cutting figures one by one would leave rows that are a minute out. */
test('to the minute too, what goes into a row equals what comes out, and each row opens with what the last carried', () => {
  fc.assert(
    fc.property(anyHours, anyEntries, anyKnown, anyMonths, (agreement, entries, known, months) => {
      const rows = ledgerOf(agreement, entries, known, months)
      const all = rows.map((row) => shownRow(row, 'hours'))
      const open = rows.map((row) => openRow(row, 'hours'))
      const shown = [...all, ...(rows.length > 0 ? [totalOf(rows, 'hours', asOf), ...open] : [])]
      for (const row of shown) {
        expect(Object.values(row).every((seconds) => seconds % 60 === 0)).toBe(true)
        expect(row.opening + row.granted + row.overage).toBe(row.used + row.expired + row.dropped + row.carriedOut)
      }
      for (const [index, row] of rows.entries()) {
        const is = shownRow(row, 'hours')
        if (row.adjusted === 0) expect(is.opening).toBe(index === 0 ? 0 : shown[index - 1]?.carriedOut)
        else expect(Math.abs(is.opening - row.opening - row.adjusted)).toBeLessThan(60)
        for (const figure of ['granted', 'used', 'overage', 'expired', 'dropped', 'carriedOut'] as const)
          expect(Math.abs(is[figure] - row[figure])).toBeLessThan(60)
      }
    }),
    { numRuns: 1000 },
  )
})

test('the moves behind a row lead from nothing to nothing when it is closed, else to what is left, with and without entries', () => {
  fc.assert(
    fc.property(
      anyHours,
      anyEntries,
      anyKnown,
      anyMonths,
      fc.boolean(),
      (agreement, entries, known, months, isClosed) => {
        const rows = ledgerOf(agreement, entries, known, months)
        for (const row of rows) {
          const works = [{ day: row.period.start, note: 'All of it', amount: row.used }]
          for (const known of [null, works]) {
            const lines = movesOf(t, format, { agreement, row, works: known, isClosed })
            const shown = shownRow(row, 'hours')
            const end = isClosed ? 0 : shown.opening + shown.granted + shown.overage - shown.used
            expect(lines.at(-1)?.left ?? 0).toBe(end)
            expect(lines.reduce((sum, line) => sum + line.amount, 0)).toBe(end)
          }
        }
      },
    ),
    { numRuns: 1000 },
  )
})

test('the waterfall of a period goes from level to level and ends at what the row carries out, or has left', () => {
  fc.assert(
    fc.property(anyAgreement, anyEntries, anyKnown, anyMonths, (agreement, entries, known, months) => {
      for (const row of ledgerOf(agreement, entries, known, months))
        for (const isClosed of [true, false]) {
          const steps = waterfallSteps(agreement, row, isClosed)
          const moves = steps.slice(0, -1)
          let level = 0
          for (const { from, to, amount } of moves) {
            expect([from, to]).toEqual([level, level + amount])
            level = to
          }
          const left = row.opening + row.adjusted + row.granted + row.overage - row.used
          if (agreement.basis === 'access') expect(steps).toEqual([])
          else expect([level, steps.at(-1)?.to]).toEqual(isClosed ? [row.carriedOut, row.carriedOut] : [left, left])
        }
    }),
    { numRuns: 300 },
  )
})
