import { addDays, weekdayOf, type Day } from '../kernel/day.ts'

/** The weekdays on which the user works, 1 Monday … 7 Sunday. */
export type WorkingWeek = readonly number[]

export const isWorkingDay = (day: Day, week: WorkingWeek): boolean => week.includes(weekdayOf(day))

/** The working days from one day up to, not including, another. */
export function workingDaysBetween(from: Day, to: Day, week: WorkingWeek): Day[] {
  const days: Day[] = []
  for (let day = from; day < to; day = addDays(day, 1)) if (isWorkingDay(day, week)) days.push(day)
  return days
}

/** The last `count` working days before a day, newest first; none where the week has no working day. */
export function workingDaysBefore(before: Day, count: number, week: WorkingWeek): Day[] {
  const days: Day[] = []
  if (week.length === 0) return days
  for (let day = addDays(before, -1); days.length < count; day = addDays(day, -1))
    if (isWorkingDay(day, week)) days.push(day)
  return days
}
