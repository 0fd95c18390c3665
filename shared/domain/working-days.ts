import { addDays, daysBetween, weekdayOf, type Day } from '../kernel/day.ts'
import { by } from '../kernel/order.ts'
import { minutes, type Minutes } from '../kernel/units.ts'
import type { Preferences } from '../model/preferences.ts'

/** What the user says of when they work. */
export type WorkHabits = Pick<Preferences, 'workingDays' | 'daysOff' | 'minutesPerDay'>

/**
 * When the user works (domain.md, Pace and Capacity): on the weekdays of their week, but for their days off. Days are
 * the workspace's own, so that no zone comes into it. All counts are arithmetic: none walks from day to day.
 */
export interface WorkCalendar {
  /** How many weekdays before each are worked: 0 for Monday, and at last those of the whole week. */
  readonly before: readonly number[]
  /** Days off in order, none touching another. */
  readonly off: readonly Off[]
  readonly minutesPerDay: number
}

/** Days off in a row, `to` the first that is none; `lost`: the working days that all earlier ones took. */
interface Off {
  readonly from: Day
  readonly to: Day
  readonly lost: number
}

const WEEK = 7
/** Weeks are counted from it. */
const MONDAY = '1970-01-05' as Day

/** Worked out once: preferences are never changed, only replaced by others. */
const known = new WeakMap<WorkHabits, WorkCalendar>()

export function calendarOf(habits: WorkHabits): WorkCalendar {
  const found = known.get(habits)
  if (found) return found
  const before = [0]
  for (let weekday = 1; weekday <= WEEK; weekday++)
    before.push((before[weekday - 1] ?? 0) + (habits.workingDays.includes(weekday) ? 1 : 0))
  const calendar = { before, off: offFrom(habits.daysOff, before), minutesPerDay: habits.minutesPerDay }
  known.set(habits, calendar)
  return calendar
}

/** Both ends are days off; what ends before it begins is none. Those that overlap are taken once. */
function offFrom(daysOff: WorkHabits['daysOff'], before: WorkCalendar['before']): Off[] {
  const off: Off[] = []
  let lost = 0
  for (const range of daysOff.toSorted(by(({ from }) => from))) {
    const covered = off.at(-1)?.to
    const from = covered !== undefined && covered > range.from ? covered : range.from
    const to = addDays(range.to, 1)
    if (to <= from) continue
    off.push({ from, to, lost })
    lost += weekdaysUntil(to, before) - weekdaysUntil(from, before)
  }
  return off
}

/** How many days of the working week lie between a fixed Monday and a day; negative for those before it. */
function weekdaysUntil(day: Day, before: WorkCalendar['before']): number {
  const days = daysBetween(MONDAY, day)
  const weeks = Math.floor(days / WEEK)
  return weeks * (before[WEEK] ?? 0) + (before[days - weeks * WEEK] ?? 0)
}

/** The last days off that begin before a day; -1 when none do. */
function lastOffBefore(day: Day, off: readonly Off[]): number {
  let [low, high] = [-1, off.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((off[middle]?.from ?? day) < day) low = middle
    else high = middle - 1
  }
  return low
}

/** Working days between a fixed one and a day: the difference of two of these is how many lie between them. */
function workedUntil(day: Day, { before, off }: WorkCalendar): number {
  const last = off[lastOffBefore(day, off)]
  if (!last) return weekdaysUntil(day, before)
  const end = last.to < day ? last.to : day
  const lost = last.lost + weekdaysUntil(end, before) - weekdaysUntil(last.from, before)
  return weekdaysUntil(day, before) - lost
}

export function isWorkingDay(day: Day, { before, off }: WorkCalendar): boolean {
  const weekday = weekdayOf(day)
  if (before[weekday] === before[weekday - 1]) return false
  const last = off[lastOffBefore(addDays(day, 1), off)]
  return last === undefined || last.to <= day
}

/** How many working days there are from one day up to, not including, another; 0 when that is not later. */
export const countWorkingDays = (from: Day, to: Day, calendar: WorkCalendar): number =>
  from < to ? workedUntil(to, calendar) - workedUntil(from, calendar) : 0

/** The time there is to sell from one day up to, not including, another (domain.md, Capacity). */
export const minutesBetween = (from: Day, to: Day, calendar: WorkCalendar): Minutes =>
  minutes(countWorkingDays(from, to, calendar) * calendar.minutesPerDay)

/** The working days from one day up to, not including, another. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkCalendar): Day[] {
  const days: Day[] = []
  for (let day = from; day < to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) days.push(day)
  return days
}

/** The n-th working day from one day on, the first being 1; null when there are fewer before `to`. */
export function nthWorkingDay(n: number, from: Day, to: Day, calendar: WorkCalendar): Day | null {
  if (n < 1 || countWorkingDays(from, to, calendar) < n) return null
  // The number of days after which n working ones are over is halved until it is the only one.
  let [low, high] = [1, daysBetween(from, to)]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (countWorkingDays(from, addDays(from, middle), calendar) < n) low = middle + 1
    else high = middle
  }
  return addDays(from, low - 1)
}

/**
 * The stretch that holds the last `most` working days before a day and goes back no further than `notBefore`, with how
 * many of them it holds.
 */
export function workingDaysBefore(
  before: Day,
  most: number,
  notBefore: Day,
  calendar: WorkCalendar,
): { readonly from: Day; readonly count: number } {
  const all = countWorkingDays(notBefore, before, calendar)
  const first = nthWorkingDay(all - most + 1, notBefore, before, calendar)
  return first === null ? { from: notBefore, count: all } : { from: first, count: most }
}
