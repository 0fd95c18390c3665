import fc from 'fast-check'
import { expect, test } from 'vitest'
import { explain } from '#shared/domain/ledger/explain/explain.ts'
import { figures, type Explained, type Figure, type Reason } from '#shared/domain/ledger/explain/reason.ts'
import { leavesOf } from '#shared/domain/ledger/explain/tree.ts'
import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import { dayParts } from '#shared/domain/totals.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { anyCase, open, OURS, type Opened } from '#tests/support/arbitrary-closed.ts'

/** For every figure of every row of any agreement with any work. */
const holdInEveryTree = (check: (tree: Explained, row: LedgerRow, opened: Opened) => void): void =>
  fc.assert(
    fc.property(anyCase, (drawn) => {
      const opened = open(drawn)
      for (const row of opened.rows)
        for (const figure of figures) check(explain(opened.agreement, row, figure, opened.sources), row, opened)
    }),
    { numRuns: 1000 },
  )

const nodesOf = (tree: Explained): readonly Explained[] => [tree, ...tree.of.flatMap(nodesOf)]

const figureOf = ({ reason }: Explained): Figure => {
  if (reason.kind !== 'figure') throw new Error('not the tree of a figure')
  return reason.figure
}

test('every node is the sum of those below it, the top one is the figure, and all are whole', () => {
  holdInEveryTree((tree, row) => {
    if (tree.amount !== (row[figureOf(tree)] ?? 0)) expect(tree.amount).toBe(row[figureOf(tree)])
    for (const { amount, of } of nodesOf(tree)) {
      const isSum = of.length === 0 || sumOf(of, (part) => part.amount) === amount
      if (!isSum || !Number.isSafeInteger(amount) || Object.is(amount, -0)) expect({ amount, of }).toBe('a sum')
    }
    expect(sumOf(leavesOf(tree), (leaf) => leaf.amount)).toBe(tree.amount)
  })
})

test('no figure goes without a reason, unless it is nothing', () => {
  holdInEveryTree((tree) => {
    for (const { reason, amount } of leavesOf(tree)) if (reason.kind === 'figure') expect(amount).toBe(0)
  })
})

test('entries that are named are of the engagement, in the day that they are told in, and that in the period', () => {
  holdInEveryTree((tree, { period }, { entries, sources, agreement }) => {
    for (const { reason, of } of nodesOf(tree)) {
      if (reason.kind !== 'day') continue
      expect(reason.day >= period.start && reason.day < period.end).toBe(true)
      for (const part of of) {
        if (part.reason.kind !== 'entry') continue
        const { entryId } = part.reason
        const entry = entries.find(({ id }) => id === entryId)
        expect(entry?.engagementId).toBe(OURS)
        const inDay = entry && dayParts(entry, sources.zone, agreement.rounding).find(({ day }) => day === reason.day)
        expect(part.amount).toBe(inDay?.worked)
      }
    }
  })
})

test('an open row is told whole: nothing is unlisted where all entries are given, and nothing has changed since', () => {
  const rest: readonly Reason['kind'][] = ['unlisted', 'sinceClosed']
  holdInEveryTree((tree, row) => {
    if (row.isClosed) return
    for (const { reason } of leavesOf(tree)) expect(rest.includes(reason.kind)).toBe(false)
  })
})

test('a closed row is told without a difference where nothing has changed', () => {
  fc.assert(
    fc.property(anyCase, (drawn) => {
      const { agreement, rows, sources } = open({ ...drawn, before: null, known: 40 })
      for (const row of rows)
        for (const figure of figures)
          for (const { reason } of leavesOf(explain(agreement, row, figure, sources)))
            expect(reason.kind === 'sinceClosed' || reason.kind === 'unlisted').toBe(false)
    }),
    { numRuns: 1000 },
  )
})
