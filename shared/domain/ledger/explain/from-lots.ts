import { addDays, type Day } from '../../../kernel/day.ts'
import { sumOf } from '../../../kernel/units.ts'
import type { Agreement } from '../../../model/agreement.ts'
import { lastDay, periodAt, termEnd } from '../../periods.ts'
import { rulesOn } from '../../rules.ts'
import { isSameLot, type Lot, type Move } from '../lots.ts'
import type { Explained, LotFacts, Reason } from './reason.ts'
import type { Opened } from './sources.ts'
import { leaf } from './tree.ts'

/** What earlier periods carried in, by lot, less what the one before had borrowed of this one's. */
export function openingParts(opened: Opened): Explained[] {
  const { agreement, row } = opened
  const carried = row.lots.filter((lot) => lot.period < row.period.index)
  return [
    ...carried.map((lot) => leaf({ kind: 'held', lot: factsOf(agreement, lot) }, lot.left)),
    ...repaidParts(opened).map(taken),
  ]
}

/** What is left in each lot after all moves, less what was borrowed of the next period's. */
export function carriedOutParts(opened: Opened): Explained[] {
  const { agreement, row } = opened
  const held = row.lots.flatMap((lot) => {
    const left = lot.left - sumOf(row.moves, (move) => (isSameLot(move.lot, lot) ? move.amount : 0))
    return left === 0 ? [] : [leaf({ kind: 'held', lot: factsOf(agreement, lot) }, left)]
  })
  return [...held, ...borrowedParts(opened).map(taken)]
}

export const repaidParts = ({ agreement, row }: Opened): Explained[] =>
  row.repaid === 0 ? [] : [leaf({ kind: 'repaid', to: periodAt(agreement, row.period.index - 1) }, row.repaid)]

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
  if (last) return lastDay(last)
  const over = termEnd(agreement)
  return over && addDays(over, -1)
}
