import type { Day } from '../kernel/day.ts'
import { addSeconds, dayAt, secondsBetween, splitByDay, type Instant, type Zone } from '../kernel/instant.ts'
import { compareText } from '../kernel/order.ts'
import { seconds, sumOf } from '../kernel/units.ts'
import { isSpan, type TimeEntry } from '../model/entry.ts'

/** What a cell of the week comes to when another duration is written into it. */
export interface CellPlan {
  /** Entries as they are then; null for those that go. */
  readonly changes: readonly { readonly entry: TimeEntry; readonly after: TimeEntry | null }[]
  /** Seconds of a new entry without hours. */
  readonly add: number
  /** Entries with hours would be shortened or go: that is asked about, since their hours are known. */
  readonly cuts: boolean
}

/** What cannot be taken away here: the timer's time, and what goes over midnight. */
export interface CellFixed {
  readonly least: number
}

/** What of an entry lies in the day, in seconds; of the timer up to `now`. */
export function secondsOn(entry: TimeEntry, day: Day, zone: Zone, now: Instant): number {
  if (!isSpan(entry)) return entry.day === day ? entry.seconds : 0
  const end = entry.end ?? (now > entry.start ? now : entry.start)
  return sumOf(splitByDay(entry.start, end, zone), (part) => (part.day === day ? part.seconds : 0))
}

/**
 * How the day's time on one engagement becomes `wanted` seconds. Hours that were tracked are never made longer, and
 * shorter only as a last resort: more becomes time without hours, on the one such entry that the cell consists of, or on
 * one that says nothing else, or on a new one; less is taken from time without hours first, the last written first. Only
 * what that does not cover is cut from the ends of the day's tracked hours, the latest first. (The rule is ours:
 * domain.md says only that what was worked is never altered.)
 *
 * @param entries those of the engagement that have time in the day
 */
export function planCell(
  entries: readonly TimeEntry[],
  day: Day,
  zone: Zone,
  now: Instant,
  wanted: number,
): CellPlan | CellFixed {
  const has = sumOf(entries, (entry) => secondsOn(entry, day, zone, now))
  return wanted >= has ? withMore(entries, wanted - has) : withLess(entries, has - wanted, wanted, day, zone)
}

function withMore(entries: readonly TimeEntry[], more: number): CellPlan {
  if (more === 0) return { changes: [], add: 0, cuts: false }
  const [only] = entries
  const grows = only && entries.length === 1 && !isSpan(only) ? only : entries.find(saysNothing)
  if (!grows || isSpan(grows)) return { changes: [], add: more, cuts: false }
  const after = { ...grows, seconds: seconds(grows.seconds + more) }
  return { changes: [{ entry: grows, after }], add: 0, cuts: false }
}

const saysNothing = (entry: TimeEntry): boolean =>
  !isSpan(entry) &&
  entry.billable === (entry.engagementId !== null) &&
  entry.note === '' &&
  entry.tags.length === 0 &&
  entry.task === undefined &&
  entry.perkId === undefined &&
  entry.source === undefined

function withLess(
  entries: readonly TimeEntry[],
  less: number,
  wanted: number,
  day: Day,
  zone: Zone,
): CellPlan | CellFixed {
  const untimed = entries.filter((entry) => !isSpan(entry)).toSorted((a, b) => compareText(b.id, a.id))
  const timed = entries
    .filter((entry) => isSpan(entry) && liesIn(entry, day, zone))
    .toSorted((a, b) => compareText(startOf(b), startOf(a)))
  const changes: { entry: TimeEntry; after: TimeEntry | null }[] = []
  let left = less
  for (const entry of [...untimed, ...timed]) {
    if (left === 0) break
    const length = lengthOf(entry)
    const taken = Math.min(left, length)
    left -= taken
    changes.push({ entry, after: taken === length ? null : shorter(entry, length - taken) })
  }
  if (left > 0) return { least: wanted + left }
  return { changes, add: 0, cuts: changes.some(({ entry }) => isSpan(entry)) }
}

const startOf = (entry: TimeEntry): string => (isSpan(entry) ? entry.start : entry.day)
const lengthOf = (entry: TimeEntry): number =>
  isSpan(entry) ? (entry.end === null ? 0 : secondsBetween(entry.start, entry.end)) : entry.seconds
const shorter = (entry: TimeEntry, length: number): TimeEntry =>
  isSpan(entry) ? { ...entry, end: addSeconds(entry.start, length) } : { ...entry, seconds: seconds(length) }

/** The whole of it, and over: neither the timer nor what goes over midnight. */
const liesIn = (entry: TimeEntry, day: Day, zone: Zone): boolean =>
  isSpan(entry) &&
  entry.end !== null &&
  dayAt(entry.start, zone) === day &&
  splitByDay(entry.start, entry.end, zone).length === 1
