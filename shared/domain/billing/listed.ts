import type { Day } from '../../kernel/day.ts'
import type { Invoice } from '../../model/invoice.ts'
import type { Workspace } from '../../model/workspace.ts'
import { onceADay } from '../once-a-day.ts'
import { settlements, standingOfInvoice, type InvoiceStanding } from './status.ts'

/** An invoice or credit note with how it stands. */
export interface ListedInvoice {
  readonly invoice: Invoice
  readonly standing: InvoiceStanding
}

export interface InvoiceList {
  readonly drafts: readonly ListedInvoice[]
  readonly open: readonly ListedInvoice[]
  /** Paid, credited and void ones, the newest first. */
  readonly over: readonly ListedInvoice[]
}

/** The list of a book: made again when an invoice or a payment changes, and on another day. */
export const invoiceList = onceADay(({ workspace }, today) => listInvoices(workspace, today), 'invoices', 'payments')

/** All of them by what is to be done: to issue, to be paid (what is due first comes first), and over. */
export function listInvoices(workspace: Workspace, today: Day): InvoiceList {
  const settled = settlements(workspace)
  const all = [...workspace.tables.invoices.values()].map((invoice) => ({
    invoice,
    standing: standingOfInvoice(workspace, invoice, today, settled),
  }))
  const isOpen = ({ standing: { state } }: ListedInvoice): boolean =>
    state === 'open' || state === 'partPaid' || state === 'overdue'
  const isDraft = ({ standing }: ListedInvoice): boolean => standing.state === 'draft'
  const by = (key: (listed: ListedInvoice) => string) => (a: ListedInvoice, b: ListedInvoice) =>
    key(a) < key(b) ? -1 : 1
  return {
    drafts: all.filter(isDraft).toSorted(by(({ invoice }) => invoice.issuedOn)),
    open: all.filter(isOpen).toSorted(by(({ invoice }) => invoice.dueOn)),
    over: all
      .filter((listed) => !isDraft(listed) && !isOpen(listed))
      .toSorted(by(({ invoice: { year, number } }) => `${year} ${String(number).padStart(9, '0')}`))
      .toReversed(),
  }
}
