import type { Stretch } from './day-calendar.ts'

/** To how many seconds times are drawn, moved and resized: a grid of the clock, since no zone's offset is off it. */
export const STEP = 300

/** What a drag may not pass. */
export interface Limits {
  /** The day's length in seconds. */
  readonly length: number
  /** Where now is, in seconds of the day; past its length on a day that is over, below 0 on one to come. */
  readonly now: number
}

// Adding 0 makes 0 of -0.
const snapped = (at: number): number => Math.round(at / STEP) * STEP + 0
const snappedDown = (at: number): number => Math.floor(at / STEP) * STEP + 0
const snappedUp = (at: number): number => Math.ceil(at / STEP) * STEP + 0
const between = (at: number, least: number, most: number): number => Math.max(least, Math.min(at, most))

/** What has come to pass of the day, to the step. */
const reached = ({ length, now }: Limits): number => snappedDown(Math.min(length, now))

/**
 * The entry moved by so many seconds: its start falls on the grid, its length stays to the second. It stays in the day
 * (what lies over a midnight keeps a step in it), and never goes past now.
 */
export function moved(entry: Stretch, by: number, limits: Limits): Stretch {
  const duration = entry.to - entry.from
  const isOver = entry.from < 0 || entry.to > limits.length
  const least = isOver ? snappedUp(STEP - duration) : 0
  const latest = isOver ? limits.length - STEP : limits.length - duration
  const most = snappedDown(Math.min(latest, limits.now - duration))
  // Where it is already further than it may go (the clock was set back), it at least goes no further.
  const from = between(
    snapped(entry.from + by),
    Math.min(least, entry.from),
    Math.max(most, Math.min(least, entry.from)),
  )
  return from === entry.from || by === 0 ? entry : { from, to: from + duration }
}

/** The entry with one of its edges elsewhere: on the grid, a step from the other at least, within the day, not past now. */
export function resized(entry: Stretch, edge: 'from' | 'to', at: number, limits: Limits): Stretch {
  if (edge === 'from') {
    const latest = snappedDown(entry.to - STEP)
    return latest < 0 ? entry : { ...entry, from: between(snapped(at), 0, latest) }
  }
  const earliest = snappedUp(entry.from + STEP)
  const latest = reached(limits)
  return latest < earliest ? entry : { ...entry, to: between(snapped(at), earliest, latest) }
}

/** What was drawn from one point to another, or null where none of it has come to pass. */
export function drawn(a: number, b: number, limits: Limits): Stretch | null {
  const latest = reached(limits)
  const from = between(snappedDown(Math.min(a, b)), 0, limits.length - STEP)
  const to = Math.min(Math.max(snappedUp(Math.max(a, b)), from + STEP), latest)
  return from < to ? { from, to } : null
}
