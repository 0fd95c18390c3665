import type { Day } from '../kernel/day.ts'
import { madeAt, type Id } from '../kernel/id.ts'
import { msOf, type Instant } from '../kernel/instant.ts'
import { compareText } from '../kernel/order.ts'
import { isSpan, type SpanEntry, type TimeEntry } from '../model/entry.ts'
import type { Engagement, Retainer } from '../model/engagement.ts'
import { isArchived } from './archived.ts'
import type { Book } from './book.ts'
import { groupOf } from './term.ts'

/** The tags of the entries that are in memory (the recent months), the most used first. */
export function usedTags(book: Book): string[] {
  const uses = new Map<string, number>()
  for (const { tags } of book.workspace.tables.entries.values())
    for (const tag of tags) uses.set(tag, (uses.get(tag) ?? 0) + 1)
  return [...uses].toSorted(([a, many], [b, more]) => more - many || compareText(a, b)).map(([tag]) => tag)
}

/** When an entry was last worked on, as text that sorts: the running one comes last of all. */
const lastMoment = (entry: TimeEntry): string => (isSpan(entry) ? (entry.end ?? '~') : entry.day)

/**
 * The engagements that can be worked on today, the last used first, those never used by name order of making. Looks at the
 * entries that are in memory (the recent months) only.
 */
export function recentEngagements(book: Book, today: Day): Engagement[] {
  const { engagements, entries } = book.workspace.tables
  const last = new Map<Id, string>()
  for (const entry of entries.values()) {
    if (entry.engagementId === null) continue
    const moment = lastMoment(entry)
    if (moment > (last.get(entry.engagementId) ?? '')) last.set(entry.engagementId, moment)
  }
  return [...engagements.values()]
    .filter((engagement) => !isArchived(book, engagement))
    .filter((engagement) => engagement.kind !== 'retainer' || canBeWorkedOn(engagement, today))
    .toSorted((a, b) => compareText(last.get(b.id) ?? '', last.get(a.id) ?? ''))
}

/** A retainer whose term is over has ended by itself, whatever its status still says. */
const canBeWorkedOn = (retainer: Retainer, today: Day): boolean => groupOf(retainer, today) === 'active'

/** The last entry that was worked on, of those whose work is not put away: what *continue* starts again. */
export const lastEntry = (book: Book): TimeEntry | null => latest(book, (entry) => !isPutAway(book, entry))

/**
 * The entry whose stop can be taken back: the very last, if the timer stopped it. One that was written down afterwards
 * is younger than its own end, as its id says, and nobody stopped it. So may one be that was begun late and stopped for
 * earlier: whoever has seen it run says so.
 *
 * @param ran what was last seen to run
 */
export function lastStopped(book: Book, ran: Id | null): (SpanEntry & { end: Instant }) | null {
  const last = latest(book, () => true)
  if (!last || !isSpan(last) || last.end === null || isPutAway(book, last)) return null
  return last.id === ran || madeAt(last.id) < msOf(last.end) ? { ...last, end: last.end } : null
}

function latest(book: Book, isMeant: (entry: TimeEntry) => boolean): TimeEntry | null {
  let found: TimeEntry | null = null
  for (const entry of book.workspace.tables.entries.values())
    if ((!found || lastMoment(entry) > lastMoment(found)) && isMeant(entry)) found = entry
  return found
}

function isPutAway(book: Book, { engagementId }: TimeEntry): boolean {
  const engagement = engagementId === null ? undefined : book.workspace.tables.engagements.get(engagementId)
  return engagement !== undefined && isArchived(book, engagement)
}
