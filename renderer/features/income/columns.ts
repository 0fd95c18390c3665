import { totalOf, type IncomeMonth } from '#shared/domain/income/by-month.ts'
import type { IncomeKind } from '#shared/domain/income/parts.ts'
import { addToMonth, firstDayOf, type Day, type Month } from '#shared/kernel/day.ts'
import { sumOf } from '#shared/kernel/units.ts'
import type { IncomeView } from './income-view.ts'

/** The layers of a bar from its base up. What has not happened has layers of its own, drawn lighter. */
export const layers = ['guaranteed', 'expected', 'variable', 'variableAhead', 'hourly', 'estimate'] as const
export type Layer = (typeof layers)[number]

/** A month as the chart draws it, in minor units. */
export interface Column extends Readonly<Record<Layer, number>> {
  readonly month: Month
  /** Today's month and those after it: what is guaranteed in them is not earned yet. */
  readonly isAhead: boolean
  readonly total: number
}

/** A line of the table, and of the legend. Hours ahead stand with the hours; their source says that they are a guess. */
export const kinds = ['guaranteed', 'expected', 'variable', 'hourly'] as const
export type Kind = (typeof kinds)[number]

/** What the table has in a cell. */
export const cellOf = ({ sums }: IncomeMonth, kind: Kind): number =>
  kind === 'hourly' ? sums.hourly + sums.estimate : sums[kind]

export const columnsOf = (months: readonly IncomeMonth[], now: Month): Column[] =>
  months.map((month) => {
    const sum = (kind: IncomeKind, isEarned: boolean): number =>
      sumOf(month.parts, (part) => (part.kind === kind && part.isEarned === isEarned ? part.amount : 0))
    return {
      month: month.month,
      isAhead: month.month >= now,
      guaranteed: month.sums.guaranteed,
      expected: month.sums.expected,
      variable: sum('variable', true),
      variableAhead: sum('variable', false),
      hourly: month.sums.hourly,
      estimate: month.sums.estimate,
      total: totalOf(month),
    }
  })

/** The months that are shown: as many back as there is room for, and all that are ahead. */
export const shownMonths = ({ months, now }: IncomeView, back: number): readonly IncomeMonth[] =>
  months.slice(Math.max(0, months.findIndex(({ month }) => month === now) - back))

/**
 * Which edge between columns a day stands at: the left one of the first month that begins on it or after it. null
 * past the last month's end.
 */
export function edgeOf(columns: readonly Column[], day: Day): number | null {
  const last = columns.at(-1)
  if (!last || day > firstDayOf(addToMonth(last.month, 1))) return null
  return columns.filter(({ month }) => firstDayOf(month) < day).length
}
