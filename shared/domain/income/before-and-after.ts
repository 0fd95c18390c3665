import { addToMonth, monthOf, type Month } from '../../kernel/day.ts'
import type { Book } from '../book.ts'
import type { IncomeMonth } from './by-month.ts'
import { signedIn } from './signed.ts'
import { variationOf, type Variation } from './steadiness.ts'

/** How steady income was in the twelve months before the first retainer, and in the last twelve since it began. */
export interface BeforeAndAfter {
  readonly before: Variation | null
  readonly after: Variation | null
}

/** How many whole months each side is made of at most. */
const MONTHS = 12

/** The month in which the first retainer in a currency began; null where there never was one. */
export function retainedSince(book: Book, currency: string): Month | null {
  let since: Month | null = null
  for (const engagement of signedIn(book, currency)) {
    if (engagement.kind !== 'retainer') continue
    const month = monthOf(engagement.agreement.startsOn)
    if (since === null || month < since) since = month
  }
  return since
}

/**
 * What retainers did for steadiness (domain.md, Steadiness: the coefficient of variation of twelve months), on both
 * sides of the month in which the first began. Months up to today's, which is not over; a side is null while it has
 * fewer than three months with income.
 * @param months all that are known, oldest first; twelve before `since` are enough
 */
export function beforeAndAfter(months: readonly IncomeMonth[], since: Month, now: Month): BeforeAndAfter {
  return {
    before: variationOf(months.filter(({ month }) => month < since && month >= addToMonth(since, -MONTHS))),
    after: variationOf(
      months.filter(({ month }) => month >= since && month < now && month >= addToMonth(now, -MONTHS)),
    ),
  }
}
