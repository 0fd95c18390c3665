import { closePeriod, sendPeriod } from '../commands/periods.ts'
import { draftInvoice } from '../commands/billing.ts'
import { issueInvoice } from '../commands/billing-issue.ts'
import type { Command, Context } from '../commands/command.ts'
import { reportPaper } from '../documents/report-paper.ts'
import { reportTable } from '../documents/report-table.ts'
import { toInvoice } from '../domain/billing/due.ts'
import { invoiceTotals } from '../domain/billing/totals.ts'
import { applyToBook, emptyBook, type Book } from '../domain/book.ts'
import { periodsUntil } from '../domain/periods.ts'
import { reportOf, type Report } from '../domain/report/report.ts'
import { draftOf } from '../i18n/invoice-lines.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { addSeconds, startOfDay } from '../kernel/instant.ts'
import { divideRounded } from '../kernel/rounding.ts'
import { minor } from '../kernel/units.ts'
import { made, type Edit } from '../model/change.ts'
import type { Invoice } from '../model/invoice.ts'
import { emptyWorkspace } from '../model/workspace.ts'
import { nordlysStart } from './agreements.ts'
import { clientId, type ClientKey } from './clients.ts'
import { random } from './random.ts'
import { MONTHS_BACK, type Setting } from './setting.ts'

/** As the preferences say: so many days before the period. */
const ADVANCE = 10
/** Nordlys Foods pays before the period begins, or is late; Obel Robotics has sixty days. */
const DUE: Readonly<Partial<Record<ClientKey, number>>> = { nordlys: 9, obel: 60 }

/**
 * Two years of invoices, payments and closed periods, made by the app's own commands on the days on which they would
 * have been: so they agree with the ledger whatever the sample's work is. Left to do: last month's periods are open,
 * and what has come up since the last invoices is to be drafted. Nordlys Foods has not paid its last advance but one
 * run, Obel Robotics has paid a half.
 */
export function sampleBilling(setting: Setting, edits: readonly Edit[]): Edit[] {
  const book = emptyBook(emptyWorkspace('all'), new Map())
  applyToBook(book, edits)
  for (let offset = 1 - MONTHS_BACK; offset <= 0; offset += 1)
    for (const run of runsIn(setting, offset)) {
      if (run.on > setting.today) continue
      closeAll(book, setting, run.on)
      invoiceAll(book, setting, offset, run)
    }
  closeAll(book, setting, setting.today)
  const { invoices, payments, closings } = book.workspace.tables
  return [
    ...[...closings.values()].map((closing) => made('closings', closing)),
    ...[...invoices.values()].map((invoice) => made('invoices', invoice)),
    ...[...payments.values()].map((payment) => made('payments', payment)),
  ]
}

interface Run {
  readonly on: Day
  readonly isFor: (client: Id) => boolean
}

/** Once a month, in time for the next; where Nordlys' periods begin in the middle of a month, for them in time for that. */
function runsIn(setting: Setting, offset: number): Run[] {
  const nordlys = clientId(setting, 'nordlys')
  const ahead = addDays(setting.day(offset + 1), -ADVANCE)
  const start = nordlysStart(setting)
  const isMidMonth = !start.endsWith('-01') && addDays(setting.day(offset, 16), 0) >= start
  if (!isMidMonth) return [{ on: ahead, isFor: () => true }]
  return [
    { on: setting.day(offset, 16 - ADVANCE), isFor: (client) => client === nordlys },
    { on: ahead, isFor: (client) => client !== nordlys },
  ]
}

function invoiceAll(book: Book, setting: Setting, offset: number, { on, isFor }: Run): void {
  for (const bill of toInvoice(book, on) ?? []) {
    if (bill.net <= 0 || !isFor(bill.clientId)) continue
    const what = `${on} ${bill.clientId}`
    const context = contextOn(setting, on, offset, `invoice ${what}`)
    const draft = draftOf(book, bill, on)
    const dueOn = addDays(on, dueDays(setting, bill.clientId) ?? 15)
    const id = perform(book, draftInvoice, { ...draft, dueOn }, context)
    if (id === null) continue
    perform(book, issueInvoice, { id, on }, context)
    const issued = book.workspace.tables.invoices.get(id)
    if (issued) pay(book, setting, offset, issued)
  }
}

const dueDays = (setting: Setting, client: Id): number | undefined =>
  (Object.keys(DUE) as ClientKey[]).flatMap((key) => (clientId(setting, key) === client ? [DUE[key]] : []))[0]

/** A week or so before it is due, all of it; but for those of last month that are told of. */
function pay(book: Book, setting: Setting, offset: number, invoice: Invoice): void {
  const { int } = random(`paid ${invoice.issuedOn} ${invoice.clientId}`)
  const on = addDays(invoice.issuedOn, int(3, 8))
  const isLast = offset === -1
  if (on > setting.today || (isLast && invoice.clientId === clientId(setting, 'nordlys'))) return
  const { toPay } = invoiceTotals(invoice)
  const isHalf = isLast && invoice.clientId === clientId(setting, 'obel')
  const amount = isHalf ? minor(divideRounded(toPay, 2)) : toPay
  const id = setting.id(offset, `payment ${invoice.issuedOn} ${invoice.clientId}`)
  applyToBook(book, [made('payments', { id, invoiceId: invoice.id, on, amount, note: '' })])
}

/** Every period that was over by a day, and is since a month ago, has been closed, and its report sent. */
function closeAll(book: Book, setting: Setting, by: Day): void {
  for (const engagement of book.workspace.tables.engagements.values()) {
    if (engagement.kind !== 'retainer') continue
    if (engagement.status !== 'active' && engagement.status !== 'ended') continue
    for (const { start, end } of periodsUntil(engagement.agreement, by)) {
      if (end >= by || end > setting.day(-1) || book.closings.get(engagement.id)?.has(start)) continue
      const context = contextOn(setting, addDays(end, 1), monthsFrom(setting, end), `closing ${start} ${engagement.id}`)
      const id = perform(book, closePeriod, { engagementId: engagement.id, start }, context)
      const report = reportOf(book, engagement, start)
      if (id !== null && report) perform(book, sendPeriod, { id, report: pagesOf(book, report) }, context)
    }
  }
}

/** What the client got: the page and its table, as they were that day. */
const pagesOf = (book: Book, report: Report) => ({
  paper: JSON.stringify(reportPaper(book, report)),
  table: JSON.stringify(reportTable(book, report)),
})

const monthsFrom = ({ today }: Setting, day: Day): number =>
  (Number(day.slice(0, 4)) - Number(today.slice(0, 4))) * 12 + Number(day.slice(5, 7)) - Number(today.slice(5, 7))

/** A moment of that day; records that are made in it have ids of their own. */
function contextOn(setting: Setting, on: Day, offset: number, what: string): Context {
  let count = 0
  const newId = (): Id => setting.id(offset, `${what} ${(count += 1)}`)
  return { today: on, now: addSeconds(startOfDay(on, setting.zone), 10 * 3600), zone: setting.zone, newId }
}

/** Runs a command on the book. @returns what it made; null where it made nothing. */
function perform<Name extends string>(
  book: Book,
  { name, input, run }: Command<Name>,
  asked: unknown,
  context: Context,
): Id | null {
  const ran = run(book, input.parse(asked), context)
  if (!ran.ok) throw new Error(`the sample's ${name} was refused: ${JSON.stringify(ran.refusal)}`)
  applyToBook(book, ran.edits)
  return ran.made ?? null
}
