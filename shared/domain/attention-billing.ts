import { daysBetween, type Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { by } from '../kernel/order.ts'
import { minor, sumOf, type Minor } from '../kernel/units.ts'
import type { Invoice } from '../model/invoice.ts'
import { toInvoice } from './billing/due.ts'
import { invoiceList, type InvoiceList } from './billing/listed.ts'
import type { Book } from './book.ts'
import { onceADay } from './once-a-day.ts'

/** A client who is late: all that is overdue in a currency, and the invoice that has been so for longest. */
export interface Overdue {
  readonly kind: 'overdue'
  readonly clientId: Id
  readonly currency: string
  readonly amount: Minor
  /** The one that was due first, and how many there are. */
  readonly invoice: Invoice
  readonly count: number
  readonly daysLate: number
}

/** What can be invoiced today, drafts that wait among it: whose, and what it comes to by currency, net of tax. */
export interface InvoicesToSend {
  readonly kind: 'toInvoice'
  readonly count: number
  readonly clientIds: readonly Id[]
  readonly sums: readonly { readonly currency: string; readonly amount: Minor }[]
}

export type BillingAttention = Overdue | InvoicesToSend

/**
 * What there is to do about money (domain.md, Billing): who is late, the longest first, then what is to be invoiced,
 * as one thing to do however many there are. Nothing where there is nothing.
 */
export const billingAttention = onceADay((book, today): BillingAttention[] => {
  const { open, drafts } = invoiceList(book, today)
  return [...overdue(open, today), ...toSend(book, drafts, today)]
})

function overdue(open: InvoiceList['open'], today: Day): Overdue[] {
  const late = new Map<string, Overdue>()
  // In the order of the day they are due on.
  for (const { invoice, standing } of open) {
    if (standing.state !== 'overdue') continue
    const { clientId, currency, dueOn } = invoice
    const before = late.get(`${clientId} ${currency}`)
    late.set(`${clientId} ${currency}`, {
      kind: 'overdue',
      clientId,
      currency,
      amount: minor((before?.amount ?? 0) + standing.left),
      invoice: before?.invoice ?? invoice,
      count: (before?.count ?? 0) + 1,
      daysLate: before?.daysLate ?? daysBetween(dueOn, today),
    })
  }
  return [...late.values()]
}

function toSend(book: Book, waiting: InvoiceList['drafts'], today: Day): InvoicesToSend[] {
  const drafts = waiting.map(({ invoice: { clientId, currency, lines } }) => ({
    clientId,
    currency,
    net: minor(sumOf(lines, ({ amount }) => amount)),
  }))
  // Of one that comes to nothing, or is owed to the client, there is nothing to send.
  const due = (toInvoice(book, today) ?? []).filter(({ net }) => net > 0)
  const all = [...due, ...drafts]
  if (all.length === 0) return []
  const sums = new Map<string, number>()
  for (const { currency, net } of all) sums.set(currency, (sums.get(currency) ?? 0) + net)
  return [
    {
      kind: 'toInvoice',
      count: all.length,
      clientIds: [...new Set(all.map(({ clientId }) => clientId))],
      sums: [...sums]
        .map(([currency, amount]) => ({ currency, amount: minor(amount) }))
        .toSorted(by(({ currency }) => currency)),
    },
  ]
}
