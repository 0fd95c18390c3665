import type { Day } from '../kernel/day.ts'
import { by } from '../kernel/order.ts'
import type { DaysOff } from '../model/preferences.ts'

/**
 * Days off with the public holidays from a day on made anew: those of another country, or of the years to come. What
 * the user wrote stays, and so do holidays that began before, which the past was reckoned with.
 */
export const withHolidays = (
  daysOff: readonly DaysOff[],
  holidays: readonly Pick<DaysOff, 'from' | 'to' | 'name'>[],
  from: Day,
): DaysOff[] => [
  ...daysOff.filter((range) => range.source === 'user' || range.from < from),
  ...holidays.filter((range) => range.from >= from).map((range): DaysOff => ({ ...range, source: 'holiday' })),
]

/** In the order of the calendar, none twice. */
export function inOrder(daysOff: readonly DaysOff[]): DaysOff[] {
  const sorted = daysOff.toSorted(by(keyOf))
  return sorted.filter((range, index) => index === 0 || keyOf(range) !== keyOf(sorted[index - 1] ?? range))
}

const keyOf = ({ from, to, source, name }: DaysOff): string => `${from} ${to} ${source} ${name}`
