import type { Id } from '../../kernel/id.ts'
import { sumOf } from '../../kernel/units.ts'

/**
 * Lots of time (domain.md, The period ledger): what may still be used, and until when. Amounts are seconds, or units
 * of deliverables.
 */
export interface Lot {
  readonly source: 'included' | 'topUp'
  /** The period that granted it. */
  readonly period: number
  /** Which of the agreement's top-ups it is; null for included time. */
  readonly topUpId: Id | null
  readonly granted: number
  readonly left: number
  /** The last period in which it can be used; Infinity while the agreement has no end. */
  readonly expiresAfter: number
}

/** An amount taken from a lot, with the reason. A figure of a row opens down to these. */
export interface Move {
  readonly kind: 'draw' | 'expire' | 'drop'
  readonly lot: Lot
  readonly amount: number
}

export interface Moved {
  readonly lots: readonly Lot[]
  readonly moves: readonly Move[]
}

/** The order of use: first what expires first, then the older; a period's included lot before its top-ups. */
export const inOrder = (lots: readonly Lot[]): readonly Lot[] =>
  lots.length < 2
    ? lots
    : lots.toSorted(
        (a, b) => compare(a.expiresAfter, b.expiresAfter) || a.period - b.period || rank(a.source) - rank(b.source),
      )
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)
const rank = (source: Lot['source']): number => (source === 'included' ? 0 : 1)

/** Whether two are the same lot, with more or less left in it. */
export const isSameLot = (a: Lot, b: Lot): boolean => a.period === b.period && a.topUpId === b.topUpId

const noMoves: readonly Move[] = []

/** Takes up to `amount` from the lots that `may` be taken from. All lots here are in the order of use, and stay in it. */
function take(lots: readonly Lot[], amount: number, kind: Move['kind'], may: (lot: Lot) => boolean): Moved {
  if (amount === 0 || lots.length === 0) return { lots, moves: noMoves }
  const [moves, left]: [Move[], Lot[]] = [[], []]
  let wanted = amount
  for (const lot of lots) {
    const taken = may(lot) ? Math.min(lot.left, wanted) : 0
    if (taken !== 0) moves.push({ kind, lot, amount: taken })
    wanted -= taken
    if (taken === 0) left.push(lot)
    else if (lot.left > taken) left.push({ ...lot, left: lot.left - taken })
  }
  return { lots: left, moves }
}

/** Work draws on the lot that expires first; what no lot covers is left to the caller as overage. */
export const draw = (lots: readonly Lot[], amount: number): Moved => take(lots, amount, 'draw', () => true)

/** At a period's close: what was to be used by now is lost. */
export const expire = (lots: readonly Lot[], period: number): Moved =>
  take(lots, Infinity, 'expire', (lot) => lot.expiresAfter <= period)

/** After it the cap: what included lots have left beyond it, the part that would expire first giving first. */
export function drop(lots: readonly Lot[], cap: number | null): Moved {
  if (cap === null || lots.length === 0) return { lots, moves: noMoves }
  const included = (lot: Lot): boolean => lot.source === 'included'
  const left = sumOf(lots, (lot) => (included(lot) ? lot.left : 0))
  return take(lots, Math.max(0, left - cap), 'drop', included)
}

export const leftIn = (lots: readonly Lot[]): number => sumOf(lots, (lot) => lot.left)
