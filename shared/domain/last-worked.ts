import { addToMonth, monthOf, monthsBetween, type Month } from '../kernel/day.ts'
import { onceADay } from './once-a-day.ts'

/** How far back a month is looked for before all days are. */
const NEAR = 12

/**
 * The last month up to today's in which anything was worked, own work included; null where nothing ever was. Of the last
 * twelve months their sums are asked for, so that what lies further back is not read.
 */
export const lastMonthWorked = onceADay(({ totals }, today): Month | null => {
  const now = monthOf(today)
  const works = [...(totals?.values() ?? [])]
  const near = monthsBetween(addToMonth(now, 1 - NEAR), now).findLast((month) =>
    works.some((days) => days.inMonth(month).worked > 0),
  )
  if (near !== undefined) return near
  let last: Month | null = null
  for (const days of works)
    for (const [day, { worked }] of days) {
      const month = monthOf(day)
      if (worked > 0 && month <= now && (last === null || month > last)) last = month
    }
  return last
})
