import type { Book } from '#shared/domain/book.ts'
import { recentWork, type RecentWork } from '#shared/domain/recent-work.ts'
import { lastEntry, recentEngagements, usedTags } from '#shared/domain/recents.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Engagement } from '#shared/model/engagement.ts'
import type { TimeEntry } from '#shared/model/entry.ts'
import { useBook, useToday } from '../workspace.tsx'

interface Recents {
  readonly today: Day
  readonly engagements: readonly Engagement[]
  /** What *continue* starts again. */
  readonly last: TimeEntry | null
}

const known = new WeakMap<Book, Recents>()

/**
 * What can be worked on, the last used first, and the last entry. Both walk all entries in memory, and several parts of
 * a window ask: it is worked out once for each book, which is a new one after every change, and for each day: a term may end with it.
 */
export function recentsOf(book: Book, today: Day): Recents {
  const kept = known.get(book)
  if (kept?.today === today) return kept
  const engagements = recentEngagements(book, today)
  const recents = { today, engagements, last: lastEntry(book) }
  known.set(book, recents)
  return recents
}

const knownWork = new WeakMap<Book, readonly RecentWork[]>()

/** The notes that were written last: worked out when a field first asks after a change, and not again as one types. */
export function recentWorkOf(book: Book): readonly RecentWork[] {
  const kept = knownWork.get(book) ?? recentWork(book)
  knownWork.set(book, kept)
  return kept
}

const knownTags = new WeakMap<Book, readonly string[]>()

/** The tags to choose from: worked out when a field first asks after a change. */
export function tagsOf(book: Book): readonly string[] {
  const kept = knownTags.get(book) ?? usedTags(book)
  knownTags.set(book, kept)
  return kept
}

/** Those of today. */
export const useRecents = (): Recents => recentsOf(useBook(), useToday())
