import type { Day } from '../kernel/day.ts'
import type { TimeEntry } from '../model/entry.ts'
import type { Book } from './book.ts'
import { perkOn } from './perk-on.ts'

/** All that is said of an entry beside when it was, as a command takes it: another one on the same work says the same. */
export const entryWords = ({ engagementId, note, task, tags, billable, perkId }: TimeEntry) => ({
  engagementId,
  note,
  tags: [...tags],
  billable,
  ...(task !== undefined && { task }),
  ...(perkId !== undefined && { perkId }),
})

/**
 * What is said when the same work is done on another day, wherever that is asked for: all the same, and on its perk only
 * where that is agreed by then, since terms are dated (domain.md, Perks).
 */
export function wordsAgain(book: Book, entry: TimeEntry, day: Day) {
  const { perkId, ...words } = entryWords(entry)
  const engagement = entry.engagementId === null ? undefined : book.workspace.tables.engagements.get(entry.engagementId)
  return perkId !== undefined && perkOn(engagement, perkId, day) ? { ...words, perkId } : words
}
