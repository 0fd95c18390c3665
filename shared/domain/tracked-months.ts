import { addToMonth, firstDayOf, monthsBetween, type Month } from '../kernel/day.ts'
import { seconds, sumOf, type Seconds } from '../kernel/units.ts'
import { totalBetween, type ByDay } from './totals.ts'

/** What a client had of a month by the clock. */
export interface TrackedMonth {
  readonly month: Month
  /** Billable time after rounding. Time on a perk counts: to a client who pays by the hour nothing is on top. */
  readonly charged: Seconds
}

/** The months from one to another, both included, of all of a client's engagements together. */
export const trackedMonths = (days: readonly ByDay[], from: Month, to: Month): TrackedMonth[] =>
  monthsBetween(from, to).map((month) => ({ month, charged: seconds(sumOf(days, (each) => chargedIn(each, month))) }))

function chargedIn(days: ByDay, month: Month): number {
  const { charged, perks } = totalBetween(days, firstDayOf(month), firstDayOf(addToMonth(month, 1)))
  return charged + sumOf(Object.values(perks), (onPerk) => onPerk)
}
