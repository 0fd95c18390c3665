import { addDays, firstDayOf, lastDayOf, monthOf, type Day, type Month } from '../../kernel/day.ts'
import type { Minor } from '../../kernel/units.ts'
import type { Agreement } from '../../model/agreement.ts'
import { finalIndex, lastBegun, lastDay, lastOfTerm, periodAt, periodsUntil, termsOf, type Period } from '../periods.ts'

/** A period's fee in the month in which it starts (domain.md, Income). */
export interface Fee {
  readonly month: Month
  readonly period: Period
  readonly fee: Minor
  /** Inside a signed term; else it is expected: past the end of a term that renews, or past the notice. */
  readonly guaranteed: boolean
}

/**
 * An agreement's fees whose periods start by the end of the month `to`.
 * @param from those of earlier months are not asked for
 */
export function feesOf(agreement: Agreement, asOf: Day, to: Month, from?: Month): Fee[] {
  const isGuaranteed = guaranteedPeriods(agreement, asOf)
  const first = (from && lastBegun(agreement, firstDayOf(from))?.index) ?? 0
  return periodsUntil(agreement, lastDayOf(to), first).map((period) => ({
    month: monthOf(period.start),
    period,
    fee: termsOf(agreement, period).fee,
    guaranteed: isGuaranteed(period),
  }))
}

/**
 * Which periods can be counted on (acceptance/README.md, kind: income): all of a term that ends; of one that renews
 * those up to the end of the running term (the first, when none has begun); of an open one those that start within the
 * notice. Once an end was agreed on, all up to it: it is signed.
 */
function guaranteedPeriods(agreement: Agreement, asOf: Day): (period: Period) => boolean {
  const last = lastGuaranteed(agreement, asOf)
  return (period) => period.index <= last
}

/** The index of the last period that can be counted on; -1 when there is none. */
function lastGuaranteed(agreement: Agreement, asOf: Day): number {
  const final = finalIndex(agreement)
  if (final !== null) return final
  if (agreement.term.atEnd === 'open') return lastBegun(agreement, addDays(asOf, agreement.noticeDays))?.index ?? -1
  return lastOfTerm(agreement, lastBegun(agreement, asOf)?.index ?? 0)
}

/** The last day that can be counted on; null when none can. */
export function guaranteedUntil(agreement: Agreement, asOf: Day): Day | null {
  const index = lastGuaranteed(agreement, asOf)
  const last = index < 0 ? null : periodAt(agreement, index)
  return last && lastDay(last)
}
