import { addToMonth, firstDayOf, monthOf, monthsBetween, type Day, type Month } from '../kernel/day.ts'
import { divideRounded } from '../kernel/rounding.ts'
import { sumOf } from '../kernel/units.ts'
import { totalBetween, type DayTotal } from './totals.ts'

/** Whether a client's history makes a retainer (domain.md, From client to retainer). Each factor stands on its own. */
export interface Readiness {
  /** Whole months from the first work to the last month that is over; 0 while there is none. */
  readonly historyMonths: number
  /** How many of the last six whole months had billable work. */
  readonly monthsWorked: number
  /** 1 − coefficient of variation of those six months, floored at 0. */
  readonly regularity: number
  readonly lastWorked: Day | null
  /** Seconds a month: the median of the months that were worked, to the half hour. */
  readonly usual: number
  readonly isReady: boolean
}

const MONTHS = 6
const HALF_HOUR = 1800

/**
 * From the client's totals by day. Months are whole ones: today's is still being worked, and would make a regular
 * client look irregular until its last day. Ready is who worked in four of the six, in this month or the one before
 * it, and not only in a single burst (regularity of a half or more): a retainer asks for a habit, not for a record.
 */
export function readiness(days: readonly ReadonlyMap<Day, DayTotal>[], today: Day): Readiness {
  const now = monthOf(today)
  const sums = monthsBetween(addToMonth(now, -MONTHS), addToMonth(now, -1)).map((month) => chargedIn(days, month))
  const worked = sums.filter((sum) => sum > 0)
  const { first, last } = endsOf(days)
  const regularity = regularityOf(sums)
  return {
    historyMonths: first === null ? 0 : monthsBetween(monthOf(first), addToMonth(now, -1)).length,
    monthsWorked: worked.length,
    regularity,
    lastWorked: last,
    usual: divideRounded(median(worked), HALF_HOUR) * HALF_HOUR,
    isReady: worked.length >= 4 && last !== null && monthOf(last) >= addToMonth(now, -1) && regularity >= 0.5,
  }
}

const chargedIn = (days: readonly ReadonlyMap<Day, DayTotal>[], month: Month): number =>
  sumOf(days, (each) => totalBetween(each, firstDayOf(month), firstDayOf(addToMonth(month, 1))).charged)

/** The first and the last day with billable work. */
function endsOf(days: readonly ReadonlyMap<Day, DayTotal>[]): { first: Day | null; last: Day | null } {
  let [first, last]: [Day | null, Day | null] = [null, null]
  for (const each of days)
    for (const [day, { charged }] of each) {
      if (charged <= 0) continue
      if (first === null || day < first) first = day
      if (last === null || day > last) last = day
    }
  return { first, last }
}

function regularityOf(sums: readonly number[]): number {
  const mean = sumOf(sums, (sum) => sum) / sums.length
  if (mean === 0) return 0
  const spread = Math.sqrt(sumOf(sums, (sum) => (sum - mean) ** 2) / sums.length)
  return Math.max(0, 1 - spread / mean)
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? 0
  return Number.isInteger(middle) ? Math.round(((sorted[middle - 1] ?? 0) + upper) / 2) : upper
}

/**
 * How long a first term to offer: two periods to a client of less than three months, six to one who worked regularly
 * in all of the last six, else three (domain.md, Suggestion).
 */
export function suggestedPeriods({ historyMonths, monthsWorked, regularity }: Readiness): number {
  if (historyMonths < 3) return 2
  return monthsWorked === MONTHS && regularity >= 0.75 ? MONTHS : 3
}
