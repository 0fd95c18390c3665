import { toInvoice } from '#shared/domain/billing/due.ts'
import { applyToBook, doneOf, type Book } from '#shared/domain/book.ts'
import { closingOf } from '#shared/domain/ledger/closing.ts'
import { day } from '#shared/kernel/day.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { seconds } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { made, replaced } from '#shared/model/change.ts'
import { retainerSchema, type Retainer } from '#shared/model/engagement.ts'
import type { DayEntry } from '#shared/model/entry.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { agreement, testId } from './agreements.ts'
import { bookOf, clientNamed, newId } from './books.ts'
import { invoiceOf, lineOf, vat } from './invoices.ts'

export const client = clientNamed('Halden')
export const RETAINER = testId(50)

/** A retainer of the client’s, as in the worked examples but for what is said. */
export const retainer = (terms: Partial<Agreement> = {}, more: Partial<Retainer> = {}): Retainer =>
  retainerSchema.parse({
    id: RETAINER,
    clientId: client.id,
    kind: 'retainer',
    name: '',
    status: 'active',
    agreement: agreement(terms),
    ...more,
  })
export const worked = (on: string, hours: number, engagementId = RETAINER): DayEntry => ({
  id: newId(),
  engagementId,
  note: '',
  tags: [],
  billable: true,
  day: day(on),
  seconds: seconds(hours * 3600),
})
export const withRetainer = (of: Retainer, ...entries: DayEntry[]): Book =>
  bookOf(made('clients', client), made('engagements', of), ...entries.map((entry) => made('entries', entry)))

/** The lines as one reads them: what for, which period, how much. */
export const print = (book: Book, on: string): string[] =>
  (toInvoice(book, day(on)) ?? []).flatMap(({ lines }) =>
    lines.map(({ kind, period, owed }) => `${kind} ${period} ${(owed / 100).toFixed(2)}`),
  )

/** Puts all that is to be invoiced on drafts. */
export function draft(book: Book, on: string, change: Partial<Invoice> = {}): Invoice[] {
  return (toInvoice(book, day(on)) ?? []).map(({ clientId, currency, lines }) => {
    const own = lines.map((line) => lineOf(line.unitPrice, vat(2200), line))
    const invoice = invoiceOf(own, { clientId, currency, status: 'draft', ...change })
    applyToBook(book, [made('invoices', invoice)])
    return invoice
  })
}

export function close(book: Book, of: Retainer, start: string): void {
  const kept = closingOf(of.agreement, doneOf(book, of.id), day(start))
  if (!kept) throw new Error(`${start} cannot be closed`)
  const closing = { id: newId(), engagementId: of.id, start: day(start), end: day('2026-02-01'), sentAt: null }
  applyToBook(book, [made('closings', { ...closing, closedAt: '2026-02-01T09:00:00Z' as Instant, ...kept })])
}

export const change = (book: Book, of: Retainer, terms: Partial<Agreement>, more: Partial<Retainer> = {}): Retainer => {
  const after = { ...of, ...more, agreement: { ...of.agreement, ...terms } }
  applyToBook(book, [replaced('engagements', of, after)])
  return after
}
