import type { Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { dayAt, type Instant, type Zone } from '../kernel/instant.ts'
import type { Agreement } from '../model/agreement.ts'
import type { Retainer } from '../model/engagement.ts'
import type { SpanEntry } from '../model/entry.ts'
import type { Workspace } from '../model/workspace.ts'
import { doneOf, preferencesOf, roundingFor, type Book } from './book.ts'
import { deliveriesBetween } from './deliveries-between.ts'
import { closePeriod } from './ledger/close-period.ts'
import { ledger, type Done, type LedgerRow } from './ledger/ledger.ts'
import type { Handed } from './ledger/row.ts'
import { paceOf, type Pace } from './pace.ts'
import { finalIndex } from './periods.ts'
import { withEntry, type Totals } from './totals.ts'
import { calendarOf, type WorkCalendar } from './working-days.ts'

/** The period that a day lies in, as far as it has come, and how fast the agreement is used. */
export interface RunningPeriod {
  readonly row: LedgerRow
  readonly pace: Pace
}

/** @returns null when no period of the agreement holds the day. */
export function runningPeriod(
  agreement: Agreement,
  done: Done,
  today: Day,
  calendar: WorkCalendar,
): RunningPeriod | null {
  const row = ledger(agreement, done, today).at(-1)
  if (!row || today < row.period.start || today >= row.period.end) return null
  return { row, pace: paceOf(agreement, row.period, done, today, calendar) }
}

/** What was worked out from a book, and all that it was worked out from. */
interface Kept {
  readonly revision: number
  readonly totals: Totals | null
  readonly agreement: Agreement
  readonly today: Day
  readonly settled: Settled | null
}

/** The period without the timer, and what was done in it. */
interface Settled {
  readonly period: RunningPeriod
  readonly done: Done
}

const kept = new WeakMap<Workspace, Map<Id, Kept>>()

/** Worked out once a day and once after each change, however often it is asked for. */
function settledOf(book: Book, { id, agreement }: Retainer, today: Day): Settled | null {
  let own = kept.get(book.workspace)
  if (!own) kept.set(book.workspace, (own = new Map()))
  const { revision, totals } = book
  const known = own.get(id)
  if (known?.revision === revision && known.totals === totals && known.today === today && known.agreement === agreement)
    return known.settled
  const done = doneOf(book, id)
  const period = runningPeriod(agreement, done, today, calendarOf(preferencesOf(book.workspace)))
  const settled = period && { period, done: doneIn(period.row, done) }
  own.set(id, { revision, totals, agreement, today, settled })
  return settled
}

const doneIn = ({ period: { start, end } }: LedgerRow, done: Done): Done => ({
  days: done.days,
  deliveries: deliveriesBetween(done, start, end),
})

/**
 * A retainer's period as it stands now, with what the timer has run on it (domain.md, Pace). A minute of the timer moves
 * this period alone, so that asking every minute costs the same after twenty years as after one; but for a timer that
 * has been running since the period before, which moves what that one hands on.
 */
export function periodNow(book: Book, retainer: Retainer, now: Instant): RunningPeriod | null {
  const preferences = preferencesOf(book.workspace)
  const { timeZone } = preferences
  const calendar = calendarOf(preferences)
  const today = dayAt(now, timeZone)
  const settled = settledOf(book, retainer, today)
  const { running } = book
  if (!settled || running?.engagementId !== retainer.id || running.start >= now) return settled?.period ?? null
  const { period } = settled
  if (period.row.isClosed) return period // as it was reported, whatever the timer does

  const { agreement } = retainer
  const soFar = { ...running, end: now }
  const began = dayAt(running.start, timeZone)
  if (began < period.row.period.start)
    return runningPeriod(agreement, withTimer(doneOf(book, retainer.id), soFar, retainer, timeZone), today, calendar)
  const done = withTimer(settled.done, soFar, retainer, timeZone)
  const last = finalIndex(agreement) ?? Infinity
  const { row } = closePeriod(agreement, period.row.period, last, openingOf(period.row), done)
  if (began === today || agreement.basis !== 'hours') return { row, pace: period.pace }
  return { row, pace: paceOf(agreement, row.period, done, today, calendar) }
}

const withTimer = (done: Done, soFar: SpanEntry, retainer: Retainer, zone: Zone): Done => ({
  ...done,
  days: withEntry(done.days, soFar, zone, roundingFor(soFar, retainer, zone)),
})

/** What a period was handed by the one before it. */
const openingOf = ({ lots, period, repaid }: LedgerRow): Handed => ({
  lots: lots.filter((lot) => lot.period < period.index),
  borrowed: repaid,
})
