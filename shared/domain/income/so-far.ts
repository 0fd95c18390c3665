import { monthOf, type Day } from '../../kernel/day.ts'
import { minor, sumOf, type Minor } from '../../kernel/units.ts'
import type { Engagement } from '../../model/engagement.ts'
import { doneLately, preferencesOf, type Book } from '../book.ts'
import { onceADay } from '../once-a-day.ts'
import { earnedIn, incomeByMonth, type IncomeMonth } from './by-month.ts'
import { exchangeOf } from './exchange.ts'
import { partsOf, type IncomePart } from './parts.ts'

/** What the running month has come to: the same for every screen that says it. */
export interface SoFar {
  readonly month: IncomeMonth
  /**
   * Minor units of the user's own currency, other currencies in it where they have a rate: hours and overage as they
   * were worked, milestones and top-ups since their day. A fee is earned when its month is over, and not in it.
   */
  readonly earned: Minor
  /** Fees of the month inside a signed term: earned when it is over. */
  readonly fees: Minor
}

/** What the month of a day has come to by that day (domain.md, Income: earned). */
export const earnedSoFar = onceADay((book: Book, today: Day): SoFar | null => {
  const { currency } = preferencesOf(book.workspace)
  const exchange = exchangeOf(book.workspace.tables.exchangeRates.values(), currency)
  const now = monthOf(today)
  const [month] = incomeByMonth(book, currency, today, now, now, exchange)
  return month ? { month, earned: earnedIn(month), fees: month.sums.guaranteed } : null
})

/** What one piece of work has brought in the month of a day, and what of it is earned: in the currency it is paid in. */
export function earnedByWork(
  book: Book,
  engagement: Engagement,
  today: Day,
): { readonly parts: readonly IncomePart[]; readonly amount: Minor } {
  const now = monthOf(today)
  const parts = partsOf(engagement, doneLately(book, engagement.id), { today, from: now, to: now })
  return { parts, amount: minor(sumOf(parts, ({ isEarned, amount }) => (isEarned ? amount : 0))) }
}
