import { addToMonth, firstDayOf, type Day, type Month } from '../../kernel/day.ts'
import { scaleRounded } from '../../kernel/rounding.ts'
import { minor, sumOf, type Minor } from '../../kernel/units.ts'
import type { Hourly } from '../../model/engagement.ts'
import { totalBetween, type ByDay } from '../totals.ts'

/** What a month of hourly work is worth: each rate's charged time is one line, rounded once. */
export function hourlyIn(hourly: Hourly, days: ByDay, month: Month): Minor {
  const [first, next] = [firstDayOf(month), firstDayOf(addToMonth(month, 1))]
  return minor(
    sumOf(ratesBetween(hourly, first, next), ({ rate, from, to }) =>
      scaleRounded(totalBetween(days, from, to).charged, rate, 3600),
    ),
  )
}

/** The rates in force from one day up to, not including, another. */
function ratesBetween(hourly: Hourly, first: Day, next: Day): { rate: Minor; from: Day; to: Day }[] {
  return hourly.rates.flatMap(({ from, rate }, index) => {
    const until = hourly.rates[index + 1]?.from ?? next
    const start = from === null || from < first ? first : from
    const end = until < next ? until : next
    return start < end ? [{ rate, from: start, to: end }] : []
  })
}
