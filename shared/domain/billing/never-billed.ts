import { addToMonth, firstDayOf, monthOf, type Day } from '../../kernel/day.ts'
import type { Engagement } from '../../model/engagement.ts'
import { invoicesFor, type Book } from '../book.ts'
import type { ToInvoice } from './due.ts'

/** Work that comes up though nothing of it was ever billed here, and since which period it does. */
export interface NeverBilled {
  readonly works: readonly Engagement[]
  readonly since: Day
}

/**
 * Work that was tracked here and perhaps billed elsewhere: nothing of it was ever on an invoice or a draft, no day was
 * said from which it is billed here, and what is due of it began before the month before last. Later than that, nobody
 * who bills here has left all of it undone. With it all else that was never billed here either: one answer does for
 * both, and once it is given there is nothing to ask any more. null where there is nothing of the kind.
 */
export function neverBilled(book: Book, due: readonly ToInvoice[], today: Day): NeverBilled | null {
  const since = new Map<Engagement, Day>()
  for (const { engagementId, period } of due.flatMap(({ lines }) => lines)) {
    const work = book.workspace.tables.engagements.get(engagementId)
    if (!work || period === null || work.billedFrom !== undefined || invoicesFor(book, work.id).size > 0) continue
    const before = since.get(work)
    if (before === undefined || period < before) since.set(work, period)
  }
  const [first] = [...since.values()].toSorted()
  const lately = firstDayOf(addToMonth(monthOf(today), -2))
  return first !== undefined && first < lately ? { works: [...since.keys()], since: first } : null
}
