import { addDays, type Day } from '#shared/kernel/day.ts'
import { addSeconds, dayAt, type Instant, type Zone } from '#shared/kernel/instant.ts'

/** The days on which an entry can be cut. */
export function cutDays(start: Instant, end: Instant, zone: Zone): Day[] {
  const days: Day[] = []
  const last = dayAt(addSeconds(end, -1), zone)
  for (let day = dayAt(start, zone); day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

/** The day that is meant: the chosen one, unless the time lies inside the entry on one other day alone. */
export function dayOfCut(days: readonly Day[], chosen: Day, isInside: (day: Day) => boolean): Day {
  const fits = days.filter(isInside)
  return fits.length === 1 && fits[0] && !fits.includes(chosen) ? fits[0] : chosen
}
