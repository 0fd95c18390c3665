import { addDays, addToMonth, firstDayOf, monthOf, monthsBetween, type Day, type Month } from '../../kernel/day.ts'
import { sumOf } from '../../kernel/units.ts'
import type { Hourly } from '../../model/engagement.ts'
import { rateLines } from '../income/hourly.ts'
import type { ByDay } from '../totals.ts'
import { billedFrom, isBilledHere } from './billed-from.ts'
import { broughtTo, type Billed, type DueLine } from './billed.ts'

/**
 * What of hourly work is to be invoiced on a day: of each month that is over and billed here (billed-from.ts) the charged
 * time, a line a rate, where none of it is on an invoice; else one adjustment for what has changed since.
 */
export function hourlyLines(hourly: Hourly, days: ByDay, billed: Billed, day: Day): DueLine[] {
  const justOver = addToMonth(monthOf(day), -1)
  // A month falls due on the first of the next one.
  const first = monthOf(addDays(billedFrom(hourly, day), -1))
  return monthsBetween(earliest(first, billed.since), justOver)
    .filter((month) =>
      isBilledHere(hourly, firstDayOf(addToMonth(month, 1)), billed.periods.get(firstDayOf(month)), day),
    )
    .flatMap((month) => linesOf(hourly, days, billed, month))
}

const earliest = (first: Month, since: Day | null): Month =>
  since !== null && monthOf(since) < first ? monthOf(since) : first

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
