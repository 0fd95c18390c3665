import { atWallClock, dayAt, secondsBetween, wallClock, type Instant, type Zone } from '../kernel/instant.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { sumOf } from '../kernel/units.ts'
import type { Retainer } from '../model/engagement.ts'
import { isSpan, type SpanEntry, type TimeEntry } from '../model/entry.ts'
import { dueAlerts } from './alerts.ts'
import { preferencesOf, type Book } from './book.ts'
import { dayView, entriesOn, type DayView, type GapRow } from './day-view.ts'
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
  /** None where the whole day is empty. */
  readonly gaps: readonly GapRow[]
  /** Of all of them, or of a usual day. */
  readonly seconds: number
}

/** Less is a coffee. */
const LEAST_UNTRACKED = 15 * 60
/** Whoever opens the app late at night does not hear of the day's end any more. */
const STILL_THE_END = 2 * 3600

/** Who has tracked nothing for so many days is not about to. */
const STILL_IN_USE = 14

/**
 * What a working day leaves untracked once it is over: between its first entry and its last and, while the user's usual
 * hours are not reached, from the last one to the day's end; all of it where there is no entry. (The rule is ours; the
 * texts ask for the end of a working day with untracked gaps.)
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
  const { entries } = book.workspace.tables
  const view = dayView(entriesOn(entries.values(), day, timeZone), day, timeZone, now)
  const usual = preferences.minutesPerDay * 60
  if (view.rows.length === 0) {
    const isUsed = [...entries.values()].some((entry) => dayOf(entry, timeZone) >= addDays(day, -STILL_IN_USE))
    return isUsed && usual > 0 ? { kind: 'dayEnd', day, gaps: [], seconds: usual } : null
  }
  const between = view.rows.filter((row): row is GapRow => row.kind === 'gap')
  const after = view.worked < usual ? gapAfter(view, atWallClock(day, dayEnd, timeZone)) : null
  const gaps = [...between, ...(after && after.seconds >= LEAST_UNTRACKED ? [after] : [])]
  const seconds = sumOf(gaps, (gap) => gap.seconds)
  return seconds >= LEAST_UNTRACKED ? { kind: 'dayEnd', day, gaps, seconds } : null
}

/** From the end of the last entry to the end of the day; null where that is none, or nobody knows when work was. */
function gapAfter({ rows }: DayView, end: Instant): GapRow | null {
  const ends = rows.flatMap((row) => (row.kind === 'part' && row.span ? [row.span.to] : []))
  const last = ends.toSorted().at(-1)
  return last !== undefined && last < end
    ? { kind: 'gap', from: last, to: end, seconds: secondsBetween(last, end) }
    : null
}

const dayOf = (entry: TimeEntry, zone: Zone): Day => (isSpan(entry) ? dayAt(entry.start, zone) : entry.day)
