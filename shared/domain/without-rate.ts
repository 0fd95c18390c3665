import type { Day } from '../kernel/day.ts'
import { preferencesOf, type Book } from './book.ts'
import { otherCurrencies, signedIn, type OtherCurrency } from './income/signed.ts'
import { earnedByWork, type SoFar } from './income/so-far.ts'

/**
 * What the running month's sum leaves out for want of a rate (domain.md, Income: it is asked for, never guessed): the
 * currencies, each with those who pay in it this month.
 */
export function withoutRate(book: Book, { month }: SoFar, today: Day): OtherCurrency[] {
  const missing = new Set(month.missing?.map(({ currency }) => currency))
  if (missing.size === 0) return []
  const { currency: own } = preferencesOf(book.workspace)
  return otherCurrencies(book, own)
    .filter(({ currency }) => missing.has(currency))
    .map(({ currency }) => {
      const paying = signedIn(book, currency).filter((each) => earnedByWork(book, each, today).parts.length > 0)
      return { currency, clientIds: [...new Set(paying.map(({ clientId }) => clientId))] }
    })
}
