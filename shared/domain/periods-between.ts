import type { Day } from '../kernel/day.ts'
import type { Agreement } from '../model/agreement.ts'
import { lastBegun, periodAt, type Period } from './periods.ts'

/** The periods with a day from `from` up to, not including, `to`, oldest first; found without going through the past. */
export function periodsBetween(agreement: Agreement, from: Day, to: Day): Period[] {
  const periods: Period[] = []
  let period = lastBegun(agreement, from) ?? periodAt(agreement, 0)
  for (; period && period.start < to; period = periodAt(agreement, period.index + 1))
    if (period.end > from) periods.push(period)
  return periods
}
