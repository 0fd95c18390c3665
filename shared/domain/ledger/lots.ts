import type { Id } from '../../kernel/id.ts'
import type { LotChange } from './row.ts'

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
  /** The sum of the moves. */
  readonly amount: number
}

/**
 * The order of use: first what expires first, then the older; a period's included lot before its top-ups.
 * @param lots of one period the included one first, then its top-ups as they are dated: these stay as they come
 */
export const inOrder = (lots: readonly Lot[]): readonly Lot[] => (lots.length > 1 ? lots.toSorted(byUse) : lots)

// By comparing, since Infinity less Infinity is no number.
const byUse = (a: Lot, b: Lot): number =>
  a.expiresAfter < b.expiresAfter ? -1 : a.expiresAfter > b.expiresAfter ? 1 : a.period - b.period

/** Whether two are the same lot, with more or less left in it. */
export const isSameLot = (a: Lot, b: Lot): boolean => a.period === b.period && a.topUpId === b.topUpId

/** What came in beyond what was reported, lot by lot, and what of it is missing. */
export function changesOf(reported: readonly Lot[], now: readonly Lot[]): LotChange[] {
  const gone = reported.filter((lot) => !now.some((other) => isSameLot(lot, other)))
  return [
    ...now.map((lot) => ({ lot, amount: lot.left - (reported.find((other) => isSameLot(lot, other))?.left ?? 0) })),
    ...gone.map((lot) => ({ lot, amount: -lot.left })),
  ].filter(({ amount }) => amount !== 0)
}

/** Takes up to `amount` from the lots that `may` be taken from. All lots here are in the order of use, and stay in it. */
function take(lots: readonly Lot[], amount: number, kind: Move['kind'], may: (lot: Lot) => boolean): Moved {
  if (amount === 0) return { lots, moves: [], amount }
  const [moves, left]: [Move[], Lot[]] = [[], []]
  let wanted = amount
  let all = 0
  for (const lot of lots) {
    const taken = may(lot) ? Math.min(lot.left, wanted) : 0
    if (taken === 0) {
      left.push(lot)
      continue
    }
    moves.push({ kind, lot, amount: taken })
    if (lot.left > taken) left.push({ ...lot, left: lot.left - taken })
    wanted -= taken
    all += taken
  }
  return { lots: left, moves, amount: all }
}

/** Work draws on the lot that expires first; what no lot covers is left to the caller as overage. */
export const draw = (lots: readonly Lot[], amount: number): Moved => take(lots, amount, 'draw', () => true)

/** At a period's close: what was to be used by now is lost. */
export const expire = (lots: readonly Lot[], period: number): Moved =>
  take(lots, Infinity, 'expire', (lot) => lot.expiresAfter <= period)

/** After it the cap: what included lots have left beyond it, the part that would expire first giving first. */
export function drop(lots: readonly Lot[], cap: number | null): Moved {
  const beyond = cap === null ? 0 : Math.max(0, leftIn(lots.filter(isIncluded)) - cap)
  return take(lots, beyond, 'drop', isIncluded)
}

const isIncluded = (lot: Lot): boolean => lot.source === 'included'

/** By hand and not by `sumOf`: a ledger of twenty years asks for it some thousand times. */
export function leftIn(lots: readonly Lot[]): number {
  let sum = 0
  for (const lot of lots) sum += lot.left
  return sum
}
