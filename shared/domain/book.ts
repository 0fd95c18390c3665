import type { Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import type { Zone } from '../kernel/instant.ts'
import type { Rounding } from '../model/agreement.ts'
import { apply, type Edit } from '../model/change.ts'
import type { Engagement } from '../model/engagement.ts'
import { isRunning, type SpanEntry, type TimeEntry } from '../model/entry.ts'
import { preferencesId, type Preferences } from '../model/preferences.ts'
import type { Workspace } from '../model/workspace.ts'
import { tally, type DayTotal, type Totals } from './totals.ts'

/**
 * The workspace with what is derived from all its history, kept in step with it. Both processes hold one
 * (architecture.md, 8). `totals` is null until it has been read or counted.
 */
export interface Book {
  readonly workspace: Workspace
  totals: Totals | null
  /** The running timer, wherever its month is: it is always in memory. */
  running: (SpanEntry & { end: null }) | null
}

export const emptyBook = (workspace: Workspace, totals: Totals | null): Book => {
  const book: Book = { workspace, totals, running: null }
  for (const entry of workspace.tables.entries.values()) if (isRunning(entry)) book.running = entry
  return book
}

export function preferencesOf(workspace: Workspace): Preferences {
  const preferences = workspace.tables.preferences.get(preferencesId)
  if (!preferences) throw new Error('a workspace without preferences')
  return preferences
}

const unrounded: Rounding = { mode: 'none' }

export function roundingOf(engagement: Engagement | undefined): Rounding {
  if (engagement?.kind === 'retainer') return engagement.agreement.rounding
  return engagement?.kind === 'hourly' ? engagement.rounding : unrounded
}

/**
 * The one way in which a book changes: records, totals and timer go together, edit by edit, so that an entry is
 * counted under the engagement that an earlier edit of the same change made.
 */
export function applyToBook(book: Book, edits: readonly Edit[]): void {
  for (const edit of edits) {
    if (edit.table === 'entries') {
      followTimer(book, edit.before, edit.after)
      if (book.totals) count(book, book.totals, edit.before, edit.after)
    }
    apply(book.workspace, [edit])
  }
}

function followTimer(book: Book, before: TimeEntry | null, after: TimeEntry | null): void {
  if (before && book.running?.id === before.id) book.running = null
  if (after && isRunning(after)) book.running = after
}

function count(book: Book, totals: Totals, before: TimeEntry | null, after: TimeEntry | null): void {
  const zone = preferencesOf(book.workspace).timeZone
  const rounding = (entry: TimeEntry): Rounding => roundingOf(engagementOf(book.workspace, entry))
  if (before) tally(totals, before, -1, zone, rounding(before))
  if (after) tally(totals, after, 1, zone, rounding(after))
}

const engagementOf = (workspace: Workspace, entry: TimeEntry): Engagement | undefined =>
  entry.engagementId === null ? undefined : workspace.tables.engagements.get(entry.engagementId)

/** The totals of all entries, from nothing. */
export function countAll(workspace: Workspace, entries: Iterable<TimeEntry>, zone: Zone): Totals {
  const totals: Totals = new Map()
  for (const entry of entries) tally(totals, entry, 1, zone, roundingOf(engagementOf(workspace, entry)))
  return totals
}

export const daysOf = (book: Book, engagementId: Id | null): ReadonlyMap<Day, DayTotal> =>
  book.totals?.get(engagementId) ?? new Map()
