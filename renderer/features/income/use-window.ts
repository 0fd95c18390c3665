import { useMemo, useState } from 'react'
import { incomeByMonth, type IncomeMonth } from '#shared/domain/income/by-month.ts'
import { fallsIn, stepsAhead, type Fall } from '#shared/domain/income/steps.ts'
import type { MonthsOfWork } from '#shared/domain/income/mix.ts'
import type { Book } from '#shared/domain/book.ts'
import { addMonths, addToMonth, monthsBetween, type Month } from '#shared/kernel/day.ts'
import { shownMonths } from './columns.ts'
import { FARTHEST_AHEAD, MONTHS_AHEAD, type IncomeView } from './income-view.ts'

/** How to look at other months; null where there is nothing more that way. */
export interface Ways {
  readonly earlier: (() => void) | null
  readonly later: (() => void) | null
  readonly toNow: (() => void) | null
}

/** The months that the chart shows, and how to look at others. */
export interface Shown extends Ways {
  readonly months: readonly IncomeMonth[]
  readonly falls: readonly Fall[]
}

/** How far one step goes. */
const STEP = 12

/**
 * A window on the months, as wide as there is room for: a year back and a year ahead, to begin with, or, where they have
 * nothing, the year of the last thing there is. It can be moved back to the first month that has something, and
 * three years ahead.
 */
export function useMonths(
  now: Month,
  { first, last }: MonthsOfWork,
  back: number,
  isEmpty: boolean,
): Ways & { shift: number; from: Month; to: Month } {
  const [shift, setShift] = useState(() => {
    const since = isEmpty && last < now ? monthsBetween(last, now).length - 1 : 0
    return -STEP * Math.ceil(since / STEP)
  })
  const [from, to] = [addToMonth(now, shift - back), addToMonth(now, shift + MONTHS_AHEAD - 1)]
  return {
    shift,
    from,
    to,
    earlier: from > first ? () => setShift(shift - STEP) : null,
    later: shift + MONTHS_AHEAD < FARTHEST_AHEAD ? () => setShift(shift + STEP) : null,
    toNow: shift === 0 ? null : () => setShift(0),
  }
}

/** The falls as far ahead as is shown; what went by fell already. */
export function useFalls({ signed, today, falls }: IncomeView, shift: number): readonly Fall[] {
  return useMemo(
    () =>
      shift === 0
        ? falls
        : fallsIn(stepsAhead(signed, today, addMonths(today, MONTHS_AHEAD + Math.max(0, shift))), signed),
    [signed, today, falls, shift],
  )
}

/** The months of the window, worked out when they are there. */
export function useWindow(book: Book, view: IncomeView, back: number): Shown {
  const { now, work: worked, today, currency, exchange } = view
  const { shift, from, to, ...ways } = useMonths(
    now,
    worked ?? { first: now, last: now },
    back,
    view.months.every(({ parts }) => parts.length === 0),
  )
  const months = useMemo(
    () => (shift === 0 ? shownMonths(view, back) : incomeByMonth(book, currency, today, from, to, exchange)),
    [book, view, back, shift, from, to, today, currency, exchange],
  )
  return { months, falls: useFalls(view, shift), ...ways }
}
