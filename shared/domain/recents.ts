import type { Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { compareText } from '../kernel/order.ts'
import { isSpan, type TimeEntry } from '../model/entry.ts'
import type { Engagement, Retainer } from '../model/engagement.ts'
import type { Book } from './book.ts'
import { groupOf } from './term.ts'

/** When an entry was last worked on, as text that sorts: the running one comes last of all. */
const lastMoment = (entry: TimeEntry): string => (isSpan(entry) ? (entry.end ?? '~') : entry.day)

/**
 * The engagements that can be worked on today, the last used first, those never used by name order of making. Looks at the
 * entries that are in memory (the recent months) only.
 */
export function recentEngagements(book: Book, today: Day): Engagement[] {
  const { engagements, entries, clients } = book.workspace.tables
  const last = new Map<Id, string>()
  for (const entry of entries.values()) {
    if (entry.engagementId === null) continue
    const moment = lastMoment(entry)
    if (moment > (last.get(entry.engagementId) ?? '')) last.set(entry.engagementId, moment)
  }
  return [...engagements.values()]
    .filter((engagement) => !engagement.archived && !clients.get(engagement.clientId)?.archived)
    .filter((engagement) => engagement.kind !== 'retainer' || canBeWorkedOn(engagement, today))
    .toSorted((a, b) => compareText(last.get(b.id) ?? '', last.get(a.id) ?? ''))
}

/** A retainer whose term is over has ended by itself, whatever its status still says. */
const canBeWorkedOn = (retainer: Retainer, today: Day): boolean => groupOf(retainer, today) === 'active'

/** The last entry that was worked on: what *continue* starts again. */
export function lastEntry(book: Book): TimeEntry | null {
  let latest: TimeEntry | null = null
  for (const entry of book.workspace.tables.entries.values())
    if (!latest || lastMoment(entry) > lastMoment(latest)) latest = entry
  return latest
}
