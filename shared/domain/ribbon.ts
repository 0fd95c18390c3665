import { addDays } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { dayAt, secondsBetween, startOfDay, wallClock, type Instant } from '../kernel/instant.ts'
import { isSpan } from '../model/entry.ts'
import { preferencesOf, type Book } from './book.ts'

/** A stretch of today, in seconds since its midnight. */
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
  /** Time between entries that nobody has: longer than five minutes and shorter than a break is long. */
  readonly gaps: readonly Stretch[]
  /** null when now is not on it. */
  readonly nowAt: number | null
}

const HOUR = 3600
const SHORTEST_GAP = 5 * 60
/** Whoever is away longer is having lunch, not losing time. */
const LONGEST_GAP = 45 * 60
/** What is shown of an empty day. */
const USUAL = { from: 8 * HOUR, to: 18 * HOUR }

/** Today as a line: the working hours, stretched to what was worked outside them. */
export function ribbonOf(book: Book, now: Instant): Ribbon {
  const zone = preferencesOf(book.workspace).timeZone
  const today = dayAt(now, zone)
  const [start, end] = [startOfDay(today, zone), startOfDay(addDays(today, 1), zone)]
  const second = (instant: Instant): number => Math.max(0, Math.min(secondsBetween(start, instant), 24 * HOUR))
  const blocks = [...book.workspace.tables.entries.values()]
    .filter(isSpan)
    .filter((entry) => entry.start < end && (entry.end ?? now) > start)
    .map(({ id, engagementId, note, ...entry }): RibbonBlock => ({
      id,
      engagementId,
      note,
      isRunning: entry.end === null,
      from: second(entry.start),
      to: second(entry.end ?? now),
    }))
    .toSorted((a, b) => a.from - b.from)
  const nowAt = wallClock(now, zone).second
  const from = Math.min(USUAL.from, ...blocks.map((block) => Math.floor(block.from / HOUR) * HOUR))
  const to = Math.max(USUAL.to, ...blocks.map((block) => Math.ceil(block.to / HOUR) * HOUR))
  return { from, to, blocks, gaps: gapsBetween(blocks), nowAt: nowAt >= from && nowAt <= to ? nowAt : null }
}

function gapsBetween(blocks: readonly RibbonBlock[]): Stretch[] {
  const gaps: Stretch[] = []
  let covered = blocks[0]?.to ?? 0
  for (const { from, to } of blocks) {
    const length = from - covered
    if (length >= SHORTEST_GAP && length <= LONGEST_GAP) gaps.push({ from: covered, to: from })
    covered = Math.max(covered, to)
  }
  return gaps
}
