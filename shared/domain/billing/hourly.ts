import { addToMonth, firstDayOf, monthOf, monthsBetween, type Day, type Month } from '../../kernel/day.ts'
import { sumOf } from '../../kernel/units.ts'
import type { Hourly } from '../../model/engagement.ts'
import { rateLines } from '../income/hourly.ts'
import type { ByDay } from '../totals.ts'
import { broughtTo, type Billed, type DueLine } from './billed.ts'

/**
 * What of hourly work is to be invoiced on a day: of each month that is over the charged time, a line a rate, where
 * none of it is on an invoice; else one adjustment for what has changed since. From the first month that was billed
 * here, or the one just over: earlier ones were billed elsewhere.
 */
export function hourlyLines(hourly: Hourly, days: ByDay, billed: Billed, day: Day): DueLine[] {
  const justOver = addToMonth(monthOf(day), -1)
  const since = billed.since === null ? justOver : monthOf(billed.since)
  return monthsBetween(since < justOver ? since : justOver, justOver).flatMap((month) =>
    linesOf(hourly, days, billed, month),
  )
}

function linesOf(hourly: Hourly, days: ByDay, billed: Billed, month: Month): DueLine[] {
  const of = { engagementId: hourly.id, period: firstDayOf(month), milestoneId: null }
  const lines = rateLines(hourly, days, month)
    .filter(({ amount }) => amount !== 0)
    .map(({ rate, seconds, amount }): DueLine => ({
      ...of,
      kind: 'hours',
      quantity: seconds,
      unit: 'hour',
      unitPrice: rate,
      owed: amount,
    }))
  const whole = sumOf(lines, ({ owed }) => owed)
  return broughtTo(whole, of, lines, billed.periods.get(of.period))
}
