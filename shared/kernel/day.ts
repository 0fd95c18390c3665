import type { $brand } from 'zod'
import { twoDigitsAt } from './digits.ts'

/** A local calendar day, `YYYY-MM-DD`. Days compare as text. */
export type Day = string & $brand<'Day'>
/** A calendar month, `YYYY-MM`. */
export type Month = string & $brand<'Month'>

export const DAY_MS = 86_400_000
/** 00 to 31, as dates are written. */
const twoDigits = Array.from({ length: 32 }, (_, index) => String(index).padStart(2, '0'))
const write = (year: number, month: number, day: number): Day =>
  `${year > 999 ? year : String(year).padStart(4, '0')}-${twoDigits[month]}-${twoDigits[day]}` as Day
const yearOf = (day: string): number => twoDigitsAt(day, 0) * 100 + twoDigitsAt(day, 2)
const monthNumber = (day: string): number => twoDigitsAt(day, 5)
const dateOf = (day: string): number => twoDigitsAt(day, 8)

/** Days before a month of a year that begins in March: so the day that comes and goes is its last. */
const daysBefore = (month: number): number => Math.floor((153 * ((month + 9) % 12) + 2) / 5)
/** From 1 March of the year 0 to 1 January 1970. */
const BEFORE_1970 = 719_468

/**
 * Days since 1970-01-01, the number line on which calendar arithmetic is done. Reckoned, not asked of `Date`: lists and
 * imports ask for hundreds of thousands (H. Hinnant, days_from_civil).
 */
export function toNumber(day: string): number {
  const month = monthNumber(day)
  const year = yearOf(day) - (month <= 2 ? 1 : 0)
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return year * 365 + leaps + daysBefore(month) + dateOf(day) - 1 - BEFORE_1970
}

/** A working life has some thousand days, and all its entries lie in them. */
const written = new Map<number, Day>()

export function fromNumber(number: number): Day {
  let day = written.get(number)
  if (day === undefined) {
    const date = new Date(number * DAY_MS)
    written.set(number, (day = write(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())))
  }
  return day
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** @param month 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Whether the text is a day that exists (2026-02-30 does not). */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, day] = [yearOf(text), monthNumber(text), dateOf(text)]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export const day = (text: string): Day => {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

/** Within the 28 days that every month has without a calendar: ledgers and charts step through years of days. */
export function addDays(from: Day, count: number): Day {
  const date = dateOf(from) + count
  return date >= 1 && date <= 28 ? ((from.slice(0, 8) + twoDigits[date]) as Day) : fromNumber(toNumber(from) + count)
}

/** How many days from `from` up to, not including, `to`. */
export const daysBetween = (from: Day, to: Day): number => toNumber(to) - toNumber(from)

/** The same day of the month `count` months later; the 31st falls on the last day of a shorter month. */
export function addMonths(from: Day, count: number): Day {
  const index = yearOf(from) * 12 + monthNumber(from) - 1 + count
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return write(year, month, Math.min(dateOf(from), daysInMonth(year, month)))
}

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (of: Day): number => ((((toNumber(of) + 3) % 7) + 7) % 7) + 1

export const isMonth = (text: string): text is Month => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)

export const monthOf = (of: Day): Month => of.slice(0, 7) as Month
export const firstDayOf = (month: Month): Day => `${month}-01` as Day
export const lastDayOf = (month: Month): Day => addDays(firstDayOf(addToMonth(month, 1)), -1)
export const addToMonth = (month: Month, count: number): Month => monthOf(addMonths(firstDayOf(month), count))

/** The months from `from` to `to`, both included. */
export function monthsBetween(from: Month, to: Month): Month[] {
  const months: Month[] = []
  for (let month = from; month <= to; month = addToMonth(month, 1)) months.push(month)
  return months
}
