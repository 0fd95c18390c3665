import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import { sumOf } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'

export type StepKind =
  | 'opening'
  | 'included'
  | 'topUp'
  | 'over'
  | 'usedCarried'
  | 'usedIncluded'
  | 'usedTopUp'
  | 'usedOver'
  | 'expired'
  | 'dropped'
  | 'carried'
  | 'left'

/** A bar of the waterfall: from one level to the next, in seconds or units. */
export interface WaterfallStep {
  readonly kind: StepKind
  readonly amount: number
  readonly from: number
  readonly to: number
}

/**
 * A period as a waterfall: what comes in goes up, what goes out comes down, and the last bar is what is carried out, or
 * still there while the period runs. Steps of nothing are left out; the levels meet, so it ends where the row does.
 */
export function waterfallSteps(agreement: Agreement, row: LedgerRow, isClosed: boolean): WaterfallStep[] {
  if (agreement.basis === 'access') return []
  const topUps = sumOf(row.lots, (lot) => (lot.source === 'topUp' && lot.period === row.period.index ? lot.granted : 0))
  const drawn = row.usedCarried + row.usedIncluded + row.usedTopUp
  const moves: (readonly [StepKind, number])[] = [
    ['opening', row.opening + row.adjusted],
    ['included', row.granted - topUps],
    ['topUp', topUps],
    ['usedCarried', -row.usedCarried],
    ['usedIncluded', -row.usedIncluded],
    ['usedTopUp', -row.usedTopUp],
    ['usedOver', -(row.used - drawn)],
    ['over', row.overage],
  ]
  if (isClosed) moves.push(['expired', -row.expired], ['dropped', -row.dropped])
  let level = 0
  const steps = moves.map(([kind, amount]): WaterfallStep => {
    const from = level
    level += amount
    return { kind, amount, from, to: level }
  })
  const rest: WaterfallStep = { kind: isClosed ? 'carried' : 'left', amount: level, from: 0, to: level }
  return [...steps, rest].filter(({ amount, kind }) => amount !== 0 || kind === 'carried' || kind === 'left')
}
