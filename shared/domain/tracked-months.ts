import { addToMonth, firstDayOf, monthOf, monthsBetween, type Day, type Month } from '../kernel/day.ts'
import { seconds, sumOf, type Seconds } from '../kernel/units.ts'
import { totalBetween, type ByDay, type DayTotal } from './totals.ts'

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

/**
 * The last whole months that say something of a client, at most so many: up to the last one that had work, and from the
 * first one at the earliest. Null while no month with work is over.
 */
export function latestTracked(
  days: readonly ReadonlyMap<Day, DayTotal>[],
  today: Day,
  most: number,
): { readonly from: Month; readonly to: Month } | null {
  const before = addToMonth(monthOf(today), -1)
  let first: Month | null = null
  let last: Month | null = null
  for (const totals of days)
    for (const day of totals.keys()) {
      const month = monthOf(day)
      if (month > before) continue
      if (first === null || month < first) first = month
      if (last === null || month > last) last = month
    }
  if (first === null || last === null) return null
  const earliest = addToMonth(last, 1 - most)
  return { from: first > earliest ? first : earliest, to: last }
}
