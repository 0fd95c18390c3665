import { addDays, addToMonth, firstDayOf, monthOf, type Day, type Month } from '../../kernel/day.ts'
import type { Minor } from '../../kernel/units.ts'
import type { Agreement } from '../../model/agreement.ts'
import { lastOfTerm, periodsUntil, termsOf, type Period } from '../periods.ts'

/** A period's fee in the month in which it starts (domain.md, Income). */
export interface Fee {
  readonly month: Month
  readonly period: Period
  readonly fee: Minor
  /** Inside a signed term; else it is expected: past the end of a term that renews, or past the notice. */
  readonly guaranteed: boolean
}

/** An agreement's fees whose periods start by the end of the month `to`. */
export function feesOf(agreement: Agreement, asOf: Day, to: Month): Fee[] {
  const isGuaranteed = guaranteedPeriods(agreement, asOf)
  const lastDay = addDays(firstDayOf(addToMonth(to, 1)), -1)
  return periodsUntil(agreement, lastDay).map((period) => ({
    month: monthOf(period.start),
    period,
    fee: termsOf(agreement, period).fee,
    guaranteed: isGuaranteed(period),
  }))
}

/**
 * Which periods can be counted on (acceptance/README.md, kind: income): all of a term that ends; of one that renews
 * those up to the end of the running term (the first, when none has begun); of an open one those that start within
 * the notice.
 */
function guaranteedPeriods(agreement: Agreement, asOf: Day): (period: Period) => boolean {
  if (agreement.term.atEnd === 'ends') return () => true
  if (agreement.term.atEnd === 'open') {
    const noticed = addDays(asOf, agreement.noticeDays)
    return (period) => period.start <= noticed
  }
  const running = periodsUntil(agreement, asOf).at(-1)?.index ?? 0
  const last = lastOfTerm(agreement, running)
  return (period) => period.index <= last
}
