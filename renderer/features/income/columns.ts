import { totalOf, type IncomeMonth } from '#shared/domain/income/by-month.ts'
import type { CashFlowMonth } from '#shared/domain/income/cash-flow.ts'
import type { IncomeKind } from '#shared/domain/income/parts.ts'
import { addToMonth, firstDayOf, type Day, type Month } from '#shared/kernel/day.ts'
import { sumOf } from '#shared/kernel/units.ts'
import type { IncomeView } from './income-view.ts'

/** The parts of a bar from its base up. What has not happened has looks of its own, drawn lighter. */
export const looks = [
  'guaranteed',
  'guaranteedAhead',
  'expected',
  'variable',
  'variableAhead',
  'hourly',
  'hourlyAhead',
  'estimate',
  'over',
] as const
export type Look = (typeof looks)[number]

/** A bar as the chart draws it: minor units, or seconds, of each look. What is not named is nothing. */
export interface Column extends Readonly<Partial<Record<Look, number>>> {
  /** What it stands for begins in it. */
  readonly month: Month
  /** Today's month and those after it. */
  readonly isAhead: boolean
  /** How high it is. */
  readonly total: number
}

/** How much of a look a bar has. */
export const heightOf = (column: Column, look: Look): number => column[look] ?? 0

/** A line of the table, and of the legend. Hours ahead stand with the hours; their source says that they are a guess. */
export const kinds = ['guaranteed', 'expected', 'variable', 'hourly'] as const
export type Kind = (typeof kinds)[number]

/** What the table has in a cell. */
export const cellOf = ({ sums }: IncomeMonth, kind: Kind): number =>
  kind === 'hourly' ? sums.hourly + sums.estimate : sums[kind]

/** Bars of what is earned. */
export const columnsOf = (months: readonly IncomeMonth[], now: Month): Column[] =>
  months.map((month) => {
    const isAhead = month.month >= now
    const sum = (kind: IncomeKind, isEarned: boolean): number =>
      sumOf(month.parts, (part) => (part.kind === kind && part.isEarned === isEarned ? part.amount : 0))
    return {
      month: month.month,
      isAhead,
      // What is guaranteed in today's month is not earned yet.
      [isAhead ? 'guaranteedAhead' : 'guaranteed']: month.sums.guaranteed,
      expected: month.sums.expected,
      variable: sum('variable', true),
      variableAhead: sum('variable', false),
      hourly: month.sums.hourly,
      estimate: month.sums.estimate,
      total: totalOf(month),
    }
  })

/** Bars of money by the day it comes in. What was taken back makes none. */
export const cashColumnsOf = (months: readonly CashFlowMonth[], now: Month): Column[] =>
  months.map(({ month, received, open, signed, ifRenewed, milestones }) => {
    const parts = {
      guaranteed: Math.max(0, received.guaranteed),
      guaranteedAhead: Math.max(0, open.guaranteed + signed),
      expected: ifRenewed,
      variable: Math.max(0, received.variable),
      variableAhead: Math.max(0, open.variable + milestones),
      hourly: Math.max(0, received.hourly),
      hourlyAhead: Math.max(0, open.hourly),
    }
    return { month, isAhead: month >= now, ...parts, total: sumOf(Object.values(parts), (value) => value) }
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
