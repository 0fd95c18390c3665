import type { Book } from '../domain/book.ts'
import { perkOn } from '../domain/perk-on.ts'
import { dayAt, type Zone } from '../kernel/instant.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { isSpan, type TimeEntry } from '../model/entry.ts'

/** Whether the perk that time is said to be for is agreed on the day on which it begins (domain.md, Perks). */
export function checkPerk(book: Book, entry: TimeEntry, zone: Zone): Refusal | null {
  const { engagementId, perkId } = entry
  if (perkId === undefined) return null
  const day = isSpan(entry) ? dayAt(entry.start, zone) : entry.day
  const engagement = engagementId === null ? undefined : book.workspace.tables.engagements.get(engagementId)
  return perkOn(engagement, perkId, day) ? null : { code: 'noSuchPerk', field: 'perkId', day }
}
