import type { Day } from '../../kernel/day.ts'
import type { Minor } from '../../kernel/units.ts'
import type { Agreement } from '../../model/agreement.ts'
import type { Closing } from '../../model/closing.ts'
import type { Delivery } from '../../model/delivery.ts'
import type { Period } from '../periods.ts'
import type { ByDay } from '../totals.ts'
import type { Lot, Move } from './lots.ts'

/** What was done of an agreement. */
export interface Done {
  readonly days: ByDay
  /** Units handed over, and uses of perks that are counted. */
  readonly deliveries?: readonly Pick<Delivery, 'day' | 'units' | 'perkId'>[]
  /** The periods that were closed, by their first day: their rows stay as they were reported. */
  readonly closings?: ReadonlyMap<Day, Closing>
  /** How it stood on some period's first day, where that is known: who asks for no more than what came after begins there. */
  readonly stood?: Stood
}

/** What a period was handed, by its first day. It holds while nothing that lies before that day changes. */
export interface Stood {
  /** That it was worked out by. */
  readonly agreement: Agreement
  readonly start: Day
  readonly handed: Handed
}

/** What a perk gave in a period. */
export interface PerkUse {
  readonly id: string
  /** Charged time on it, and how much of that its quota covers; the rest draws on included time. */
  readonly seconds: number
  readonly covered: number
  /** Uses of one that is counted. */
  readonly times: number
}

/**
 * A row of the period ledger (domain.md, The period ledger). Time in seconds (deliverables: units), money in minor
 * units. Always: opening + adjusted + granted + overage = used + expired + dropped + carriedOut. An open period is shown
 * as if it closed now.
 */
export interface LedgerRow {
  readonly period: Period
  /** All that earlier lots hold, less what was borrowed; after a closed period what that one was reported to hand on. */
  readonly opening: number
  /** What has changed in closed periods since hands on so much more, and `adjustedLots` of which lots. */
  readonly adjusted: number
  readonly adjustedLots: readonly LotChange[]
  /** The period's own: included and topped up. */
  readonly granted: number
  readonly used: number
  readonly usedCarried: number
  readonly usedIncluded: number
  readonly usedTopUp: number
  readonly overage: number
  readonly expired: number
  readonly dropped: number
  /** What the next period begins with, less `borrowed`. */
  readonly carriedOut: number
  /** What the period before took of this one's included amount, and what this one takes of the next one's. */
  readonly repaid: number
  readonly borrowed: number
  /** Every second spent, billable or not, on a perk or not. */
  readonly worked: number
  readonly fee: Minor
  readonly topUpAmount: Minor
  readonly overageAmount: Minor
  /** Fee per hour worked; null when nothing was. */
  readonly effectiveRate: Minor | null
  readonly perks: readonly PerkUse[]
  /** The lots at the start of the period, its own included: what there was to use, in order of use. */
  readonly lots: readonly Lot[]
  readonly moves: readonly Move[]
  /** It was closed: this is what was reported, whatever has changed since. */
  readonly isClosed: boolean
}

/** By how much more a lot came in than was reported. */
export interface LotChange {
  readonly lot: Lot
  readonly amount: number
}

/** What one period hands to the next: its lots, and what it took from the next one's included time. */
export interface Handed {
  readonly lots: readonly Lot[]
  readonly borrowed: number
  /** By a closed period: what it was reported to hand on. */
  readonly reported?: Pick<Handed, 'lots' | 'borrowed'>
}
