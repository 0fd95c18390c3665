import type { Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import { sumOf } from '../kernel/units.ts'
import { preferencesOf, type Book } from './book.ts'
import { dayView, entriesOn } from './day-view.ts'
import { dayParts } from './totals.ts'

export interface Worked {
  /** null: own work. */
  readonly engagementId: Id | null
  readonly worked: number
}

/** Seconds worked on a day by engagement, the running timer's by `now` included; most first. */
export function workedBy(book: Book, day: Day, now: Instant): Worked[] {
  const byEngagement = new Map<Id | null, number>()
  for (const [id, days] of book.totals ?? []) {
    const worked = days.get(day)?.worked ?? 0
    if (worked > 0) byEngagement.set(id, worked)
  }
  const { running } = book
  if (running && running.start < now) {
    const parts = dayParts({ ...running, end: now }, preferencesOf(book.workspace).timeZone, { mode: 'none' })
    const soFar = sumOf(parts, (part) => (part.day === day ? part.worked : 0))
    byEngagement.set(running.engagementId, (byEngagement.get(running.engagementId) ?? 0) + soFar)
  }
  return [...byEngagement]
    .map(([engagementId, worked]) => ({ engagementId, worked }))
    .toSorted((a, b) => b.worked - a.worked)
}

/** Of these, how many are there more than once by the clock: never counted twice in silence. */
export function twiceOn(book: Book, day: Day, now: Instant): number {
  const { timeZone } = preferencesOf(book.workspace)
  return dayView(entriesOn(book.workspace.tables.entries.values(), day, timeZone), day, timeZone, now).twice
}

/** Seconds worked on a day, on everything. */
export const workedOn = (book: Book, day: Day, now: Instant): number =>
  sumOf(workedBy(book, day, now), ({ worked }) => worked)
