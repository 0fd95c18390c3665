import { monthsBetween, type Day, type Month } from '../../kernel/day.ts'
import { minor, sumOf, type Minor } from '../../kernel/units.ts'
import { doneOf, type Book } from '../book.ts'
import { partsOf, type IncomeKind, type IncomePart } from './parts.ts'
import { signedIn } from './signed.ts'

export { hourlyIn } from './hourly.ts'

export const incomeKinds: readonly IncomeKind[] = ['guaranteed', 'expected', 'variable', 'hourly', 'estimate']

export interface IncomeMonth {
  readonly month: Month
  readonly sums: Readonly<Record<IncomeKind, Minor>>
  /** What the sums are made of, none of them 0. */
  readonly parts: readonly IncomePart[]
}

/**
 * Earned income by month and kind, in one currency (domain.md, Income): guaranteed and expected fees in the month in
 * which their period starts, hourly work in the month of its day, overage in the month in which its period ends,
 * projects and top-ups on their day. Other currencies are left out; `otherCurrencies` says which there are.
 */
export function incomeByMonth(book: Book, currency: string, today: Day, from: Month, to: Month): IncomeMonth[] {
  const byMonth = new Map<Month, IncomePart[]>(monthsBetween(from, to).map((month) => [month, []]))
  for (const engagement of signedIn(book, currency))
    for (const part of partsOf(engagement, doneOf(book, engagement.id), { today, from, to }))
      byMonth.get(part.month)?.push(part)
  return [...byMonth].map(([month, parts]) => ({ month, sums: sumsOf(parts), parts }))
}

function sumsOf(parts: readonly IncomePart[]): IncomeMonth['sums'] {
  const sum = (kind: IncomeKind): Minor => minor(sumOf(parts, (part) => (part.kind === kind ? part.amount : 0)))
  return {
    guaranteed: sum('guaranteed'),
    expected: sum('expected'),
    variable: sum('variable'),
    hourly: sum('hourly'),
    estimate: sum('estimate'),
  }
}

/** The whole of a month's bar: earned and counted on, with what is expected and estimated. */
export const totalOf = (month: IncomeMonth): Minor => minor(sumOf(incomeKinds, (kind) => month.sums[kind]))

/** What of it has been earned. */
export const earnedIn = (month: IncomeMonth): Minor =>
  minor(sumOf(month.parts, (part) => (part.isEarned ? part.amount : 0)))
