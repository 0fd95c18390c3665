import type { Id } from '../kernel/id.ts'
import { compareText } from '../kernel/order.ts'
import { isSpan, type TimeEntry } from '../model/entry.ts'
import type { Book } from './book.ts'

/** A piece of work as it was noted: the last entry that says so. */
export interface RecentWork {
  readonly engagementId: Id | null
  readonly note: string
  readonly entry: TimeEntry
}

/** So many are offered to choose from: as one types, no more than these are looked through. */
const MOST = 200

/**
 * The notes that were written last, each once for the work that it is on, the newest first. Looks at the entries that are in
 * memory (the recent months) only, once for each book.
 */
export function recentWork({ workspace }: Book): RecentWork[] {
  const latest = new Map<string, TimeEntry>()
  for (const entry of workspace.tables.entries.values()) {
    if (entry.note === '') continue
    const key = `${entry.engagementId ?? ''} ${entry.note}`
    const known = latest.get(key)
    if (!known || momentOf(entry) > momentOf(known)) latest.set(key, entry)
  }
  return [...latest.values()]
    .toSorted((a, b) => compareText(momentOf(b), momentOf(a)))
    .slice(0, MOST)
    .map((entry) => ({ engagementId: entry.engagementId, note: entry.note, entry }))
}

const momentOf = (entry: TimeEntry): string => (isSpan(entry) ? entry.start : entry.day)
