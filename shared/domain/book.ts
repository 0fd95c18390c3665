import type { Day, Month } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { dayAt, type Zone } from '../kernel/instant.ts'
import { atOnce, type Pieces } from '../kernel/pieces.ts'
import type { Agreement, Rounding } from '../model/agreement.ts'
import { apply, type Edit } from '../model/change.ts'
import type { Closing } from '../model/closing.ts'
import type { Delivery } from '../model/delivery.ts'
import type { Engagement } from '../model/engagement.ts'
import type { Invoice } from '../model/invoice.ts'
import { fileMonthOf, isRunning, isSpan, type SpanEntry, type TimeEntry } from '../model/entry.ts'
import { preferencesId, type Preferences } from '../model/preferences.ts'
import type { TableName, Workspace } from '../model/workspace.ts'
import type { Done } from './ledger/row.ts'
import { rulesOn } from './rules.ts'
import { changedAll, changedOn, stoodOf } from './stood.ts'
import { DayTotals, tally, type ByDay, type DayTotal, type Totals } from './totals.ts'

/**
 * The workspace with what is derived from all its history, kept in step with it. Both processes hold one
 * (architecture.md, 8). `totals` is null until it has been read or counted.
 */
export interface Book {
  readonly workspace: Workspace
  totals: Totals | null
  /** The running timer, wherever its month is: it is always in memory. */
  running: (SpanEntry & { end: null }) | null
  /** What was handed over and what was closed, by engagement. */
  readonly deliveries: ByEngagement<Delivery>
  readonly closings: Map<Id, Map<Day, Closing>>
  /** Invoices and drafts by what they are for: of each engagement another map once one changes. null until somebody asks. */
  invoices: Map<Id, ReadonlyMap<Id, Invoice>> | null
  /** Another after every change: what was worked out from the book holds while it is the same. */
  revision: number
  /** The revision that last changed what was done on an engagement: what was worked out of that alone holds longer. */
  readonly touched: Map<Id | null, number>
  /** The revision that last changed a table: what was worked out of some tables alone holds while those are the same. */
  readonly changed: Map<TableName, number>
}

type ByEngagement<Item> = Map<Id, Map<Id, Item>>

export const emptyBook = (workspace: Workspace, totals: Totals | null): Book => {
  const [deliveries, closings, touched, changed] = [new Map(), new Map(), new Map(), new Map()]
  const book: Book = {
    workspace,
    totals,
    running: null,
    deliveries,
    closings,
    invoices: null,
    revision: 0,
    touched,
    changed,
  }
  for (const entry of workspace.tables.entries.values()) if (isRunning(entry)) book.running = entry
  for (const delivery of workspace.tables.deliveries.values()) follow(book.deliveries, delivery.id, null, delivery)
  for (const closing of workspace.tables.closings.values()) followClosing(book, null, closing)
  return book
}

export function preferencesOf(workspace: Workspace): Preferences {
  const preferences = workspace.tables.preferences.get(preferencesId)
  if (!preferences) throw new Error('a workspace without preferences')
  return preferences
}

const unrounded: Rounding = { mode: 'none' }

/** How an entry on an engagement is rounded that begins on a day: as is agreed on that day. */
export function roundingOn(engagement: Engagement | undefined, day: () => Day): Rounding {
  if (engagement?.kind === 'hourly') return engagement.rounding
  if (engagement?.kind !== 'retainer') return unrounded
  const { agreement } = engagement
  return hasDatedRounding(agreement) ? rulesOn(agreement, day()).rounding : agreement.rounding
}

const hasDatedRounding = ({ versions }: Agreement): boolean => versions.some(({ rounding }) => rounding !== undefined)

/** All that an engagement says of rounding: while two engagements say the same, they count an entry the same. */
export const roundingsOf = (engagement: Engagement): unknown =>
  engagement.kind === 'project'
    ? null
    : engagement.kind === 'hourly'
      ? engagement.rounding
      : [
          engagement.agreement.rounding,
          engagement.agreement.versions.flatMap(({ from, rounding }) => (rounding ? [{ from, rounding }] : [])),
        ]

/** The rounding of an entry, by the engagement that it is on. */
export const roundingFor = (entry: TimeEntry, engagement: Engagement | undefined, zone: Zone): Rounding =>
  roundingOn(engagement, () => dayOf(entry, zone))

/**
 * The one way in which a book changes: records, totals and timer go together, edit by edit, so that an entry is
 * counted under the engagement that an earlier edit of the same change made.
 */
export const applyToBook = (book: Book, edits: readonly Edit[]): void => atOnce(applyingToBook(book, edits))

/** How many edits are put in in one go. */
const PIECE = 500

/** Whoever looks at the book in between sees a part of the change, and nothing that was worked out then is believed later. */
export function* applyingToBook(book: Book, edits: readonly Edit[]): Pieces<void> {
  book.revision += 1
  for (const [index, edit] of edits.entries()) {
    if (index % PIECE === PIECE - 1) {
      yield
      book.revision += 1
    }
    if (movesDays(edit)) book.totals = null
    touch(book, edit)
    if (edit.table === 'entries') {
      followTimer(book, edit.before, edit.after)
      if (book.totals) count(book, book.totals, edit.before, edit.after)
    } else changedAll(book.totals)
    if (edit.table === 'deliveries') follow(book.deliveries, edit.id, edit.before, edit.after)
    if (edit.table === 'closings') followClosing(book, edit.before, edit.after)
    if (edit.table === 'invoices' && book.invoices) followInvoice(book.invoices, edit.before, edit.after)
    apply(book.workspace, [edit])
  }
}

function touch({ touched, changed, revision }: Book, edit: Edit): void {
  changed.set(edit.table, revision)
  if (edit.table !== 'entries' && edit.table !== 'deliveries' && edit.table !== 'closings') return
  for (const each of [edit.before, edit.after]) if (each) touched.set(each.engagementId, revision)
}

/** Lets go of the entries of months: they are on the disk, and are read again when something asks. The timer stays. */
export function* lettingGo({ workspace }: Book, months: ReadonlySet<Month>): Pieces<void> {
  const held = workspace.months
  if (held === 'all' || months.size === 0) return
  let seen = 0
  for (const [id, entry] of workspace.tables.entries) {
    if (++seen % PIECE === 0) yield
    if (!isRunning(entry) && months.has(fileMonthOf(entry))) workspace.tables.entries.delete(id)
  }
  for (const month of months) held.delete(month)
}

/** In another zone, time lies on other days: the totals are not known then until they have been counted again. */
export const movesDays = ({ table, before, after }: Edit): boolean =>
  table === 'preferences' && before !== null && after !== null && before.timeZone !== after.timeZone

function followTimer(book: Book, before: TimeEntry | null, after: TimeEntry | null): void {
  if (before && book.running?.id === before.id) book.running = null
  if (after && isRunning(after)) book.running = after
}

function follow<Item extends { readonly engagementId: Id }>(
  index: ByEngagement<Item>,
  id: Id,
  before: Item | null,
  after: Item | null,
): void {
  if (before) index.get(before.engagementId)?.delete(id)
  if (after) index.set(after.engagementId, (index.get(after.engagementId) ?? new Map<Id, Item>()).set(id, after))
}

function followClosing({ closings }: Book, before: Closing | null, after: Closing | null): void {
  if (before) closings.get(before.engagementId)?.delete(before.start)
  if (!after) return
  const own = closings.get(after.engagementId) ?? new Map<Day, Closing>()
  closings.set(after.engagementId, own.set(after.start, after))
}

function followInvoice(index: Map<Id, ReadonlyMap<Id, Invoice>>, before: Invoice | null, after: Invoice | null): void {
  for (const invoice of [before, after])
    for (const engagementId of new Set(invoice?.lines.map((line) => line.engagementId))) {
      if (!invoice || engagementId === null) continue
      const own = new Map(index.get(engagementId))
      if (invoice === after) own.set(invoice.id, invoice)
      else own.delete(invoice.id)
      index.set(engagementId, own)
    }
}

const noInvoices: ReadonlyMap<Id, Invoice> = new Map()

/** The invoices and drafts with a line for an engagement: the same map until one of them changes. */
export function invoicesFor(book: Book, engagementId: Id): ReadonlyMap<Id, Invoice> {
  if (!book.invoices) {
    const index = new Map<Id, Map<Id, Invoice>>()
    for (const invoice of book.workspace.tables.invoices.values())
      for (const line of invoice.lines) if (line.engagementId !== null) put(index, line.engagementId, invoice)
    book.invoices = index
  }
  return book.invoices.get(engagementId) ?? noInvoices
}

function put(index: Map<Id, Map<Id, Invoice>>, engagementId: Id, invoice: Invoice): void {
  const own = index.get(engagementId) ?? new Map<Id, Invoice>()
  index.set(engagementId, own.set(invoice.id, invoice))
}

function count(book: Book, totals: Totals, before: TimeEntry | null, after: TimeEntry | null): void {
  const zone = preferencesOf(book.workspace).timeZone
  const rounding = (entry: TimeEntry): Rounding => roundingFor(entry, engagementOf(book.workspace, entry), zone)
  if (before) tally(totals, before, -1, zone, rounding(before))
  if (after) tally(totals, after, 1, zone, rounding(after))
  for (const entry of [before, after]) if (entry) changedOn(totals, entry.engagementId, dayOf(entry, zone))
}

const dayOf = (entry: TimeEntry, zone: Zone): Day => (isSpan(entry) ? dayAt(entry.start, zone) : entry.day)

const engagementOf = (workspace: Workspace, entry: TimeEntry): Engagement | undefined =>
  entry.engagementId === null ? undefined : workspace.tables.engagements.get(entry.engagementId)

/** The totals of all entries, from nothing. */
export function countAll(workspace: Workspace, entries: Iterable<TimeEntry>, zone: Zone): Totals {
  const totals: Totals = new Map()
  for (const entry of entries) tally(totals, entry, 1, zone, roundingFor(entry, engagementOf(workspace, entry), zone))
  return totals
}

const noDays = new DayTotals()

export const daysOf = (
  book: Book,
  engagementId: Id | null,
): ReadonlyMap<Day, DayTotal> & ByDay & Pick<DayTotals, 'ends'> => book.totals?.get(engagementId) ?? noDays

/** All that a ledger of the engagement runs on. */
export function doneOf(book: Book, engagementId: Id): Done {
  const deliveries = book.deliveries.get(engagementId)?.values()
  const closings = book.closings.get(engagementId)
  return {
    days: daysOf(book, engagementId),
    ...(deliveries && { deliveries: [...deliveries] }),
    ...(closings && { closings }),
  }
}

/** The same for who asks of no more than the last months: how the ledger stood at their beginning, where it is known. */
export function doneLately(book: Book, engagementId: Id): Done {
  const stood = stoodOf(book.totals, engagementId)
  return { ...doneOf(book, engagementId), ...(stood && { stood }) }
}
