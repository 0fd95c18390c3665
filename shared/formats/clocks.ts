import { isDay, addDays, type Day } from '../kernel/day.ts'
import {
  addSeconds,
  atWallClock,
  instantOf,
  msOf,
  secondsBetween,
  wallClock,
  type Instant,
  type Zone,
} from '../kernel/instant.ts'
import type { Seconds } from '../kernel/units.ts'
import { secondsPer, type DateOrder, type Decimal, type Manner } from './columns.ts'

/** A local day and the seconds since its 00:00, as a clock on the wall shows them. */
export interface Clock {
  readonly day: Day
  readonly second: number
}

/** Before this nobody tracked time with a computer's help: an earlier year is a slip. */
const EARLIEST = '1970-01-01'
const DAY_S = 86_400

/**
 * A day as files have it: `2026-03-04`, `2026/3/4`, `4.3.2026`, `03/04/26`. What comes first where no year of four digits
 * does depends on who wrote it: that is asked (`order`). null for what is no day, and for one before 1970.
 */
export function readDay(text: string, order: DateOrder = 'dmy'): Day | null {
  if (isDay(text)) return text >= EARLIEST ? text : null
  const found = partsOfDay(text)
  if (!found) return null
  const [first, second, third] = found
  if (order === 'ymd' && first <= 31 && !mayBeginWithYear(text)) return null
  const [year, month, date] =
    first > 31 || order === 'ymd' ? found : order === 'dmy' ? [third, second, first] : [third, first, second]
  const day = `${yearOf(year)}-${two(month)}-${two(date)}`
  return isDay(day) && day >= EARLIEST ? day : null
}

/** A year of two digits stands first in `26-03-04`; with strokes and dots (`26/03/04`) it stands last wherever we are read. */
const mayBeginWithYear = (text: string): boolean => /^\d{2}-\d{1,2}-\d{2}$/.test(text)

/** The three numbers of a day in their order. */
export function partsOfDay(text: string): readonly [number, number, number] | null {
  const found =
    /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? /^(\d{1,2})([-./]) ?(\d{1,2})\2 ?(\d{4}|\d{2})$/.exec(text)
  return found && [Number(found[1]), Number(found[3]), Number(found[4])]
}

/** `26` is of this century; nobody has tracked time for fifty years. */
const yearOf = (year: number): number => (year > 99 ? year : year < 70 ? 2000 + year : 1900 + year)
const two = (value: number): string => String(value).padStart(2, '0')

/** Seconds since midnight of `9:30`, `09:30:00`, `9:30 PM` or `9.30`; null for what is no time of the day. */
export function readTime(text: string): number | null {
  // With points as Italians write it; 9.5 is none.
  const found = /^(\d{1,2})([:.])(\d{2})(?:\2(\d{2}))?(?:\s*([ap])m)?$/i.exec(text)
  if (!found) return null
  const [hour, minute, second] = [Number(found[1]), Number(found[3]), Number(found[4] ?? 0)]
  const half = found[5]?.toLowerCase()
  if (minute > 59 || second > 59 || (half ? hour < 1 || hour > 12 : hour > 23)) return null
  return (half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour) * 3600 + minute * 60 + second
}

/** How long, and whether to the second: `1:30` and `1.33` hours are rounded by whoever wrote them. */
export interface Length {
  readonly seconds: Seconds
  readonly isExact: boolean
}

/** `1:30:00`, `1:30`, `1h 30m`, `1h30`, `90 min`, `1.5`: a bare number counts the unit. null for what is no duration. */
export function readLength(text: string, { decimal, unit }: Pick<Manner, 'decimal' | 'unit'>): Length | null {
  const sign = text.startsWith('-') ? -1 : 1
  const bare = sign < 0 ? text.slice(1).trim() : text
  const clock = /^(\d{1,6}):([0-5]\d)(?::([0-5]\d))?$/.exec(bare)
  if (clock)
    return length(
      sign * (Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0)),
      clock[3] !== undefined,
    )
  const spelt =
    /^(?:(\d{1,6}) ?(?:h|hr|hrs|hours?|ore|ora|std)\.?)? ?(?:(\d{1,6}) ?(?:m|min|mins|minutes?|minuti|minuto)\.?)? ?(?:(\d{1,6}) ?(?:s|sec|secs|seconds?|secondi)\.?)?$/i.exec(
      bare,
    )
  if (spelt && bare !== '')
    return length(
      sign * (Number(spelt[1] ?? 0) * 3600 + Number(spelt[2] ?? 0) * 60 + Number(spelt[3] ?? 0)),
      spelt[3] !== undefined,
    )
  const short = /^(\d{1,6}) ?h ?([0-5]\d)$/i.exec(bare)
  if (short) return length(sign * (Number(short[1]) * 3600 + Number(short[2]) * 60), false)
  const value = readNumber(bare, decimal)
  return value === null
    ? null
    : length(Math.round(sign * value * secondsPer[unit]), unit !== 'hours' && unit !== 'minutes')
}

const length = (seconds: number, isExact: boolean): Length => ({ seconds: seconds as Seconds, isExact })

/** `2.000,5` or `2,000.5`, by which sign parts the whole from the rest; the other one may part thousands. */
function readNumber(text: string, decimal: Decimal): number | null {
  const shape =
    decimal === '.'
      ? /^(?:\d{1,12}|\d{1,3}(?:,\d{3})+)(?:\.\d{1,12})?$/
      : /^(?:\d{1,12}|\d{1,3}(?:\.\d{3})+)(?:,\d{1,12})?$/
  if (!shape.test(text)) return null
  return Number(decimal === '.' ? text.replaceAll(',', '') : text.replaceAll('.', '').replace(',', '.'))
}

/** The moment at which a day begins, in milliseconds; null where it is longer or shorter than others. */
export function midnightOf(day: Day, zone: Zone): number | null {
  const from = msOf(atWallClock(day, 0, zone))
  return msOf(atWallClock(addDays(day, 1), 0, zone)) - from === DAY_S * 1000 ? from : null
}

/** As `atWallClock`, remembering for each day whether its clocks change: a long file is read in a fraction of the time. */
export function wallClocks(zone: Zone): (clock: Clock) => Instant {
  const midnights = new Map<Day, number | null>()
  return ({ day, second }) => {
    let midnight = midnights.get(day)
    if (midnight === undefined) midnights.set(day, (midnight = midnightOf(day, zone)))
    return midnight === null ? atWallClock(day, second, zone) : instantOf(midnight + second * 1000)
  }
}

export type Span =
  | { readonly ok: true; readonly start: Instant; readonly end: Instant; readonly seconds: Seconds }
  | { readonly ok: false; readonly code: 'endBeforeStart' }
  | { readonly ok: false; readonly code: 'durationDiffers'; readonly elapsed: Seconds }

/**
 * The instants of a row that tells its start and end by the wall clock and, beside them, how long it was.
 *
 * A row that contradicts itself is not booked: which of its figures was billed is for its owner to say. But on the
 * night of a change of clocks the wall clock alone does not say how much time went by (domain.md, Quantities), and
 * the tracker, which measured it, wrote it down. So there the duration is the truth:
 * - of an hour that comes twice, those instants are meant that lie that far apart (the earlier ones if both do);
 * - where the two wall clocks, read without the change, lie that far apart (a tracker that does not know of it), the
 *   start stands and the end follows from the duration.
 *
 * Without a duration (null) the first of an hour that comes twice is meant, unless that would end before it began.
 */
export function spanOf(start: Clock, end: Clock, duration: Seconds | null, zone: Zone, at = wallClocks(zone)): Span {
  const [from, to] = [at(start), at(end)]
  const elapsed = secondsBetween(from, to)
  if (elapsed > 0 && (duration === null || duration === elapsed))
    return { ok: true, start: from, end: to, seconds: elapsed }
  for (const first of readingsOf(from, start, zone))
    for (const last of readingsOf(to, end, zone)) {
      const between = secondsBetween(first, last)
      if (between > 0 && (duration ?? between) === between)
        return { ok: true, start: first, end: last, seconds: between }
    }
  const shown = secondsShown(start, end)
  if (elapsed <= 0 || shown <= 0) return { ok: false, code: 'endBeforeStart' }
  // `shown` differs from `elapsed` only where the clocks change in between.
  if (duration !== null && duration === shown) return lasting(from, duration)
  return { ok: false, code: 'durationDiffers', elapsed }
}

/** What began at an instant and took so long. */
export const lasting = (start: Instant, seconds: Seconds): Span =>
  seconds > 0 ? { ok: true, start, end: addSeconds(start, seconds), seconds } : { ok: false, code: 'endBeforeStart' }

/** What lies between two clocks as if they never changed. */
const secondsShown = (start: Clock, end: Clock): number =>
  (Date.parse(end.day) - Date.parse(start.day)) / 1000 + end.second - start.second

/** The instants at which the clock shows this: one, or two where it is put back. It is put back by one of these. */
function readingsOf(first: Instant, shown: Clock, zone: Zone): Instant[] {
  const again = [1800, 3600, 7200].map((back) => addSeconds(first, back)).filter((later) => shows(later, shown, zone))
  return [first, ...again]
}

function shows(instant: Instant, { day, second }: Clock, zone: Zone): boolean {
  const clock = wallClock(instant, zone)
  return clock.day === day && clock.second === second
}
