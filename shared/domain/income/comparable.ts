import type { Month } from '../../kernel/day.ts'
import type { IncomeMonth } from './by-month.ts'

/** What is not in a comparison for want of a rate: to be named wherever its figure is shown. */
export interface LeftOut {
  /** No month has a rate for these: what is paid in them is in none of it. */
  readonly currencies: readonly string[]
  /** These lack a rate that others have. */
  readonly months: readonly Month[]
}

/**
 * The months that can be set against each other (domain.md, Income: a missing rate is asked for, never guessed). One
 * that lacks a rate has not earned less, so it is left out; a currency that has none in any of them is left out of all,
 * and the others are compared without it.
 */
export function comparable<T extends Pick<IncomeMonth, 'month' | 'parts' | 'missing'>>(
  months: readonly T[],
): { readonly months: readonly T[]; readonly without: LeftOut } {
  const known = new Set(months.flatMap(({ parts }) => parts.flatMap(({ was }) => (was ? [was.currency] : []))))
  const lacks = ({ missing = [] }: T): boolean => missing.some(({ currency }) => known.has(currency))
  const asked = months.flatMap(({ missing = [] }) => missing.map(({ currency }) => currency))
  return {
    months: months.filter((month) => !lacks(month)),
    without: {
      currencies: [...new Set(asked)].filter((currency) => !known.has(currency)),
      months: months.filter(lacks).map(({ month }) => month),
    },
  }
}
