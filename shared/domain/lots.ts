/**
 * Lots of time (domain.md, The period ledger): what may still be used, and until when. Amounts are seconds, or units
 * of deliverables.
 */
export interface Lot {
  readonly source: 'included' | 'topUp'
  /** The period that granted it. */
  readonly period: number
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
export const inOrder = (lots: readonly Lot[]): Lot[] =>
  lots.toSorted(
    (a, b) => compare(a.expiresAfter, b.expiresAfter) || a.period - b.period || rank(a.source) - rank(b.source),
  )
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)
const rank = (source: Lot['source']): number => (source === 'included' ? 0 : 1)

/** Takes up to `amount` from the lots that `may` be taken from. All lots here are in the order of use, and stay in it. */
function take(lots: readonly Lot[], amount: number, kind: Move['kind'], may: (lot: Lot) => boolean): Moved {
  if (amount === 0) return { lots, moves: [] }
  const moves: Move[] = []
  let wanted = amount
  const left = lots.map((lot) => {
    const taken = may(lot) ? Math.min(lot.left, wanted) : 0
    if (taken === 0) return lot
    wanted -= taken
    moves.push({ kind, lot, amount: taken })
    return { ...lot, left: lot.left - taken }
  })
  return { lots: left.filter((lot) => lot.left > 0), moves }
}

/** Work draws on the lot that expires first; what no lot covers is left to the caller as overage. */
export const draw = (lots: readonly Lot[], amount: number): Moved => take(lots, amount, 'draw', () => true)

/** At a period's close: what was to be used by now is lost. */
export const expire = (lots: readonly Lot[], period: number): Moved =>
  take(lots, Infinity, 'expire', (lot) => lot.expiresAfter <= period)

/** After it the cap: what included lots have left beyond it, the part that would expire first giving first. */
export function drop(lots: readonly Lot[], cap: number | null): Moved {
  const included = (lot: Lot): boolean => lot.source === 'included'
  const left = lots.filter(included).reduce((sum, lot) => sum + lot.left, 0)
  return take(lots, cap === null ? 0 : Math.max(0, left - cap), 'drop', included)
}

export const leftIn = (lots: readonly Lot[]): number => lots.reduce((sum, lot) => sum + lot.left, 0)
