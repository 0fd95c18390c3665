import type { Seconds } from '../kernel/units.ts'
import { no, ok, parseDuration, parseTime, type Parsed } from './parse.ts'

/** A stretch of the wall clock: seconds since 00:00 of its day; `to` is past 24 hours where it goes over midnight. */
export interface ClockRange {
  readonly from: number
  readonly to: number
}

const DAY = 24 * 3600

/**
 * An end that comes before its start is one of the next day where the work is shorter than this: `22-1` is three hours
 * of a night, `9-5` is somebody's afternoon, and asked about.
 */
export const LONGEST_NIGHT = 14 * 3600

const DASH = /^(?<from>[^-–—]+)[-–—](?<to>[^-–—]+)$/
/** `dalle 9 alle 10:30`, `from 9 to 10:30`, `9 to 11`, `dall’1 alle 3`. */
const WORDS =
  /^(?:from\s+|dalle\s+|dall['’]\s*)?(?<from>[\d:.,h ]+?(?:[ap]\.?m\.?)?)\s*(?:\s(?:to|till|until|alle|a)\s+|\sall['’]\s*)(?<to>.+)$/i

/**
 * A stretch of the clock as people type it: `9-10:30`, `9.30–11.00`, `22-1` (over midnight), `2-4pm`, `dalle 9 alle 10:30`. The
 * words of both languages are read in both. How long it lasted is not said: that depends on the day, and on whether the
 * clocks were changed on it.
 */
export function parseRange(text: string): Parsed<ClockRange> {
  const bare = text.trim()
  if (bare === '') return no({ code: 'empty' })
  const ends = endsOf(bare)
  if (!ends) return no({ code: 'notRange' })
  const to = parseEnd(ends.to)
  const from = startOf(ends, to.ok ? to.value : 0)
  if (!from.ok) return from
  return to.ok ? between(from.value, to.value) : to
}

function endsOf(text: string): { from: string; to: string } | null {
  const { from, to } = (DASH.exec(text) ?? WORDS.exec(text))?.groups ?? {}
  return from === undefined || to === undefined ? null : { from, to }
}

/** In `2-4pm` the half of the day is said once, for both; in `11-1pm` it is the end's alone. */
function startOf({ from, to }: { from: string; to: string }, end: number): Parsed<number> {
  const half = /[ap]\.?m\.?$/i.exec(to.trim())?.[0]
  const read = parseTime(from)
  if (half === undefined || /m\.?$/i.test(from.trim()) || !read.ok || read.value >= 13 * 3600) return read
  const same = parseTime(`${from.trim()} ${half}`)
  return same.ok && same.value < end ? same : read
}

/** A day ends at 24:00 as well as at 0:00 of the next. */
const parseEnd = (text: string): Parsed<number> => (/^24(?:[:.,h ]?00)?$/.test(text.trim()) ? ok(DAY) : parseTime(text))

function between(from: number, to: number): Parsed<ClockRange> {
  if (from === to) return no({ code: 'sameTime' })
  if (to > from) return ok({ from, to })
  const night = to + DAY - from
  return night < LONGEST_NIGHT ? ok({ from, to: to + DAY }) : no({ code: 'longNight', hours: Math.floor(night / 3600) })
}

/** What was typed where an amount of work is asked for: how long, or from when to when. */
export type Typed = { readonly kind: 'duration'; readonly seconds: Seconds } | ({ readonly kind: 'range' } & ClockRange)

/**
 * `1:30` or `9-10:30`, whichever it is. What could be neither is told as a duration's problem: most who come here type
 * one.
 */
export function parseWork(text: string): Parsed<Typed> {
  const bare = text.trim()
  if (endsOf(bare)) {
    const range = parseRange(bare)
    return range.ok ? ok({ kind: 'range', ...range.value }) : range
  }
  const duration = parseDuration(bare)
  return duration.ok ? ok({ kind: 'duration', seconds: duration.value }) : duration
}
