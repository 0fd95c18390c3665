import { dayAt, wallClock, type Instant } from '../kernel/instant.ts'
import type { Day } from '../kernel/day.ts'
import { sumOf } from '../kernel/units.ts'
import type { Retainer } from '../model/engagement.ts'
import type { SpanEntry } from '../model/entry.ts'
import { dueAlerts } from './alerts.ts'
import { preferencesOf, type Book } from './book.ts'
import { dayView, entriesOn, type GapRow } from './day-view.ts'
import { standingOf, type Standing } from './standing.ts'
import { timerWarnings } from './timer-warnings.ts'
import { calendarOf, isWorkingDay } from './working-days.ts'

/** A share of a retainer's period that was reached; `shares` are all that are said by it. */
export interface AlertNotice {
  readonly kind: 'alert'
  readonly retainer: Retainer
  readonly standing: Standing
  readonly share: number
  readonly shares: readonly number[]
}

/** Of each retainer the largest share that its user has not been told of (domain.md, Pace). */
export function alertNotices(book: Book, now: Instant): AlertNotice[] {
  return [...book.workspace.tables.engagements.values()].flatMap((engagement): AlertNotice[] => {
    if (engagement.kind !== 'retainer' || engagement.status !== 'active' || engagement.archived) return []
    const standing = standingOf(book, engagement, now)
    const shares = standing ? dueAlerts(engagement, standing) : []
    const share = shares.at(-1)
    return standing && share !== undefined ? [{ kind: 'alert', retainer: engagement, standing, share, shares }] : []
  })
}

export interface LongNotice {
  readonly kind: 'long'
  readonly entry: SpanEntry
  readonly seconds: number
}

/** @param limit seconds; null for none */
export function longNotice(book: Book, now: Instant, limit: number | null): LongNotice | null {
  const { long } = timerWarnings(book, now, limit)
  return book.running && long !== null ? { kind: 'long', entry: book.running, seconds: long } : null
}

export interface DayEndNotice {
  readonly kind: 'dayEnd'
  readonly day: Day
  readonly gaps: readonly GapRow[]
  /** Of all of them. */
  readonly seconds: number
}

/** Less is a coffee. */
const LEAST_UNTRACKED = 15 * 60
/** Whoever opens the app late at night does not hear of the day's end any more. */
const STILL_THE_END = 2 * 3600

/**
 * What a working day leaves untracked between its first entry and its last, once it is over.
 * @param dayEnd seconds from 0:00; null: it is never told
 * @returns null where there is nothing to say, or it is not the time
 */
export function dayEndNotice(book: Book, now: Instant, dayEnd: number | null): DayEndNotice | null {
  const preferences = preferencesOf(book.workspace)
  const { timeZone } = preferences
  const { second } = wallClock(now, timeZone)
  if (dayEnd === null || second < dayEnd || second >= dayEnd + STILL_THE_END) return null
  const day = dayAt(now, timeZone)
  if (!isWorkingDay(day, calendarOf(preferences))) return null
  const { rows } = dayView(entriesOn(book.workspace.tables.entries.values(), day, timeZone), day, timeZone, now)
  const gaps = rows.filter((row): row is GapRow => row.kind === 'gap')
  const seconds = sumOf(gaps, (gap) => gap.seconds)
  return seconds >= LEAST_UNTRACKED ? { kind: 'dayEnd', day, gaps, seconds } : null
}
