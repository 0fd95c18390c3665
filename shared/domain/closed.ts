import { addDays, type Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { by } from '../kernel/order.ts'
import type { Closing } from '../model/closing.ts'
import type { Book } from './book.ts'

/** The closed periods of an engagement, oldest first (domain.md, Closing a month). */
export const closingsOf = (book: Book, engagementId: Id): Closing[] =>
  [...(book.closings.get(engagementId)?.values() ?? [])].toSorted(by(({ start }) => start))

/** The last day up to which an engagement's periods are closed; null while none is. */
export function closedUntil(book: Book, engagementId: Id): Day | null {
  const last = closingsOf(book, engagementId).at(-1)
  return last ? addDays(last.end, -1) : null
}
