import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Minor } from '../../../kernel/units.ts'
import type { Agreement, Overage, Rounding, TopUp } from '../../../model/agreement.ts'
import type { Period } from '../../periods.ts'
import type { Lot } from '../lots.ts'

/** The figures of a ledger row that can be opened. */
export const figures = [
  'opening',
  'adjusted',
  'granted',
  'used',
  'usedCarried',
  'usedIncluded',
  'usedTopUp',
  'overage',
  'expired',
  'dropped',
  'carriedOut',
  'repaid',
  'borrowed',
  'worked',
  'fee',
  'topUpAmount',
  'overageAmount',
  'effectiveRate',
] as const
export type Figure = (typeof figures)[number]

/** What the amounts of a figure's tree count. `effectiveRate` is money for an hour. */
export function unitOf({ basis }: Pick<Agreement, 'basis'>, figure: Figure): 'seconds' | 'units' | 'minor' {
  if (figure === 'worked') return 'seconds'
  if (figure === 'fee' || figure === 'topUpAmount' || figure === 'overageAmount' || figure === 'effectiveRate')
    return 'minor'
  return basis === 'deliverables' ? 'units' : 'seconds'
}

/** A lot by what a reader knows it by. */
export interface LotFacts {
  readonly source: Lot['source']
  /** The period that granted it; null where the agreement has none of that number any more. */
  readonly period: Period | null
  /** null for included time, and for a top-up that was taken out of the agreement since. */
  readonly topUp: TopUp | null
  /** The last day on which it can be used; null while the agreement has no end. */
  readonly lastDay: Day | null
}

/**
 * Why an amount is what it is: facts, no words (those are i18n's). Amounts inside a reason are in the agreement's own
 * unit where they come from the agreement (minutes, units), else in that of the tree.
 */
export type Reason =
  /** A figure of the row, made of what is below it. */
  | { readonly kind: 'figure'; readonly figure: Figure }
  /** What a lot held when the period began, or holds when it ends. */
  | { readonly kind: 'held'; readonly lot: LotFacts }
  /** By how much more a lot came in than the closed period before was reported to hand on. */
  | { readonly kind: 'adjusted'; readonly lot: LotFacts }
  | { readonly kind: 'drawn'; readonly lot: LotFacts }
  /** Off the overage: work that the lot paid for. */
  | { readonly kind: 'covered'; readonly lot: LotFacts }
  | { readonly kind: 'expired'; readonly lot: LotFacts }
  /** Beyond the cap, in minutes or units; null where the agreement names none any more. */
  | { readonly kind: 'dropped'; readonly lot: LotFacts; readonly cap: number | null }
  /** Of this period's included amount, what the period before had used already. */
  | { readonly kind: 'repaid'; readonly to: Period | null }
  /** Used in this period, out of the included amount of the one that begins on the day. */
  | { readonly kind: 'borrowed'; readonly from: Day }
  /** Borrowed by the period before and more than this one has to give back. */
  | { readonly kind: 'unrepaid'; readonly to: Period | null }
  /** The version in force on the period's first day; null before the first one, when nothing is owed or granted. */
  | { readonly kind: 'version'; readonly version: { from: Day; fee: Minor; included: number } | null }
  /** `until`: the first day that is no longer in it; null where no version says so. */
  | { readonly kind: 'pause'; readonly from: Day; readonly until: Day | null }
  /** What a partial period takes off a whole one's terms. */
  | { readonly kind: 'proration'; readonly days: number; readonly wholeDays: number }
  | { readonly kind: 'topUp'; readonly topUp: TopUp }
  | { readonly kind: 'day'; readonly day: Day }
  /** What of an entry lies in the day above it, as it was worked. */
  | { readonly kind: 'entry'; readonly entryId: Id }
  /** What rounding adds to that or takes off: all of it on the entry's first day. */
  | { readonly kind: 'rounding'; readonly entryId: Id; readonly rounding: Rounding }
  /** Off the used time: what a perk's quota, in minutes, covers. Name and quota are null where it is agreed no more. */
  | { readonly kind: 'quota'; readonly perkId: string; readonly name: string | null; readonly minutes: number | null }
  | { readonly kind: 'delivery'; readonly deliveryId: Id; readonly day: Day }
  /** The overage at its rate, an hour or a unit: billed under `bill`, and under `borrow` what cannot be borrowed. */
  | {
      readonly kind: 'rate'
      readonly policy: Exclude<Overage['policy'], 'absorb'>
      readonly rate: Minor
      readonly overage: number
    }
  /** Overage that is not charged, with the list rate it is worth. */
  | { readonly kind: 'absorbed'; readonly listRate: Minor; readonly overage: number }
  /** The fee for each hour worked. */
  | { readonly kind: 'perHour'; readonly fee: Minor; readonly worked: number }
  /** There is no rate, which is not the same as one of 0. */
  | { readonly kind: 'notWorked' }
  /** By how much what is tracked or agreed today says something else than was reported when the period was closed. */
  | { readonly kind: 'sinceClosed' }
  /** Counted, and by nothing that the sources list: entries that were not given, a timer that runs. */
  | { readonly kind: 'unlisted' }

/** An amount and what it is made of: those of `of` add up to it, so that the leaves of a figure add up to the figure. */
export interface Explained {
  readonly reason: Reason
  readonly amount: number
  readonly of: readonly Explained[]
}
