import { z } from 'zod'
import { creditFor, creditsOn, leftAtIssue } from '../domain/billing/credit.ts'
import { overBilled } from '../domain/billing/due.ts'
import { lastIssuedOn, nextNumber } from '../domain/billing/numbers.ts'
import { clientOn, issuerOn } from '../domain/billing/parties.ts'
import { invoiceTotals } from '../domain/billing/totals.ts'
import { preferencesOf, type Book } from '../domain/book.ts'
import { addDays, daysBetween } from '../kernel/day.ts'
import { defined } from '../kernel/defined.ts'
import type { Id } from '../kernel/id.ts'
import { refused, type Outcome } from '../kernel/refusal.ts'
import { made, replaced } from '../model/change.ts'
import type { Invoice } from '../model/invoice.ts'
import { daySchema, idSchema, minorSchema } from '../model/quantities.ts'
import { draftOf } from './billing.ts'
import { defineCommand, edits } from './command.ts'
import { checkBilledAtIssue } from './invoice-input.ts'

/**
 * Issues a draft: from here on it never changes (domain.md, Billing). It gets the next number of its series in the
 * year of its day, which is today unless another is said; no day before that of the last one, so that numbers and days
 * go up together, and none to come. It is due as many days later as the draft was.
 */
export const issueInvoice = defineCommand({
  name: 'invoice.issue',
  undo: 'never',
  input: z.object({ id: idSchema, on: daySchema.optional() }),
  run(book, { id, on }, { today }) {
    const found = draftOf(book, id)
    if (!found.ok) return found
    const draft = found.value
    if (draft.lines.length === 0) return refused({ code: 'required', field: 'lines' })
    const issuedOn = on ?? today
    if (issuedOn > today) return refused({ code: 'inFuture', field: 'on' })
    const year = Number(issuedOn.slice(0, 4))
    const of = { year, series: draft.series }
    const invoices = [...book.workspace.tables.invoices.values()]
    const last = lastIssuedOn(invoices, of)
    if (last !== null && issuedOn < last) return refused({ code: 'issuedLater', field: 'on', last })
    const billed = draft.type === 'invoice' ? checkBilledAtIssue(book, draft) : null
    if (billed) return refused(billed)
    const left = leftFor(invoices, draft)
    if (!left.ok) return left
    const client = clientOn(book, draft)
    const issued: Invoice = {
      ...draft,
      status: 'issued',
      year,
      number: nextNumber(invoices, of),
      issuedOn,
      dueOn: addDays(issuedOn, daysBetween(draft.issuedOn, draft.dueOn)),
      left: left.value,
      ...defined({ parties: client ? { issuer: issuerOn(book, draft), client } : undefined }),
    }
    if (issued.type === 'invoice' && invoiceTotals(issued).total < 0) return refused({ code: 'belowZero' })
    return edits(replaced('invoices', draft, issued))
  },
})

/** A draft of a credit note found what was left then; others may have been issued, voided or discarded since. */
function leftFor(invoices: readonly Invoice[], draft: Invoice): Outcome<Invoice['left']> {
  if (draft.type === 'invoice') return { ok: true, value: [] }
  const invoice = invoices.find(({ id }) => id === draft.credits)
  if (invoice?.status !== 'issued') return refused({ code: 'notFound', what: 'invoice' })
  const issued = creditsOn(invoices, invoice).filter(({ status }) => status === 'issued')
  const left = leftAtIssue(invoice, issued, draft)
  return left.ok ? { ok: true, value: [...left.value] } : left
}

/** Makes an issued invoice void: it keeps its number, and what was on it is to be invoiced again. */
export const voidInvoice = defineCommand({
  name: 'invoice.void',
  undo: 'never',
  input: z.object({ id: idSchema }),
  run(book, { id }) {
    const found = issuedOf(book, id)
    if (!found.ok) return found
    const invoice = found.value
    const { invoices, payments } = book.workspace.tables
    if ([...payments.values()].some(({ invoiceId }) => invoiceId === id)) return refused({ code: 'hasPayments' })
    if ([...invoices.values()].some((other) => buildsOn(other, invoice))) return refused({ code: 'hasCredits' })
    return edits(replaced('invoices', invoice, { ...invoice, status: 'void' }))
  },
})

/** A credit note takes back what the ones before it left: so the last goes first, and the invoice after all of them. */
function buildsOn(other: Invoice, invoice: Invoice): boolean {
  if (other.status === 'void' || other.credits === null) return false
  if (other.credits === invoice.id) return true
  const place = ({ year, number }: Invoice): number => (year ?? 0) * 1_000_000 + (number ?? 0)
  return other.credits === invoice.credits && other.status === 'issued' && place(other) > place(invoice)
}

/** Makes the draft of a credit note: for some lines of an issued invoice, or for all that is left of it. */
export const creditInvoice = defineCommand({
  name: 'invoice.credit',
  undo: 'always',
  input: z.object({
    id: idSchema,
    lines: z
      .array(z.object({ lineId: idSchema, amount: minorSchema.optional() }))
      .min(1)
      .max(1000)
      .nullable()
      .default(null),
    /** What it takes back is owed all the same, and is to be invoiced again. */
    billAgain: z.boolean().default(false),
  }),
  run(book, { id, lines, billAgain }, { today, newId }) {
    const found = issuedOf(book, id)
    if (!found.ok) return found
    const invoice = found.value
    if (invoice.type === 'creditNote') return refused({ code: 'notIssued' })
    const isOfWork = invoice.lines.some(({ engagementId }) => engagementId !== null)
    if (!book.totals && isOfWork && !billAgain) return refused({ code: 'stillCounting' })
    const credits = creditsOn(book.workspace.tables.invoices.values(), invoice)
    const credit = creditFor(invoice, credits, lines, billAgain, newId, overBilled(book, today))
    if (!credit.ok) return credit
    const { dueDays } = preferencesOf(book.workspace).billing
    const note: Invoice = {
      ...invoice,
      id: newId(),
      type: 'creditNote',
      status: 'draft',
      year: null,
      number: null,
      issuedOn: today,
      dueOn: addDays(today, dueDays),
      lines: [...credit.value.lines],
      tax: credit.value.tax,
      left: [...credit.value.left],
      credits: id,
      note: '',
    }
    return { ...edits(made('invoices', note)), made: note.id }
  },
})

function issuedOf(book: Book, id: Id): Outcome<Invoice> {
  const invoice = book.workspace.tables.invoices.get(id)
  if (!invoice) return refused({ code: 'notFound', what: 'invoice' })
  return invoice.status === 'issued' ? { ok: true, value: invoice } : refused({ code: 'notIssued' })
}
