import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { minor, type Minor } from '../../kernel/units.ts'
import type { Retainer } from '../../model/engagement.ts'
import type { Invoice } from '../../model/invoice.ts'
import type { Workspace } from '../../model/workspace.ts'
import type { Book } from '../book.ts'
import { onceADay } from '../once-a-day.ts'
import { periodOn } from '../periods.ts'
import { creditsOn, linesLeft } from './credit.ts'
import { invoiceTotals } from './totals.ts'

/**
 * `draft` and `void` are said, the rest is derived from payments, credit notes and today (domain.md, Billing).
 * `credited`: taken back before anything was paid. A credit note is `open` while the client is owed by it.
 */
export type InvoiceState = 'draft' | 'open' | 'partPaid' | 'paid' | 'overdue' | 'credited' | 'void'

/** How an invoice stands. Minor units of its currency. */
export interface InvoiceStanding {
  readonly state: InvoiceState
  /** What the client is to pay, less what credit notes took back. */
  readonly due: Minor
  readonly paid: Minor
  /** Of `due`; negative where the client has paid too much, and is owed. */
  readonly left: Minor
}

type Sums = Pick<InvoiceStanding, 'due' | 'paid' | 'left'>

const nothing: Sums = { due: minor(0), paid: minor(0), left: minor(0) }

/** What an issued invoice comes to. It never changes, so of each one it is worked out once and not at every screen. */
const toPayOf = new WeakMap<Invoice, Minor>()

function toPay(invoice: Invoice): Minor {
  const known = toPayOf.get(invoice) ?? invoiceTotals(invoice).toPay
  toPayOf.set(invoice, known)
  return known
}

/** What is due and paid of each issued invoice, by its id: one pass over invoices and payments. */
export function settlements({ tables }: Workspace): ReadonlyMap<Id, Sums> {
  const due = new Map<Id, number>()
  const paid = new Map<Id, number>()
  const add = (to: Map<Id, number>, id: Id, amount: number): void => void to.set(id, (to.get(id) ?? 0) + amount)
  for (const invoice of tables.invoices.values())
    if (invoice.status === 'issued') add(due, invoice.credits ?? invoice.id, toPay(invoice))
  for (const { invoiceId, amount } of tables.payments.values()) add(paid, invoiceId, amount)
  return new Map(
    [...due].map(([id, amount]) => {
      const received = paid.get(id) ?? 0
      return [id, { due: minor(amount), paid: minor(received), left: minor(amount - received) }]
    }),
  )
}

/**
 * How an invoice stands on a day. It is overdue from the day after the one it is due on, part paid or not.
 * @param settled of all invoices, where many are asked for
 */
export function standingOfInvoice(
  workspace: Workspace,
  invoice: Invoice,
  today: Day,
  settled = settlements(workspace),
): InvoiceStanding {
  if (invoice.status !== 'issued') return { state: invoice.status, ...nothing }
  if (invoice.credits !== null) {
    const isOwed = (settled.get(invoice.credits)?.left ?? 0) < 0
    return { state: isOwed ? 'open' : 'paid', ...nothing }
  }
  const sums = settled.get(invoice.id) ?? nothing
  return { state: stateOf(invoice, sums, today), ...sums }
}

function stateOf({ dueOn }: Invoice, { due, paid, left }: Sums, today: Day): InvoiceState {
  if (left <= 0) return due === 0 && paid === 0 ? 'credited' : 'paid'
  if (today > dueOn) return 'overdue'
  return paid > 0 ? 'partPaid' : 'open'
}

/** What a client owes in a currency; `overdue` is the part that is past its day. */
export interface Owed {
  readonly clientId: Id
  readonly currency: string
  readonly amount: Minor
  readonly overdue: Minor
}

/** Who owes what, by client and currency. What a client has paid too much counts against what is open. */
export function owedByClient(workspace: Workspace, today: Day): Owed[] {
  const settled = settlements(workspace)
  const owed = new Map<string, { of: Invoice; amount: number; overdue: number }>()
  for (const invoice of workspace.tables.invoices.values()) {
    const left = settled.get(invoice.id)?.left ?? 0
    if (left === 0) continue
    const key = `${invoice.clientId} ${invoice.currency}`
    const sum = owed.get(key) ?? { of: invoice, amount: 0, overdue: 0 }
    const isOverdue = left > 0 && today > invoice.dueOn
    owed.set(key, { ...sum, amount: sum.amount + left, overdue: sum.overdue + (isOverdue ? left : 0) })
  }
  return [...owed.values()]
    .filter(({ amount }) => amount !== 0)
    .map(({ of: { clientId, currency }, amount, overdue }) => ({
      clientId,
      currency,
      amount: minor(amount),
      overdue: minor(overdue),
    }))
}

/** The overdue invoice with an advance, and what of it is open. */
interface UnpaidAdvance {
  readonly invoice: Invoice
  readonly left: Minor
}

/** The overdue advances that were not taken back, by engagement and period; of several the one that was made first. */
const unpaidAdvances = onceADay(
  ({ workspace }, today): ReadonlyMap<string, UnpaidAdvance> => {
    const settled = settlements(workspace)
    const unpaid = new Map<string, UnpaidAdvance>()
    const issued = [...workspace.tables.invoices.values()].filter(({ status }) => status === 'issued')
    for (const invoice of issued) {
      if (invoice.type !== 'invoice') continue
      const { state, left } = standingOfInvoice(workspace, invoice, today, settled)
      if (state !== 'overdue') continue
      for (const { kind, engagementId, period, amount } of linesLeft(invoice, creditsOn(issued, invoice))) {
        const key = `${engagementId} ${period}`
        if (kind === 'fee' && amount !== 0 && !unpaid.has(key)) unpaid.set(key, { invoice, left })
      }
    }
    return unpaid
  },
  'invoices',
  'payments',
)

/**
 * The invoice with the running period's advance, where it is past due: paid in advance is the deal, and the timer says
 * so quietly (domain.md, Billing). null where all is well, or nothing was invoiced.
 */
export function unpaidAdvance(book: Book, { id, agreement }: Retainer, today: Day): UnpaidAdvance | null {
  const period = periodOn(agreement, today)
  return period && (unpaidAdvances(book, today).get(`${id} ${period.start}`) ?? null)
}
