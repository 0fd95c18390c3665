import { billingAttention } from '#shared/domain/attention-billing.ts'
import { toInvoice } from '#shared/domain/billing/due.ts'
import { invoiceTotals } from '#shared/domain/billing/totals.ts'
import { applyToBook, countAll, doneOf, emptyBook, type Book } from '#shared/domain/book.ts'
import { incomeByMonth } from '#shared/domain/income/by-month.ts'
import { ledger } from '#shared/domain/ledger/ledger.ts'
import { standingOf } from '#shared/domain/standing.ts'
import type { DayTotals } from '#shared/domain/totals.ts'
import { addDays, addToMonth, day, firstDayOf, monthOf, weekdayOf, type Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { atWallClock, instantOf, msOf, type Zone } from '#shared/kernel/instant.ts'
import { deepFreeze } from '#shared/kernel/frozen.ts'
import { apply, made, replaced, type Edit } from '#shared/model/change.ts'
import { clientSchema } from '#shared/model/client.ts'
import { retainerSchema, type Retainer } from '#shared/model/engagement.ts'
import { isSpan, type SpanEntry } from '#shared/model/entry.ts'
import { invoiceSchema } from '#shared/model/invoice.ts'
import { paymentSchema } from '#shared/model/payment.ts'
import { preferencesId, preferencesSchema } from '#shared/model/preferences.ts'
import { emptyWorkspace } from '#shared/model/workspace.ts'
import { aside, figure, median, spread } from './figures.ts'

/** Twenty retainers of twenty years each: 240 rows a ledger. */
const RETAINERS = 20
const FIRST = day('2006-01-01')
const TODAY = day('2025-12-31')
const YEARS = 20
/** The last of the twenty. */
const LATE = day('2025-01-01')
const MANY = 100_000
const FEW = 1000
const zone = 'Europe/Rome' as Zone

const idOf = (kind: string, number: number): Id =>
  `00000000-00${kind}-7000-8000-${String(number).padStart(12, '0')}` as Id

/** The rules of a book: what a row costs is measured with all that hours can have, not with the plainest. */
function ground(first: Day): Edit[] {
  const said = { id: preferencesId, timeZone: zone, currency: 'EUR', listRate: 9000 }
  const mark = { colour: 'plum', pattern: 'half' }
  const client = clientSchema.parse({
    id: idOf('01', 0),
    name: 'All',
    currency: 'EUR',
    language: 'en',
    listRate: 9000,
    mark,
  })
  const retainers = Array.from({ length: RETAINERS }, (_, index) =>
    retainerSchema.parse({
      id: idOf('02', index),
      clientId: client.id,
      kind: 'retainer',
      name: `Agreement ${index}`,
      status: 'active',
      agreement: {
        basis: 'hours',
        currency: 'EUR',
        listRate: 9000,
        startsOn: first,
        period: { every: 'month', anchor: 'calendar' },
        term: { periods: 12, atEnd: 'renews' },
        proration: 'days',
        rollover: { periods: 2, cap: 600 },
        overage: { policy: 'bill' },
        versions: [{ from: first, fee: 180_000, included: 1800 }],
      },
    }),
  )
  return [
    made('preferences', preferencesSchema.parse(said)),
    made('clients', client),
    ...retainers.map((retainer) => made('engagements', retainer)),
  ]
}

/** On working days, in turns for each retainer, of 15 minutes to two hours. */
function history(entries: number, first = FIRST): SpanEntry[] {
  const days: Day[] = []
  for (let on = first; on <= TODAY; on = addDays(on, 1)) if (weekdayOf(on) <= 5) days.push(on)
  return Array.from({ length: entries }, (_, index) => {
    const on = days[Math.floor((index * days.length) / entries)] ?? first
    const start = atWallClock(on, 8 * 3600 + (index % 20) * 1800, zone)
    return {
      id: idOf('03', index),
      engagementId: idOf('02', (index * 7) % RETAINERS),
      note: `What was done, number ${index}`,
      tags: [],
      billable: true,
      start,
      end: instantOf(msOf(start) + (15 + ((index * 13) % 105)) * 60_000),
    }
  })
}

function bookWith(entries: readonly SpanEntry[], first = FIRST): Book {
  const workspace = emptyWorkspace('all')
  apply(workspace, deepFreeze(ground(first)))
  for (const entry of entries) workspace.tables.entries.set(entry.id, deepFreeze(entry))
  return emptyBook(workspace, countAll(workspace, entries, zone))
}

const retainerOf = (book: Book): Retainer => book.workspace.tables.engagements.get(idOf('02', 0)) as Retainer

/** Milliseconds of one call, of so many in a row that the clock can tell. */
function time(times: number, act: () => unknown): number {
  const begin = performance.now()
  for (let run = 0; run < times; run++) act()
  return (performance.now() - begin) / times
}

/** Both in turns, so that what else the machine does falls on both. */
function compare(
  name: string,
  turns: number,
  times: readonly [number, number],
  what: () => unknown,
  base: () => unknown,
): void {
  const [taken, bare]: [number[], number[]] = [[], []]
  for (let turn = -3; turn < turns; turn++) {
    const [one, other] = [time(times[0], what), time(times[1], base)]
    if (turn < 0) continue
    taken.push(one)
    bare.push(other)
  }
  aside(`${name}: ${spread(taken, 'ms')}; against ${spread(bare, 'ms')}`)
  figure(name, median(taken) / median(bare), 'x')
}

/** What any program would need at least to say how much was worked. */
function plainSum(totals: Iterable<DayTotals>): number {
  let sum = 0
  for (const days of totals) for (const { worked, charged } of days.values()) sum += worked + charged
  return sum
}

/** The engine on its own, without Electron: 20 years, 12 months, 100,000 entries. A program of its own, bundled as the app is. */
function ledgers(): void {
  const entries = history(MANY)
  const text = JSON.stringify(entries)
  const book = bookWith(entries)
  const { id, agreement } = retainerOf(book)
  const totals = book.totals ?? new Map<Id | null, DayTotals>()
  const own = totals.get(id)
  if (!own || ledger(agreement, doneOf(book, id), TODAY).length !== 240) throw new Error('not what is to be measured')
  const from = addToMonth(monthOf(TODAY), -23)
  const income = () => incomeByMonth(book, 'EUR', TODAY, from, addToMonth(monthOf(TODAY), 12))

  compare(
    'ledger.cold',
    9,
    [1, 1],
    () => countAll(book.workspace, entries, zone),
    () => JSON.parse(text),
  )
  compare(
    'ledger.warm',
    21,
    [10, 200],
    () => ledger(agreement, doneOf(book, id), TODAY),
    () => plainSum([own]),
  )
  compare('income.warm', 21, [2, 20], income, () => plainSum(totals.values()))
  const [many, few] = [editor(book), editor(bookWith(history(FEW)))]
  compare('change.apply', 41, [40, 40], many, few)
  const [long, short] = [bookWith(entries), bookWith(history(MANY / YEARS, LATE), LATE)]
  invoiced(long, FIRST)
  invoiced(short, LATE)
  compare('change.bills', 41, [5, 5], teller(long), teller(short))
}

/** All that was to be invoiced is, month by month, and paid. */
function invoiced(book: Book, first: Day): void {
  let number = 0
  for (let month = monthOf(first); month <= monthOf(TODAY); month = addToMonth(month, 1)) {
    const on = firstDayOf(month)
    for (const { clientId, currency, lines } of toInvoice(book, on) ?? []) {
      number += 1
      const told = { type: 'invoice', status: 'issued', year: Number(on.slice(0, 4)), number, issuedOn: on, dueOn: on }
      const vat = { basisPoints: 2200 }
      const own = lines.map((line, at) => ({
        ...line,
        id: idOf('05', number * 100 + at),
        text: '',
        amount: line.owed,
        vat,
      }))
      const of = { id: idOf('04', number), clientId, currency, language: 'en', tax: { vat } }
      const invoice = invoiceSchema.parse({ ...of, ...told, lines: own })
      const paid = { id: idOf('06', number), invoiceId: invoice.id, on, amount: invoiceTotals(invoice).toPay }
      applyToBook(book, deepFreeze([made('invoices', invoice), made('payments', paymentSchema.parse(paid))]))
    }
  }
}

/** One edit after another, and after each what Today says of retainers and of what is to be invoiced. */
function teller(book: Book): () => unknown {
  const edit = edits(book)
  const now = atWallClock(TODAY, 12 * 3600, zone)
  return () => {
    edit()
    for (const each of book.workspace.tables.engagements.values())
      if (each.kind === 'retainer') standingOf(book, each, now)
    return billingAttention(book, TODAY)
  }
}

/** One edit after another, and after each the ledger that it is part of. */
function editor(book: Book): () => unknown {
  const { id, agreement } = retainerOf(book)
  const edit = edits(book)
  return () => {
    edit()
    return ledger(agreement, doneOf(book, id), TODAY)
  }
}

/** Of the last entry, each time by a minute. */
function edits(book: Book): () => void {
  const { id } = retainerOf(book)
  const entry = [...book.workspace.tables.entries.values()].filter(isSpan).findLast((each) => each.engagementId === id)
  if (!entry) throw new Error('nothing to edit')
  let [now, minutes] = [entry, 0]
  return () => {
    minutes = (minutes + 1) % 60
    const after = { ...now, end: instantOf(msOf(now.start) + (30 + minutes) * 60_000) }
    applyToBook(book, [replaced('entries', now, after)])
    now = after
  }
}

ledgers()
