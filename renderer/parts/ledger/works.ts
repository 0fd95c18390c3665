import { preferencesOf, roundingFor, type Book } from '#shared/domain/book.ts'
import { dayParts } from '#shared/domain/totals.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { isSpan } from '#shared/model/entry.ts'

/** What was done on one day under one note: charged seconds, or units handed over. */
export interface Work {
  readonly day: Day
  readonly note: string
  readonly amount: number
}

/**
 * The charged work from one day up to another, in its order, from the entries in memory. Walks through what is loaded, so it is for
 * a row that someone opened, never for a keystroke.
 */
export function worksIn(book: Book, engagementIds: readonly Id[], start: Day, end: Day): Work[] {
  const { timeZone } = preferencesOf(book.workspace)
  const wanted = new Set<Id | null>(engagementIds)
  const found = new Map<string, Work & { at: string }>()
  for (const entry of book.workspace.tables.entries.values()) {
    if (!wanted.has(entry.engagementId) || !entry.billable || entry.perkId !== undefined) continue
    const engagement = entry.engagementId ? book.workspace.tables.engagements.get(entry.engagementId) : undefined
    for (const { day, charged } of dayParts(entry, timeZone, roundingFor(entry, engagement, timeZone))) {
      if (day < start || day >= end || charged === 0) continue
      const key = `${day} ${entry.note}`
      const same = found.get(key)
      const at = isSpan(entry) ? entry.start : entry.day
      found.set(key, {
        day,
        note: entry.note,
        amount: (same?.amount ?? 0) + charged,
        at: same && same.at < at ? same.at : at,
      })
    }
  }
  return [...found.values()].toSorted((a, b) => (a.day === b.day ? (a.at < b.at ? -1 : 1) : a.day < b.day ? -1 : 1))
}

/** What was handed over from one day up to another, in its order; uses of perks are none of it. */
export function deliveredIn(book: Book, engagementIds: readonly Id[], start: Day, end: Day): Work[] {
  return engagementIds
    .flatMap((id) => [...(book.deliveries.get(id)?.values() ?? [])])
    .filter(({ day, perkId }) => perkId === undefined && day >= start && day < end)
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ day, note, units }) => ({ day, note, amount: units }))
}
