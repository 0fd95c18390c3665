import { instantOf, type Instant } from '../kernel/instant.ts'
import type { Gap } from '../model/gap.ts'

type Cause = Gap['cause']

/** What the machine tells at a moment, in milliseconds. */
export interface Reading {
  /** The wall clock, since 1970: the one that can be set. */
  readonly wall: number
  /** Since the machine was started, sleep included: the one that cannot. */
  readonly up: number
  /** Since a key or the pointer was last touched; null where nobody tells. */
  readonly idle: number | null
}

/** What happened: time went by, the user did something in the app, or the system told something. */
export type Sign = 'look' | 'deed' | 'lock' | 'unlock' | 'suspend' | 'resume'

/** What is known of whether somebody is there, while the timer runs. Moments are by the wall clock. */
export interface Presence {
  readonly wall: number
  readonly up: number
  /** When the user was last known to be there by a deed of theirs. */
  readonly deed: number
  readonly away: { readonly from: number; readonly cause: Cause } | null
  readonly isLocked: boolean
  readonly isAsleep: boolean
}

export type Found =
  /** The clock was set, by so many seconds. */
  | { readonly kind: 'clockMoved'; readonly seconds: number }
  /** Nobody has been there for as long as the user allows. */
  | { readonly kind: 'away'; readonly from: Instant }
  /** They are back: what was it? */
  | { readonly kind: 'gap'; readonly from: Instant; readonly to: Instant; readonly cause: Cause }

export interface Limits {
  /** How long nobody may be seen before it is asked about, in seconds; null: nobody looks. */
  readonly idle: number | null
}

/** A clock that is put right by less is left alone: the network does it all day. */
const CLOCK_SLACK_MS = 5000
/** A machine that slept, or an app that was gone, for less than this was not left: a lid, a restart. */
export const UNSEEN_MS = 120_000
/** Idle time is told in whole seconds. */
const IDLE_SLACK_MS = 2000

export const present = ({ wall, up }: Reading): Presence => ({
  wall,
  up,
  deed: wall,
  away: null,
  isLocked: false,
  isAsleep: false,
})

/** The last moment at which somebody was at the timer's work: what is found after a crash begins there. */
export const lastSeen = ({ away, wall }: Presence): number => away?.from ?? wall

/**
 * One step of watching (persistence.md, The timer). `powerMonitor` does not tell everything on every system, so that a
 * machine that stood still is found by its own clock too. Where an absence began is found once and never moves: what
 * the user touches while the question is open changes its end at most.
 */
export function perceive(
  before: Presence,
  sign: Sign,
  reading: Reading,
  limits: Limits,
): { state: Presence; found: readonly Found[] } {
  const moved = movedBy(before, sign, reading)
  const known = moved === 0 ? before : shifted(before, moved)
  const found: Found[] = moved === 0 ? [] : [{ kind: 'clockMoved', seconds: moved / 1000 }]

  const stoodStill = reading.up - before.up > UNSEEN_MS
  const isLocked = sign === 'lock' || (known.isLocked && sign !== 'unlock')
  const isAsleep = sign === 'suspend' || (known.isAsleep && sign !== 'resume' && !stoodStill)
  let away = leaving(known, sign, reading, stoodStill)
  const next = { wall: reading.wall, up: reading.up, isLocked, isAsleep }
  const back = away && backAt(away, sign, reading, { isLocked, isAsleep, stoodStill })
  if (away && back !== null) {
    if (isWorthAsking(away, back, limits))
      found.push({ kind: 'gap', from: instantOf(away.from), to: instantOf(back), cause: away.cause })
    return { state: { ...next, deed: Math.max(known.deed, back), away: null }, found }
  }
  const deed = sign === 'deed' ? reading.wall : known.deed
  if (!away) {
    away = idling(deed, reading, limits)
    if (away) found.push({ kind: 'away', from: instantOf(away.from) })
  }
  return { state: { ...next, deed, away }, found }
}

/** By how much the clock was set, in whole seconds as milliseconds. A sleep that the machine's clock leaves out is none. */
function movedBy(before: Presence, sign: Sign, { wall, up }: Reading): number {
  const moved = wall - before.wall - (up - before.up)
  const slept = moved > 0 && (before.isAsleep || sign === 'resume')
  return slept || Math.abs(moved) < CLOCK_SLACK_MS ? 0 : Math.round(moved / 1000) * 1000
}

const shifted = (state: Presence, by: number): Presence => ({
  ...state,
  wall: state.wall + by,
  deed: state.deed + by,
  away: state.away && { ...state.away, from: state.away.from + by },
})

function leaving({ away, wall }: Presence, sign: Sign, reading: Reading, stoodStill: boolean): Presence['away'] {
  if (stoodStill) return { from: away?.from ?? wall, cause: 'asleep' }
  if (sign === 'suspend') return { from: away?.from ?? reading.wall, cause: 'asleep' }
  if (sign === 'lock')
    return { from: away?.from ?? reading.wall, cause: away?.cause === 'asleep' ? 'asleep' : 'locked' }
  return away
}

/** When whoever was away was back; null while they are not. Behind a locked screen nobody is at work. */
function backAt(
  { from, cause }: NonNullable<Presence['away']>,
  sign: Sign,
  { wall, idle }: Reading,
  { isLocked, isAsleep, stoodStill }: { isLocked: boolean; isAsleep: boolean; stoodStill: boolean },
): number | null {
  if (sign === 'deed' || sign === 'unlock') return wall
  if (isLocked || isAsleep) return null
  if (sign === 'resume' || stoodStill) return wall
  if (cause !== 'idle' || idle === null) return null
  const touched = wall - idle
  return touched > from + IDLE_SLACK_MS ? touched : null
}

function isWorthAsking({ from, cause }: NonNullable<Presence['away']>, to: number, { idle }: Limits): boolean {
  if (cause === 'asleep') return to - from >= UNSEEN_MS
  return idle !== null && to - from >= idle * 1000
}

function idling(deed: number, { wall, idle }: Reading, limits: Limits): Presence['away'] {
  if (idle === null || limits.idle === null) return null
  const from = Math.max(wall - idle, deed)
  return wall - from >= limits.idle * 1000 ? { from, cause: 'idle' } : null
}

/** What the app wrote down while it ran, for the next start. */
export interface Heartbeat {
  readonly wall: number
  readonly up: number
  readonly seen: number
  /** Of the machine's start; empty where the system does not tell. */
  readonly boot: string
}

/**
 * What is to be asked when the app comes up and the timer runs: it was closed, it crashed, the battery went. Within
 * the same start of the machine a clock that was set meanwhile is found too. Across one, a clock that says it is
 * earlier than when the timer was last seen is wrong: what had run until then is kept, and nothing is added.
 */
export function afterAbsence(beat: Heartbeat, reading: Reading, boot: string): readonly Found[] {
  const isSameBoot = boot !== '' && beat.boot === boot && reading.up >= beat.up
  const away = reading.wall - beat.wall
  const moved = isSameBoot ? away - (reading.up - beat.up) : Math.min(0, reading.wall - beat.seen)
  const seconds = Math.abs(moved) < CLOCK_SLACK_MS ? 0 : Math.round(moved / 1000)
  const from = beat.seen + seconds * 1000
  return [
    ...(seconds === 0 ? [] : [{ kind: 'clockMoved' as const, seconds }]),
    ...(reading.wall - from >= UNSEEN_MS
      ? [{ kind: 'gap' as const, from: instantOf(from), to: instantOf(reading.wall), cause: 'gone' as const }]
      : []),
  ]
}
