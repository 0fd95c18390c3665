import type { Closing } from '../../model/closing.ts'
import type { Period } from '../periods.ts'
import type { Said } from './close-period.ts'
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
): Pick<Closing, 'figures' | 'perks' | 'adjustedLots' | 'lots' | 'moves' | 'handed'> {
  const { period: _period, isClosed: _isClosed, perks, adjustedLots, lots, moves, ...figures } = row
  return {
    figures,
    perks: perks.map((perk) => ({ ...perk })),
    adjustedLots: adjustedLots.map(({ lot, amount }) => ({ lot: kept(lot), amount })),
    lots: lots.map(kept),
    moves: moves.map(({ kind, lot, amount }) => ({
      kind,
      lot: lots.findIndex((each) => isSameLot(each, lot)),
      amount,
    })),
    handed: keptLots(handed),
  }
}

type KeptLots = Pick<Closing['handed'], 'lots' | 'borrowed'>

/** What is handed on, as JSON. */
export interface KeptHanded extends KeptLots {
  readonly reported?: KeptLots
}

const keptLots = ({ lots, borrowed }: Pick<Handed, 'lots' | 'borrowed'>): KeptLots => ({
  lots: lots.map(kept),
  borrowed,
})
const foundLots = ({ lots, borrowed }: KeptLots): Pick<Handed, 'lots' | 'borrowed'> => ({
  lots: lots.map(found),
  borrowed,
})

export const keptHanded = ({ reported, ...handed }: Handed): KeptHanded => ({
  ...keptLots(handed),
  ...(reported && { reported: keptLots(reported) }),
})

export const handedFrom = ({ reported, ...handed }: KeptHanded): Handed => ({
  ...foundLots(handed),
  ...(reported && { reported: foundLots(reported) }),
})

/** The row of a closed period, as it was reported. */
export function closedRow({ figures, perks, adjustedLots, lots, moves }: Closing, period: Period): LedgerRow {
  const then = lots.map(found)
  const adjusted = adjustedLots.map(({ lot, amount }) => ({ lot: found(lot), amount }))
  return { ...figures, period, perks, adjustedLots: adjusted, lots: then, moves: moved(moves, then), isClosed: true }
}

/** What a closed row said that later terms do not change. */
export const saidBy = ({ lots, overage, borrowed }: LedgerRow): Said => ({
  // No less than it took; no more where it took all there was, and the rest was billed.
  lends: (granted) => (overage > 0 ? borrowed : Math.max(granted, borrowed)),
  expires: (lot) => ({
    ...lot,
    expiresAfter: lots.find((own) => isSameLot(own, lot))?.expiresAfter ?? lot.expiresAfter,
  }),
})

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

/** What a closed period was reported to hand on. */
export const handedBy = ({ handed }: Closing): Pick<Handed, 'lots' | 'borrowed'> => foundLots(handed)

/** @param last the last period there will ever be: a lot from before an end was agreed on does not outlive it */
export const within = ({ lots, ...handed }: Handed, last: number): Handed => ({
  ...handed,
  lots: lots.map((lot) => (lot.expiresAfter > last ? { ...lot, expiresAfter: last } : lot)),
})
