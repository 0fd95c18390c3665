import { addDays, daysBetween, type Day } from '../kernel/day.ts'
import { dayAt, type Instant } from '../kernel/instant.ts'
import { sumOf } from '../kernel/units.ts'
import type { Agreement } from '../model/agreement.ts'
import type { Retainer } from '../model/engagement.ts'
import { doneOf, preferencesOf, roundingFor, type Book } from './book.ts'
import { ledger, type Done, type LedgerRow } from './ledger/ledger.ts'
import type { Lot } from './ledger/lots.ts'
import { finalIndex, lastDay, periodAt } from './periods.ts'
import { withEntry, type ByDay } from './totals.ts'
import { workingDaysBefore, workingDaysBetween, type WorkingWeek } from './working-days.ts'

/** How a retainer stands today (domain.md, Pace). Time in seconds, units for deliverables. */
export interface Standing {
  /** The ledger of the period that today lies in; null before the start and after the end. */
  readonly row: LedgerRow
  /** All there was to use: carried, included, topped up. */
  readonly available: number
  readonly left: number
  readonly over: number
  /** What is left of what earlier periods carried over, and the last day on which it can be used. */
  readonly carriedLeft: number
  readonly carriedUntil: Day | null
  /** 0 to 1: how far the calendar is, and how much of the time is used (over 1 when past it). */
  readonly calendarShare: number
  readonly usedShare: number
  /** Used a working day, the mean of the last 20. */
  readonly perDay: number
  /** The day on which the rest is used up at that pace; null when it lasts to the period's end. */
  readonly runsOutOn: Day | null
  /** What will be left over at that pace when the period ends. */
  readonly atEnd: number
  /** Whether what is left at the period's end is lost. */
  readonly lapses: boolean
}

/** How many working days the pace is the mean of. */
const PACE_DAYS = 20

/**
 * @param now with the timer running on the retainer, what it has run so far counts as used.
 * @returns null when no period of the agreement holds today.
 */
export function standingOf(book: Book, retainer: Retainer, now: Instant): Standing | null {
  const { timeZone, workingDays } = preferencesOf(book.workspace)
  const today = dayAt(now, timeZone)
  return standing(retainer.agreement, liveDone(book, retainer, now), today, workingDays)
}

/** What was done on a retainer, with what its running timer has run by `now`. */
function liveDone(book: Book, retainer: Retainer, now: Instant): Done {
  const done = doneOf(book, retainer.id)
  const { running } = book
  if (running?.engagementId !== retainer.id || running.start >= now) return done
  const { timeZone } = preferencesOf(book.workspace)
  const soFar = { ...running, end: now }
  return { ...done, days: withEntry(done.days, soFar, timeZone, roundingFor(soFar, retainer, timeZone)) }
}

export function standing(agreement: Agreement, done: Done, today: Day, week: WorkingWeek): Standing | null {
  const row = ledger(agreement, done, today).at(-1)
  if (!row || today < row.period.start || today >= row.period.end) return null
  const available = row.opening + row.granted
  const left = Math.max(0, available - row.used)
  const perDay = pace(agreement, done.days, today, week)
  const workLeft = workingDaysBetween(today, row.period.end, week)
  const needed = perDay > 0 ? Math.ceil(left / perDay) : Infinity
  return {
    row,
    available,
    left,
    over: Math.max(0, row.used - available),
    ...carried(agreement, row),
    calendarShare: daysBetween(row.period.start, addDays(today, 1)) / row.period.days,
    usedShare: available > 0 ? row.used / available : 0,
    perDay,
    runsOutOn: left > 0 ? (workLeft[needed - 1] ?? null) : null,
    atEnd: Math.max(0, Math.round(left - perDay * workLeft.length)),
    lapses: agreement.rollover === null || finalIndex(agreement) === row.period.index,
  }
}

/** The mean of the last 20 working days on which the agreement was in force. */
function pace(agreement: Agreement, days: ByDay, today: Day, week: WorkingWeek): number {
  const counted = workingDaysBefore(today, PACE_DAYS, week).filter((day) => day >= agreement.startsOn)
  return counted.length === 0 ? 0 : sumOf(counted, (day) => days.get(day)?.charged ?? 0) / counted.length
}

/** What is left of the earlier lots after this period's draws; the day is that of the one to be used first. */
function carried(agreement: Agreement, row: LedgerRow): Pick<Standing, 'carriedLeft' | 'carriedUntil'> {
  const drawn = (lot: Lot): number =>
    sumOf(row.moves, (move) => (move.kind === 'draw' && move.lot === lot ? move.amount : 0))
  const left = row.lots
    .filter((lot) => lot.source === 'included' && lot.period < row.period.index)
    .map((lot) => ({ lot, rest: lot.left - drawn(lot) }))
    .filter(({ rest }) => rest > 0)
  const first = left[0] ? periodAt(agreement, left[0].lot.expiresAfter) : null
  return { carriedLeft: sumOf(left, ({ rest }) => rest), carriedUntil: first && lastDay(first) }
}
