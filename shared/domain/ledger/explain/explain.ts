import type { Agreement } from '../../../model/agreement.ts'
import type { LedgerRow } from '../row.ts'
import {
  adjustedParts,
  borrowedParts,
  carriedOutParts,
  drawnParts,
  droppedParts,
  expiredParts,
  openingParts,
  repaidParts,
  uncoveredParts,
} from './from-lots.ts'
import type { Explained, Figure } from './reason.ts'
import type { Opened, Sources } from './sources.ts'
import { effectiveRateParts, feeParts, grantedParts, overageAmountParts, topUpAmountParts } from './terms.ts'
import { whole } from './tree.ts'
import { usedParts, workedParts } from './work.ts'

/**
 * A figure of a ledger row, opened down to the entries and the rules behind it: a tree in which the amounts below a
 * node always add up to it. Time in seconds, units for deliverables, money in minor units (`unitOf`). Parts can be
 * negative: what proration takes off, what was borrowed, what a perk or a lot covered.
 *
 * A closed row is told from what its closing kept (lots, moves, quotas) and from today's entries and terms; where these
 * say something else by now, `sinceClosed` is the difference, and the tree still comes to what was reported. A rate
 * that there is not, since nothing was worked, is told as `notWorked` with an amount of 0. A figure of 0 to which
 * nothing led has nothing below it.
 *
 * @param row of a ledger of the agreement that ran on the days of the sources
 */
export function explain(agreement: Agreement, row: LedgerRow, figure: Figure, sources: Sources): Explained {
  const rest = { kind: row.isClosed ? 'sinceClosed' : 'unlisted' } as const
  return whole({ kind: 'figure', figure }, row[figure] ?? 0, partsOf[figure]({ agreement, row, sources }), rest)
}

const partsOf: Readonly<Record<Figure, (opened: Opened) => Explained[]>> = {
  opening: openingParts,
  adjusted: adjustedParts,
  granted: grantedParts,
  used: usedParts,
  usedCarried: (opened) =>
    drawnParts(opened, (lot) => lot.source === 'included' && lot.period !== opened.row.period.index),
  usedIncluded: (opened) =>
    drawnParts(opened, (lot) => lot.source === 'included' && lot.period === opened.row.period.index),
  usedTopUp: (opened) => drawnParts(opened, (lot) => lot.source === 'topUp'),
  overage: (opened) => [usedOf(opened), ...uncoveredParts(opened)],
  expired: expiredParts,
  dropped: droppedParts,
  carriedOut: carriedOutParts,
  repaid: repaidParts,
  borrowed: borrowedParts,
  worked: workedParts,
  fee: feeParts,
  topUpAmount: topUpAmountParts,
  overageAmount: overageAmountParts,
  effectiveRate: effectiveRateParts,
}

const usedOf = ({ agreement, row, sources }: Opened): Explained => explain(agreement, row, 'used', sources)
