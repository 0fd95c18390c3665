import { addDays, firstDayOf, lastDayOf, type Day, type Month } from '../../kernel/day.ts'
import type { Instant, Zone } from '../../kernel/instant.ts'
import type { Id } from '../../kernel/id.ts'
import { sumOf } from '../../kernel/units.ts'
import { fileMonthOf, isRunning, isSpan, type TimeEntry } from '../../model/entry.ts'
import { dayView, entriesOn, type GapRow } from '../day-view.ts'
import { dayParts } from '../totals.ts'
import { isWorkingDay, type WorkCalendar } from '../working-days.ts'

/** Time between two entries that nobody has, with what was worked on before it. */
export interface MonthGap extends GapRow {
  readonly day: Day
  /** The engagement of the entry that ends where it begins; null for own work. */
  readonly before: Id | null
}

/** What is unclear in the time of a month. */
export interface MonthTime {
  readonly gaps: readonly MonthGap[]
  /** What two entries share, by day: it counts for both until somebody says whose it is. */
  readonly twice: readonly { readonly day: Day; readonly seconds: number }[]
  /** Working days without a second tracked. */
  readonly empty: readonly Day[]
  /** Time that is for no client, by its note, the longest first. */
  readonly own: readonly OwnTime[]
}

export interface OwnTime {
  readonly note: string
  readonly seconds: number
  /** The entries, by the month of their file. */
  readonly files: Readonly<Record<string, readonly Id[]>>
}

/** Seconds that two entries share: less is not told, as in the day (domain/overlap.ts). */
const SHORTEST = 60

/**
 * Gaps, shared time and time for nobody in a month (domain.md, Closing a month: the pass begins with them). A gap is what the day
 * has as one: more than five minutes between two entries.
 * @param entries of the month and the night before it
 */
export function monthTime(
  entries: Iterable<TimeEntry>,
  month: Month,
  zone: Zone,
  now: Instant,
  calendar: WorkCalendar,
): MonthTime {
  const all = [...entries]
  const gaps: MonthGap[] = []
  const twice: { day: Day; seconds: number }[] = []
  const empty: Day[] = []
  for (let day = firstDayOf(month); day <= lastDayOf(month); day = addDays(day, 1)) {
    const own = entriesOn(all, day, zone)
    if (own.length === 0) {
      if (isWorkingDay(day, calendar)) empty.push(day)
      continue
    }
    const { rows, twice: shared } = dayView(own, day, zone, now)
    if (shared >= SHORTEST) twice.push({ day, seconds: shared })
    for (const row of rows) {
      if (row.kind !== 'gap') continue
      const before = own.find((entry) => isSpan(entry) && entry.end === row.from)
      gaps.push({ ...row, day, before: before?.engagementId ?? null })
    }
  }
  return { gaps, twice, empty, own: ownTime(all, month, zone) }
}

function ownTime(entries: readonly TimeEntry[], month: Month, zone: Zone): OwnTime[] {
  const byNote = new Map<string, { seconds: number; files: Record<string, Id[]> }>()
  for (const entry of entries) {
    if (entry.engagementId !== null || isRunning(entry)) continue
    const parts = dayParts(entry, zone, { mode: 'none' })
    const seconds = sumOf(parts, (part) => (part.day.startsWith(month) ? part.worked : 0))
    if (seconds === 0) continue
    const note = entry.note.trim()
    const own = byNote.get(note) ?? { seconds: 0, files: {} }
    const file = fileMonthOf(entry)
    const files = { ...own.files, [file]: [...(own.files[file] ?? []), entry.id] }
    byNote.set(note, { seconds: own.seconds + seconds, files })
  }
  return [...byNote].map(([note, own]) => ({ note, ...own })).toSorted((a, b) => b.seconds - a.seconds)
}
