import { addToMonth, firstDayOf, type Day, type Month } from '../../kernel/day.ts'
import { scaleRounded } from '../../kernel/rounding.ts'
import { minor, sumOf, type Minor } from '../../kernel/units.ts'
import type { Hourly } from '../../model/engagement.ts'
import { totalBetween, type ByDay } from '../totals.ts'

/** A rate's part of a month: its charged seconds, and what they are worth, rounded once. */
export interface RateLine {
  readonly rate: Minor
  readonly seconds: number
  readonly amount: Minor
}

/** A month of hourly work: each rate's charged time is one line. */
export function rateLines(hourly: Hourly, days: ByDay, month: Month): RateLine[] {
  const [first, next] = [firstDayOf(month), firstDayOf(addToMonth(month, 1))]
  return ratesBetween(hourly, first, next).map(({ rate, from, to }) => {
    const seconds = totalBetween(days, from, to).charged
    return { rate, seconds, amount: minor(scaleRounded(seconds, rate, 3600)) }
  })
}

/** What a month of hourly work is worth. */
export const hourlyIn = (hourly: Hourly, days: ByDay, month: Month): Minor =>
  minor(sumOf(rateLines(hourly, days, month), ({ amount }) => amount))

/** The rate in force on a day, an hour. */
export const rateOn = ({ rates }: Hourly, day: Day): Minor =>
  (rates.findLast(({ from }) => from === null || from <= day) ?? rates[0])?.rate ?? minor(0)

/** The rates in force from one day up to, not including, another. */
function ratesBetween(hourly: Hourly, first: Day, next: Day): { rate: Minor; from: Day; to: Day }[] {
  return hourly.rates.flatMap(({ from, rate }, index) => {
    const until = hourly.rates[index + 1]?.from ?? next
    const start = from === null || from < first ? first : from
    const end = until < next ? until : next
    return start < end ? [{ rate, from: start, to: end }] : []
  })
}
