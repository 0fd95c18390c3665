import type { Day } from '../kernel/day.ts'
import type { Instant } from '../kernel/instant.ts'
import { sumOf } from '../kernel/units.ts'
import { preferencesOf, type Book } from './book.ts'
import { dayParts } from './totals.ts'

/** Seconds worked on a day, on everything, the running timer's by `now` included. */
export function workedOn(book: Book, day: Day, now: Instant): number {
  const kept = sumOf(book.totals?.values() ?? [], (days) => days.get(day)?.worked ?? 0)
  const { running } = book
  if (!running || running.start >= now) return kept
  const zone = preferencesOf(book.workspace).timeZone
  const parts = dayParts({ ...running, end: now }, zone, { mode: 'none' })
  return kept + sumOf(parts, (part) => (part.day === day ? part.worked : 0))
}
