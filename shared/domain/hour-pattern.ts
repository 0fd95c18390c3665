import type { Day } from '../kernel/day.ts'
import { localSecond, msOf, startOfDay, type Zone } from '../kernel/instant.ts'
import { seconds, type Seconds } from '../kernel/units.ts'
import { isSpan, type TimeEntry } from '../model/entry.ts'

/** When work is done: seconds by weekday (1 Monday … 7 Sunday) and hour of the clock (0 to 23). */
export interface HourPattern {
  /** Seconds, by `cellOf`. */
  readonly cells: ReadonlyMap<number, number>
  /** The first hour with work, and the hour after the last: what is worth showing. */
  readonly from: number
  readonly to: number
  readonly most: Seconds
  readonly worked: Seconds
  /** What is known of its day alone, and so has no hour. */
  readonly withoutClock: Seconds
}

const [DAY, HOUR] = [86_400, 3600]

/** The key of a cell: 1 Monday … 7 Sunday, 0 to 23. */
export const cellOf = (weekday: number, hour: number): number => weekday * 24 + hour

/**
 * Entries on the clock of `zone`, an entry in the hours that it lies in; those that touch the days from `from` up to,
 * not including, `to`, and of them what lies inside. On a night that the clocks are put forward or back an hour counts
 * as it stands on the clock. What is still running is left out.
 */
export function hourPattern(entries: Iterable<TimeEntry>, from: Day, to: Day, zone: Zone): HourPattern {
  const cells = new Map<number, number>()
  let [worked, withoutClock] = [0, 0]
  const [first, end] = [startOfDay(from, zone), startOfDay(to, zone)]
  for (const entry of entries) {
    if (!isSpan(entry)) {
      if (entry.day >= from && entry.day < to) withoutClock += entry.seconds
      continue
    }
    // Most lie outside. As text they compare as time, and need not be read.
    if (entry.end === null || entry.end <= first || entry.start >= end) continue
    const [start, stop] = [entry.start > first ? entry.start : first, entry.end < end ? entry.end : end]
    worked += spread(cells, msOf(start) / 1000, msOf(stop) / 1000, zone)
  }
  const hours = [...cells].flatMap(([cell, sum]) => (sum > 0 ? [cell % 24] : []))
  return {
    cells,
    from: hours.length === 0 ? 0 : Math.min(...hours),
    to: hours.length === 0 ? 0 : Math.max(...hours) + 1,
    most: seconds(Math.max(0, ...cells.values())),
    worked: seconds(worked),
    withoutClock: seconds(withoutClock),
  }
}

/** Puts a stretch, in seconds since 1970, into the hours it lies in. @returns its length in seconds */
function spread(cells: Map<number, number>, start: number, stop: number, zone: Zone): number {
  for (let at = start; at < stop;) {
    const local = localSecond(at, zone)
    const day = Math.floor(local / DAY)
    const second = local - day * DAY
    const step = Math.min(HOUR - (second % HOUR), stop - at)
    // 1 January 1970 was a Thursday.
    const cell = cellOf(((((day + 3) % 7) + 7) % 7) + 1, Math.floor(second / HOUR))
    cells.set(cell, (cells.get(cell) ?? 0) + step)
    at += step
  }
  return Math.max(0, stop - start)
}
