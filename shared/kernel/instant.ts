import type { $brand } from 'zod'
import { tzOffset } from '@date-fns/tz/tzOffset'
import { DAY_MS, fromNumber, isDay, toNumber, type Day } from './day.ts'
import { twoDigitsAt } from './digits.ts'
import { seconds, type Seconds } from './units.ts'

/** A moment in UTC, to the second: `2026-03-04T08:30:00Z`. Instants compare as text. */
export type Instant = string & $brand<'Instant'>
/** The name of an IANA time zone. */
export type Zone = string & $brand<'Zone'>

const WEEK_MS = 604_800_000
const QUARTER_MS = 900_000

const two = (value: number): string => String(value).padStart(2, '0')
/** What an instant says of the time of the day, by its second: a working life has the same ones over and over. */
const clocks: string[] = []
function clockOf(second: number): string {
  const [hour, minute] = [Math.floor(second / 3600), Math.floor(second / 60) % 60]
  return (clocks[second] ??= `T${two(hour)}:${two(minute)}:${two(second % 60)}Z`)
}
/** Until then a year has four digits. */
const LAST_MS = Date.UTC(9999, 11, 31)

/** @param ms milliseconds since 1970; the part below a second is cut off. Throws a RangeError where that is no moment. */
export function instantOf(ms: number): Instant {
  // By hand: a Date for each of a long file's rows takes longer than all that is made of them.
  if (!(ms >= 0 && ms < LAST_MS)) return `${new Date(ms).toISOString().slice(0, 19)}Z` as Instant
  const number = Math.floor(ms / DAY_MS)
  return (fromNumber(number) + clockOf(Math.floor((ms - number * DAY_MS) / 1000))) as Instant
}

export const msOf = (instant: Instant): number =>
  toNumber(instant) * DAY_MS +
  (twoDigitsAt(instant, 11) * 3600 + twoDigitsAt(instant, 14) * 60 + twoDigitsAt(instant, 17)) * 1000

/** Whether the text is a moment that exists: no 30 February, no 24:00, which `Date.parse` takes for the day after. */
export const isInstant = (text: string): text is Instant =>
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(text) && isDay(text.slice(0, 10))

/** Elapsed time from one instant to another; negative when `to` is earlier. */
export const secondsBetween = (from: Instant, to: Instant): Seconds => seconds((msOf(to) - msOf(from)) / 1000)
export const addSeconds = (to: Instant, count: number): Instant => instantOf(msOf(to) + count * 1000)

export function isZone(text: string): text is Zone {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: text }))
  } catch {
    return false
  }
}

/** A week of a zone: what its clocks are ahead of UTC, in milliseconds, before and from the moment they change. */
interface Week {
  readonly before: number
  readonly from: number
  readonly after: number
}

/** Offsets are asked of Intl, which is slow, so they are remembered by week: no clock changes twice in one. */
const weeks = new Map<Zone, Map<number, Week>>()

/** What local clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(ms: number, zone: Zone): number {
  const index = Math.floor(ms / WEEK_MS)
  let known = weeks.get(zone)
  if (!known) weeks.set(zone, (known = new Map()))
  let week = known.get(index)
  if (!week) known.set(index, (week = weekOf(index, zone, known.get(index - 1)?.after)))
  return ms < week.from ? week.before : week.after
}

const askOffset = (ms: number, zone: Zone): number => Math.round(tzOffset(zone, new Date(ms)) * 60_000)

/** @param known the offset at its start, when the week before has been asked for. */
function weekOf(index: number, zone: Zone, known?: number): Week {
  let [still, from] = [index * WEEK_MS, (index + 1) * WEEK_MS]
  const [before, after] = [known ?? askOffset(still, zone), askOffset(from, zone)]
  if (before === after) return { before, from, after }
  while (from - still > 1000) {
    const middle = still + Math.floor((from - still) / 2000) * 1000
    if (askOffset(middle, zone) === before) still = middle
    else from = middle
  }
  return { before, from, after }
}

/** What a wall clock in the zone shows: a day and the seconds since its 00:00. */
export const wallClock = (instant: Instant, zone: Zone): WallClock => wallClockAt(msOf(instant), zone)

interface WallClock {
  readonly day: Day
  readonly second: number
}

/** What a wall clock shows at a moment, both as seconds on the line of days; null: in UTC. */
export const localSecond = (second: number, zone: Zone | null): number =>
  zone === null ? second : second + offsetAt(second * 1000, zone) / 1000

/** @param ms milliseconds since 1970 */
export function wallClockAt(ms: number, zone: Zone): WallClock {
  const local = ms + offsetAt(ms, zone)
  const number = Math.floor(local / DAY_MS)
  return { day: fromNumber(number), second: (local - number * DAY_MS) / 1000 }
}

/** The number of the local day of a moment. */
const dayNumberAt = (ms: number, zone: Zone): number => Math.floor((ms + offsetAt(ms, zone)) / DAY_MS)

export const dayAt = (instant: Instant, zone: Zone): Day => fromNumber(dayNumberAt(msOf(instant), zone))

/**
 * The instant at which a wall clock in the zone shows a day and time. A time that the clock skips (spring) is read
 * with the offset from before the change; of one that comes twice (autumn), the first is meant.
 */
export const atWallClock = (day: Day, second: number, zone: Zone): Instant =>
  instantOf(msAtWallClock(toNumber(day) * DAY_MS + second * 1000, zone))

function msAtWallClock(local: number, zone: Zone): number {
  const before = offsetAt(local - DAY_MS, zone)
  const after = offsetAt(local + DAY_MS, zone)
  for (const offset of [before, after]) if (offsetAt(local - offset, zone) === offset) return local - offset
  return local - before
}

/** Remembered: whatever is counted by day asks for the same days over and over. */
const starts = new Map<Zone, Map<number, number>>()

/** The first moment of a day, by its number; where midnight itself is skipped, the moment of the change. */
function startMs(number: number, zone: Zone): number {
  let known = starts.get(zone)
  if (!known) starts.set(zone, (known = new Map()))
  let start = known.get(number)
  if (start === undefined) {
    start = msAtWallClock(number * DAY_MS, zone)
    while (dayNumberAt(start, zone) < number) start += QUARTER_MS
    known.set(number, start)
  }
  return start
}

/** The first instant of a day; where midnight itself is skipped, the instant of the change. */
export const startOfDay = (day: Day, zone: Zone): Instant => instantOf(startMs(toNumber(day), zone))

/**
 * An interval cut at local midnights: each day with the seconds that lie in it (domain.md, Quantities). The parts
 * add up to the whole, on days with a change of clocks too.
 */
export function splitByDay(start: Instant, end: Instant, zone: Zone): { day: Day; seconds: Seconds }[] {
  const days: { day: Day; seconds: Seconds }[] = []
  let [from, last] = [msOf(start), msOf(end)]
  for (let number = dayNumberAt(from, zone); from < last; number++) {
    const to = Math.min(startMs(number + 1, zone), last)
    if (to > from) days.push({ day: fromNumber(number), seconds: seconds((to - from) / 1000) }) // a day the zone skipped has no part
    from = to
  }
  return days
}
