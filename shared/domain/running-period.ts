import { firstDayOf, monthOf, type Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { dayAt, type Instant, type Zone } from '../kernel/instant.ts'
import type { Pieces } from '../kernel/pieces.ts'
import type { Agreement } from '../model/agreement.ts'
import type { Retainer } from '../model/engagement.ts'
import type { SpanEntry } from '../model/entry.ts'
import type { Workspace } from '../model/workspace.ts'
import { doneLately, doneOf, preferencesOf, roundingFor, type Book } from './book.ts'
import { closePeriod } from './ledger/close-period.ts'
import { courseOf, type Done, type LedgerRow, type Step } from './ledger/ledger.ts'
import { paceOf, type Pace } from './pace.ts'
import { finalIndex } from './periods.ts'
import { rememberStood } from './stood.ts'
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
  return periodIn(lately(agreement, done, today), agreement, done, today, calendar)
}

/** The ledger's course since the beginning of the month, and before it as far as it takes to know that. */
const lately = (agreement: Agreement, done: Done, today: Day): Step[] =>
  courseOf(agreement, done, today, firstDayOf(monthOf(today)))

function periodIn(
  course: readonly Step[],
  agreement: Agreement,
  done: Done,
  today: Day,
  calendar: WorkCalendar,
): RunningPeriod | null {
  const row = course.at(-1)?.row
  if (!row || today >= row.period.end) return null
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
  const done = doneLately(book, id)
  const course = lately(agreement, done, today)
  const period = periodIn(course, agreement, done, today, calendarOf(preferencesOf(book.workspace)))
  const before = course.at(-1)?.before
  const settled = period && before ? { period, before, done } : null
  // All that is asked for from now on in this month begins here, the month's income too.
  const first = course.find(({ row }) => row.period.end > firstDayOf(monthOf(today))) ?? course.at(-1)
  if (totals && first) rememberStood(totals, id, { agreement, start: first.row.period.start, handed: first.before })
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

/** Works out how all retainers stand, one at a time, so that it is known when somebody needs all of it at once. */
export function* knowingPeriods(book: Book, now: Instant): Pieces<void> {
  for (const each of book.workspace.tables.engagements.values()) {
    if (each.kind !== 'retainer' || each.archived) continue
    periodNow(book, each, now)
    yield
  }
}
