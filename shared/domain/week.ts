import { addDays, type Day } from '../kernel/day.ts'
import { fold } from '../kernel/fold.ts'
import type { Id } from '../kernel/id.ts'
import type { Instant, Zone } from '../kernel/instant.ts'
import { by } from '../kernel/order.ts'
import { sumOf } from '../kernel/units.ts'
import { daysOf, type Book } from './book.ts'
import { clientOf, fullName } from './naming.ts'
import { secondsOn } from './week-cell.ts'

export interface WeekCell {
  /** What was worked, the timer's time up to now included. */
  readonly seconds: number
  readonly isRunning: boolean
}

/** The work of one engagement; null is own work. */
export interface WeekRow {
  readonly engagementId: Id | null
  /** One for each day, from the week's first. */
  readonly cells: readonly WeekCell[]
  readonly seconds: number
}

export interface Week {
  readonly days: readonly Day[]
  readonly rows: readonly WeekRow[]
  /** The sums of the days. */
  readonly sums: readonly number[]
  readonly seconds: number
}

/**
 * A week as a grid of engagement × day, from the totals: no entry is looked at but the running one. There is a row for
 * what has time in the week or had some in the week before, which is mostly gone on with, and for what is `added`.
 * Rows go by name, own work last.
 */
export function weekFrom(book: Book, first: Day, added: readonly (Id | null)[], now: Instant, zone: Zone): Week {
  const days = Array.from({ length: 7 }, (_, at) => addDays(first, at))
  const wanted = new Set<Id | null>(added)
  for (const [id, totals] of book.totals ?? [])
    for (let at = -7; at < 7; at++) if ((totals.get(addDays(first, at))?.worked ?? 0) > 0) wanted.add(id)
  const { running } = book
  if (running && days.some((day) => secondsOn(running, day, zone, now) > 0)) wanted.add(running.engagementId)
  const rows = byName(book, [...wanted]).map((id) => rowOf(book, id, days, now, zone))
  const sums = days.map((_, at) => sumOf(rows, (row) => row.cells[at]?.seconds ?? 0))
  return { days, rows, sums, seconds: sumOf(sums, (sum) => sum) }
}

function rowOf(book: Book, engagementId: Id | null, days: readonly Day[], now: Instant, zone: Zone): WeekRow {
  const totals = daysOf(book, engagementId)
  const running = book.running?.engagementId === engagementId ? book.running : null
  const cells = days.map((day) => {
    const live = running ? secondsOn(running, day, zone, now) : 0
    return { seconds: (totals.get(day)?.worked ?? 0) + live, isRunning: live > 0 }
  })
  return { engagementId, cells, seconds: sumOf(cells, (cell) => cell.seconds) }
}

function byName(book: Book, ids: readonly (Id | null)[]): (Id | null)[] {
  const names = new Map<Id, string>()
  for (const id of ids) {
    const engagement = id === null ? undefined : book.workspace.tables.engagements.get(id)
    if (engagement) names.set(engagement.id, fold(fullName(clientOf(book, engagement), engagement)))
  }
  const sorted: (Id | null)[] = [...names].toSorted(by(([, name]) => name)).map(([id]) => id)
  return ids.includes(null) ? [...sorted, null] : sorted
}
