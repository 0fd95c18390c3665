import type { Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { dayAt, type Instant, type Zone } from '../kernel/instant.ts'
import type { Agreement } from '../model/agreement.ts'
import type { Retainer } from '../model/engagement.ts'
import type { SpanEntry } from '../model/entry.ts'
import type { Workspace } from '../model/workspace.ts'
import { doneOf, preferencesOf, roundingFor, type Book } from './book.ts'
import { closePeriod } from './ledger/close-period.ts'
import { courseOf, type Done, type LedgerRow, type Step } from './ledger/ledger.ts'
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
  return stepOn(agreement, done, today, calendar)?.running ?? null
}

/** The period with what it was handed by the one before it. */
function stepOn(agreement: Agreement, done: Done, today: Day, calendar: WorkCalendar) {
  const step = courseOf(agreement, done, today).at(-1)
  if (!step || today >= step.row.period.end) return null
  const { before, row } = step
  return { before, running: { row, pace: paceOf(agreement, row.period, done, today, calendar) } }
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
  readonly before: Step['before']
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
  const step = stepOn(agreement, done, today, calendarOf(preferencesOf(book.workspace)))
  const settled = step && { period: step.running, before: step.before, done }
  own.set(id, { revision, totals, agreement, today, settled })
  return settled
}

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
  const { period, before } = settled
  if (period.row.isClosed) return period // as it was reported, whatever the timer does

  const { agreement } = retainer
  const soFar = { ...running, end: now }
  const began = dayAt(running.start, timeZone)
  if (began < period.row.period.start)
    return runningPeriod(agreement, withTimer(doneOf(book, retainer.id), soFar, retainer, timeZone), today, calendar)
  const done = withTimer(settled.done, soFar, retainer, timeZone)
  const last = finalIndex(agreement) ?? Infinity
  const { row } = closePeriod(agreement, period.row.period, last, before, done)
  if (began === today || agreement.basis !== 'hours') return { row, pace: period.pace }
  return { row, pace: paceOf(agreement, row.period, done, today, calendar) }
}

const withTimer = (done: Done, soFar: SpanEntry, retainer: Retainer, zone: Zone): Done => ({
  ...done,
  days: withEntry(done.days, soFar, zone, roundingFor(soFar, retainer, zone)),
})
