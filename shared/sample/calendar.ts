import { addDays, addToMonth, firstDayOf, weekdayOf, type Day, type Month } from '../kernel/day.ts'
import { random } from './random.ts'

/** Weekdays, as in the preferences: 1 Monday … 7 Sunday. */
export const WORKING_DAYS = [1, 2, 3, 4, 5]

/** Two weeks in August, and from Christmas Eve to New Year. */
function isHoliday(day: Day): boolean {
  const date = day.slice(5)
  return (date >= '08-10' && date <= '08-23') || date >= '12-24' || date === '01-01'
}

/** A day on which somebody works. */
export interface WorkDay {
  readonly day: Day
  /** 0 to 1: how much of the month's weekdays, holidays too, is over when the next such day begins; 1 on 23 December. */
  readonly goneOfCalendar: number
}

/** The days of a month with work in them: weekdays without holidays, but for a day off now and then. */
export function workDays(month: Month, today: Day): WorkDay[] {
  const weekdays = daysOf(month).filter((day) => WORKING_DAYS.includes(weekdayOf(day)))
  const worked = weekdays.filter((day) => !isHoliday(day) && (day === today || !isDayOff(day)))
  return worked.map((day, index) => {
    const next = worked[index + 1]
    return { day, goneOfCalendar: next ? weekdays.indexOf(next) / weekdays.length : 1 }
  })
}

/** One in twenty-five or so: a cold, a move, an errand. */
const isDayOff = (day: Day): boolean => random(`off ${day}`).chance(4)

/** A Saturday or Sunday with a little work in it, about one a month. */
export const isBusyWeekend = (day: Day): boolean =>
  weekdayOf(day) > 5 && !isHoliday(day) && random(`weekend ${day}`).chance(12)

export function daysOf(month: Month): Day[] {
  const days: Day[] = []
  const next = firstDayOf(addToMonth(month, 1))
  for (let day = firstDayOf(month); day < next; day = addDays(day, 1)) days.push(day)
  return days
}
