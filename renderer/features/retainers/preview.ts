import { daysOf, doneOf, preferencesOf, type Book } from '#shared/domain/book.ts'
import { courseOf, ledger, type Done, type LedgerRow } from '#shared/domain/ledger/ledger.ts'
import { engagementsOf } from '#shared/domain/naming.ts'
import { termEnd } from '#shared/domain/periods.ts'
import { agreedRules } from '#shared/domain/dated-terms.ts'
import { pausesIn, withPauses } from '#shared/domain/versions.ts'
import { latestTracked } from '#shared/domain/tracked-months.ts'
import { sumByDays, tally, totalBetween, type ByDay, type DayTotal, type Totals } from '#shared/domain/totals.ts'
import { addDays, addToMonth, firstDayOf, monthOf, monthsBetween, type Day, type Month } from '#shared/kernel/day.ts'
import { defined } from '#shared/kernel/defined.ts'
import type { Id } from '#shared/kernel/id.ts'
import { isSame } from '#shared/kernel/same.ts'
import type { Agreement, Rounding } from '#shared/model/agreement.ts'
import type { Engagement } from '#shared/model/engagement.ts'

/** What the live ledger is about: own time, time that would be counted, or months before the agreement begins. */
export interface Months {
  readonly kind: 'own' | 'counted' | 'asIf'
  readonly agreement: Agreement
  readonly rows: readonly LedgerRow[]
  /** Whose entries are behind the rows. */
  readonly engagementIds: readonly Id[]
}

/** The same in the editor, which shows what comes next too. */
export interface Preview extends Months {
  /** What counts for the agreement itself in the periods to come; of own time with how the running one began. */
  readonly done: Done
}

/** How many months before today's an agreement that has not begun is shown over. */
const MONTHS_BACK = 6
/** More months than there can be. */
const EVER = 12 * 1000

const emptyDays: ByDay = { get: () => undefined }
const nobody: readonly Id[] = []

/** The time there is to try terms on: all of a client's, and of it what a new agreement may take over. */
export interface Tracked {
  readonly all: readonly Id[]
  readonly hourly: readonly Id[]
}

export function trackedOf(book: Book, clientId: Id): Tracked {
  const engagements = engagementsOf(book, clientId)
  return {
    all: engagements.map(({ id }) => id),
    hourly: engagements.filter(({ kind }) => kind === 'hourly').map(({ id }) => id),
  }
}

const daysOfAll = (book: Book, ids: readonly Id[]): ByDay => sumByDays(ids.map((id) => daysOf(book, id)))

/** Whether a new agreement rounds in another way than the work that it is tried on: then the days do not tell, the entries do. */
export const roundsAnew = (book: Book, ids: readonly Id[], { basis, rounding }: Agreement, today: Day): boolean =>
  basis === 'hours' &&
  ids.some((id) => {
    const engagement = book.workspace.tables.engagements.get(id)
    return engagement !== undefined && !isSame(plainRounding(roundingNow(engagement, today)), plainRounding(rounding))
  })

const roundingNow = (engagement: Engagement, today: Day): Rounding =>
  engagement.kind === 'hourly'
    ? engagement.rounding
    : engagement.kind === 'retainer'
      ? agreedRules(engagement.agreement, today).rounding
      : { mode: 'none' }

const plainRounding = ({ mode, minutes = 1 }: Rounding) => (mode === 'none' ? { mode } : { mode, minutes })

/** The days as they would be with each entry rounded in another way; of the entries that are in memory. */
function roundedDays(book: Book, ids: readonly Id[], rounding: Rounding): ByDay {
  const { timeZone } = preferencesOf(book.workspace)
  const wanted = new Set<Id | null>(ids)
  const totals: Totals = new Map()
  for (const entry of book.workspace.tables.entries.values())
    if (wanted.has(entry.engagementId)) tally(totals, entry, 1, timeZone, rounding)
  return sumByDays([...totals.values()])
}

/** The ledger of an agreement's own time. */
export function ownPreview(book: Book, id: Id, agreement: Agreement, today: Day): Preview {
  const done = doneOf(book, id)
  const course = courseOf(agreement, done, today)
  const last = course.at(-1)
  const stood = last && { agreement, start: last.row.period.start, handed: last.before }
  const rows = course.map(({ row }) => row)
  return { kind: 'own', agreement, engagementIds: [id], rows, done: { ...done, ...defined({ stood }) } }
}

/**
 * An agreement's own months as they would have been under other terms, those that are closed too: what was paused stays
 * paused, since nothing was asked for.
 */
export function triedPreview(book: Book, id: Id, agreed: Agreement, written: Agreement, today: Day): Preview {
  const { closings: _closings, ...done } = doneOf(book, id)
  const agreement = { ...written, versions: withPauses(written.versions, pausesIn(agreed.versions)) }
  // Where units come to be counted, nobody noted what was handed over: what is known is what was worked.
  const kind = written.basis === 'deliverables' && agreed.basis !== 'deliverables' ? 'asIf' : 'own'
  return { kind, agreement, engagementIds: [id], rows: ledger(agreement, done, today), done }
}

/**
 * A new agreement over its client's tracked months: from its start on with the time it would take over, or, before it
 * begins, as if it had begun some months ago. null where there is nothing to show yet.
 * @param isHeld the entries of those months are in memory: only then another rounding can be told
 */
export function newPreview(
  book: Book,
  tracked: Tracked,
  agreement: Agreement,
  adopt: boolean,
  today: Day,
  isHeld: boolean,
): Preview | null {
  const daysFor = (ids: readonly Id[]): ByDay =>
    isHeld && roundsAnew(book, ids, agreement, today)
      ? roundedDays(book, ids, agreement.rounding)
      : daysOfAll(book, ids)
  if (agreement.startsOn > today) return asIf(book, daysFor(tracked.all), tracked.all, agreement, today)
  const days = adopt ? daysFor(tracked.hourly) : emptyDays
  const engagementIds = adopt ? tracked.hourly : nobody
  const done = { days }
  return { kind: 'counted', agreement, engagementIds, rows: ledger(agreement, done, today), done }
}

function asIf(book: Book, days: ByDay, engagementIds: readonly Id[], agreement: Agreement, today: Day): Preview | null {
  const span = monthsToTry(book, engagementIds, today)
  if (span === null) return null
  const since = firstDayOf(span.from)
  const { term, versions } = agreement
  const shifted: Agreement = {
    ...agreement,
    startsOn: since,
    // The months that are shown may be more than the term has: it would have gone on.
    term: term.atEnd === 'ends' ? { ...term, atEnd: 'renews' } : term,
    versions: versions.slice(-1).map((version) => ({ ...version, from: since })),
  }
  const rows = ledger(shifted, { days }, span.until)
  return { kind: 'asIf', agreement: shifted, engagementIds, rows, done: { days: emptyDays } }
}

/**
 * The months that a new agreement is tried on before it begins: the last ones, from the first with work on; of a client
 * from longer ago all that there were. Null where nothing has been tracked.
 */
function monthsToTry(book: Book, ids: readonly Id[], today: Day): { from: Month; until: Day } | null {
  const now = monthOf(today)
  const days = ids.map((id) => daysOf(book, id))
  const back = monthsBetween(addToMonth(now, -MONTHS_BACK), now)
  const recent = back.find((month) =>
    days.some((each) => totalBetween(each, firstDayOf(month), firstDayOf(addToMonth(month, 1))).charged > 0),
  )
  if (recent !== undefined) return { from: recent, until: today }
  const all = latestTracked(days, today, EVER)
  return all && { from: all.from, until: firstDayOf(all.to) }
}

/** The first month that a preview of a new agreement is about. */
export function firstMonthOf(book: Book, { all }: Tracked, { startsOn }: Agreement, today: Day): Month {
  const months = startsOn > today ? monthsToTry(book, all, today) : null
  return months?.from ?? addToMonth(monthOf(startsOn > today ? today : startsOn), -1)
}

/** The hourly time that a new agreement would take over, or null when there is none. */
export function adoptable(book: Book, tracked: Tracked, agreement: Agreement, today: Day): DayTotal | null {
  const over = termEnd(agreement)
  const until = addDays(today, 1)
  const days = daysOfAll(book, tracked.hourly)
  const total = totalBetween(days, agreement.startsOn, over !== null && over < until ? over : until)
  return total.worked > 0 ? total : null
}
