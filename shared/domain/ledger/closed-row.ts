import type { Closing } from '../../model/closing.ts'
import type { Period } from '../periods.ts'
import { isSameLot, type Lot, type Move } from './lots.ts'
import type { Handed, LedgerRow } from './row.ts'

type KeptLot = Closing['lots'][number]

/** JSON has no Infinity. */
const kept = (lot: Lot): KeptLot => ({ ...lot, expiresAfter: lot.expiresAfter === Infinity ? null : lot.expiresAfter })
const found = (lot: KeptLot): Lot => ({ ...lot, expiresAfter: lot.expiresAfter ?? Infinity })

/** What a closing keeps of a row: all of it, so that it can be shown, opened and handed on as it was. */
export function snapshotOf(
  row: LedgerRow,
  handed: Handed,
): Pick<Closing, 'figures' | 'perks' | 'lots' | 'moves' | 'handed'> {
  const { period: _period, isClosed: _isClosed, perks, lots, moves, ...figures } = row
  return {
    figures,
    perks: perks.map((perk) => ({ ...perk })),
    lots: lots.map(kept),
    moves: moves.map(({ kind, lot, amount }) => ({
      kind,
      lot: lots.findIndex((each) => isSameLot(each, lot)),
      amount,
    })),
    handed: { lots: handed.lots.map(kept), borrowed: handed.borrowed },
  }
}

/** The row of a closed period, as it was reported. */
export function closedRow({ figures, perks, lots, moves }: Closing, period: Period): LedgerRow {
  const then = lots.map(found)
  return { ...figures, period, perks, lots: then, moves: moved(moves, then), isClosed: true }
}

/** What was taken, in turn: each time from a lot with what the ones before had left in it. */
function moved(moves: Closing['moves'], lots: readonly Lot[]): Move[] {
  const left = [...lots]
  return moves.flatMap(({ kind, lot: place, amount }) => {
    const lot = left[place]
    if (!lot) return []
    left[place] = { ...lot, left: lot.left - amount }
    return [{ kind, lot, amount }]
  })
}

/**
 * What the period after a closed one begins with.
 * @param last the last period there will ever be: a lot that was kept before an end was agreed on does not outlive it
 */
export const handedBy = ({ handed }: Closing, last: number): Handed => ({
  lots: handed.lots.map(found).map((lot) => ({ ...lot, expiresAfter: Math.min(lot.expiresAfter, last) })),
  borrowed: handed.borrowed,
})
