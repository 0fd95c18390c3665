import { addDays } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { dayAt, startOfDay, wallClock, type Instant } from '../kernel/instant.ts'
import { preferencesOf, type Book } from './book.ts'
import { dayView, entriesOn } from './day-view.ts'

/** A stretch of today, in seconds since its midnight as the wall clock tells them. */
interface Stretch {
  readonly from: number
  readonly to: number
}

export interface RibbonBlock extends Stretch {
  readonly id: Id
  readonly engagementId: Id | null
  readonly note: string
  readonly isRunning: boolean
}

export interface Ribbon extends Stretch {
  readonly blocks: readonly RibbonBlock[]
  /** Time between entries that nobody has, as the day's own view counts it. */
  readonly gaps: readonly Stretch[]
  /** null when now is not on it. */
  readonly nowAt: number | null
}

const HOUR = 3600
/** What is shown of an empty day. */
const USUAL = { from: 8 * HOUR, to: 18 * HOUR }

/** Today as a line: the working hours, stretched to what was worked outside them. */
export function ribbonOf(book: Book, now: Instant): Ribbon {
  const zone = preferencesOf(book.workspace).timeZone
  const today = dayAt(now, zone)
  const end = startOfDay(addDays(today, 1), zone)
  const second = (instant: Instant): number => (instant >= end ? 24 * HOUR : wallClock(instant, zone).second)
  /** In the night of the change the clock goes back: nothing ends before it began. */
  const stretch = (from: Instant, to: Instant): Stretch => ({
    from: second(from),
    to: Math.max(second(from), second(to)),
  })
  const blocks: RibbonBlock[] = []
  const gaps: Stretch[] = []
  for (const row of dayView(entriesOn(book.workspace.tables.entries.values(), today, zone), today, zone, now).rows) {
    if (row.kind === 'gap') gaps.push(stretch(row.from, row.to))
    else if (row.span) {
      const { id, engagementId, note } = row.entry
      blocks.push({ id, engagementId, note, isRunning: row.isRunning, ...stretch(row.span.from, row.span.to) })
    }
  }
  const nowAt = second(now)
  const from = Math.min(USUAL.from, ...blocks.map((block) => Math.floor(block.from / HOUR) * HOUR))
  const to = Math.max(USUAL.to, ...blocks.map((block) => Math.ceil(block.to / HOUR) * HOUR))
  return { from, to, blocks, gaps, nowAt: nowAt >= from && nowAt <= to ? nowAt : null }
}
