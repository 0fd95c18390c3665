import type { Book } from '#shared/domain/book.ts'
import { lastEntry, recentEngagements } from '#shared/domain/recents.ts'
import type { Engagement } from '#shared/model/engagement.ts'
import type { TimeEntry } from '#shared/model/entry.ts'

interface Recents {
  readonly engagements: readonly Engagement[]
  readonly last: TimeEntry | null
}

const known = new WeakMap<Book, Recents>()

/**
 * What can be worked on, the last used first, and the last entry. Both walk all entries in memory, and several parts of
 * a window ask: it is worked out once for each book, which is a new one after every change, and never as time goes by.
 */
export function recentsOf(book: Book): Recents {
  const kept = known.get(book)
  if (kept) return kept
  const recents = { engagements: recentEngagements(book), last: lastEntry(book) }
  known.set(book, recents)
  return recents
}
