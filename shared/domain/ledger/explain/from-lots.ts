import type { Day } from '../../../kernel/day.ts'
import { sumOf } from '../../../kernel/units.ts'
import type { Agreement } from '../../../model/agreement.ts'
import { lastDay, periodAt } from '../../periods.ts'
import { rulesOn } from '../../rules.ts'
import { lastDayOf } from '../../term.ts'
import { isSameLot, type Lot, type Move } from '../lots.ts'
import type { LedgerRow } from '../row.ts'
import type { Explained, LotFacts, Reason } from './reason.ts'
import type { Opened } from './sources.ts'
import { leaf } from './tree.ts'

/** What earlier periods were reported to carry in, by lot, less what the one before had borrowed of this one's. */
export function openingParts({ agreement, row }: Opened): Explained[] {
  const changes = row.adjustedLots
  const carried = row.lots.filter((lot) => lot.period < row.period.index)
  const gone = changes.flatMap(({ lot }) => (carried.some((own) => isSameLot(own, lot)) ? [] : [{ ...lot, left: 0 }]))
  const held = [...carried, ...gone].flatMap((lot) => {
    const reported = lot.left - sumOf(changes, (change) => (isSameLot(change.lot, lot) ? change.amount : 0))
    return reported === 0 ? [] : [leaf({ kind: 'held', lot: factsOf(agreement, lot) }, reported)]
  })
  return [...held, ...loan(agreement, row, row.repaid - repaidMore(row)).map(taken)]
}

/** By lot, what came in beyond that, and what is to be given back beyond it. */
export const adjustedParts = ({ agreement, row }: Opened): Explained[] => [
  ...row.adjustedLots.map(({ lot, amount }) => leaf({ kind: 'adjusted', lot: factsOf(agreement, lot) }, amount)),
  ...loan(agreement, row, repaidMore(row)).map(taken),
]

/** What was borrowed of this period beyond what was reported. */
const repaidMore = ({ adjusted, adjustedLots }: LedgerRow): number =>
  sumOf(adjustedLots, ({ amount }) => amount) - adjusted

/** What is left in each lot after all moves, less what was borrowed of the next period's. */
export function carriedOutParts(opened: Opened): Explained[] {
  const { agreement, row } = opened
  const held = row.lots.flatMap((lot) => {
    const left = lot.left - sumOf(row.moves, (move) => (isSameLot(move.lot, lot) ? move.amount : 0))
    return left === 0 ? [] : [leaf({ kind: 'held', lot: factsOf(agreement, lot) }, left)]
  })
  return [...held, ...borrowedParts(opened).map(taken)]
}

export const repaidParts = ({ agreement, row }: Opened): Explained[] => loan(agreement, row, row.repaid)

const loan = (agreement: Agreement, { period }: LedgerRow, amount: number): Explained[] =>
  amount === 0 ? [] : [leaf({ kind: 'repaid', to: periodAt(agreement, period.index - 1) }, amount)]

export const borrowedParts = ({ row }: Opened): Explained[] =>
  row.borrowed === 0 ? [] : [leaf({ kind: 'borrowed', from: row.period.end }, row.borrowed)]

/** What was used of the lots that are `of` a kind, by lot. */
export const drawnParts = ({ agreement, row }: Opened, of: (lot: Lot) => boolean): Explained[] =>
  moved(
    agreement,
    drawsIn(row.moves).filter(({ lot }) => of(lot)),
    (lot) => ({ kind: 'drawn', lot }),
  )

export const expiredParts = ({ agreement, row }: Opened): Explained[] =>
  moved(agreement, row.moves.filter(isOf('expire')), (lot) => ({ kind: 'expired', lot }))

export function droppedParts({ agreement, row }: Opened): Explained[] {
  const cap = rulesOn(agreement, row.period.start).rollover?.cap ?? null
  return moved(agreement, row.moves.filter(isOf('drop')), (lot) => ({ kind: 'dropped', lot, cap }))
}

/**
 * What makes overage of used time: less what each lot covered, with what the period before borrowed and this one could
 * not give back, less what is borrowed of the next.
 */
export function uncoveredParts(opened: Opened): Explained[] {
  const { agreement, row } = opened
  const draws = drawsIn(row.moves)
  const unrepaid = row.overage + row.borrowed + sumOf(draws, (move) => move.amount) - row.used
  const to = periodAt(agreement, row.period.index - 1)
  return [
    ...moved(agreement, draws, (lot) => ({ kind: 'covered', lot })).map(taken),
    ...(unrepaid === 0 ? [] : [leaf({ kind: 'unrepaid', to }, unrepaid)]),
    ...borrowedParts(opened).map(taken),
  ]
}

const isOf =
  (kind: Move['kind']) =>
  (move: Move): boolean =>
    move.kind === kind
const drawsIn = (moves: readonly Move[]): readonly Move[] => moves.filter(isOf('draw'))

const moved = (agreement: Agreement, moves: readonly Move[], reason: (lot: LotFacts) => Reason): Explained[] =>
  moves.map(({ lot, amount }) => leaf(reason(factsOf(agreement, lot)), amount))

const taken = ({ reason, amount }: Explained): Explained => leaf(reason, -amount)

const factsOf = (agreement: Agreement, lot: Lot): LotFacts => ({
  source: lot.source,
  period: periodAt(agreement, lot.period),
  topUp: agreement.topUps.find(({ id }) => id === lot.topUpId) ?? null,
  lastDay: lastDayFor(agreement, lot),
})

/** Of its last period; where the agreement was ended before that, the last day of all. */
function lastDayFor(agreement: Agreement, { expiresAfter }: Lot): Day | null {
  const last = Number.isFinite(expiresAfter) ? periodAt(agreement, expiresAfter) : null
  return last ? lastDay(last) : lastDayOf(agreement)
}
