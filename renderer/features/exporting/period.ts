import { addDays, addToMonth, firstDayOf, monthOf, type Day, type Month } from '#shared/kernel/day.ts'

export const periods = ['allTime', 'thisMonth', 'lastMonth', 'thisYear', 'lastYear', 'custom'] as const
export type Period = (typeof periods)[number]

interface Days {
  readonly from: Day | null
  readonly to: Day | null
}

/** The first and last day of a period; `custom`: those that were typed. */
export function daysIn(period: Period, today: Day, typed: Days): Days {
  const month = monthOf(today)
  const january = `${today.slice(0, 4)}-01` as Month
  if (period === 'allTime') return { from: null, to: null }
  if (period === 'custom') return typed
  if (period === 'thisMonth') return spanOf(month, 1)
  if (period === 'lastMonth') return spanOf(addToMonth(month, -1), 1)
  return spanOf(period === 'thisYear' ? january : addToMonth(january, -12), 12)
}

const spanOf = (first: Month, months: number): Days => ({
  from: firstDayOf(first),
  to: addDays(firstDayOf(addToMonth(first, months)), -1),
})
