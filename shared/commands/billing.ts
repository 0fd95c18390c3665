import { z } from 'zod'
import { taxFor } from '../domain/billing/regimes.ts'
import { preferencesOf, type Book } from '../domain/book.ts'
import { addDays, daysBetween } from '../kernel/day.ts'
import { defined } from '../kernel/defined.ts'
import type { Id } from '../kernel/id.ts'
import { refused, type Outcome, type Refusal } from '../kernel/refusal.ts'
import { made, removed, replaced } from '../model/change.ts'
import { taxProfileSchema, type Invoice } from '../model/invoice.ts'
import { currencySchema, daySchema, idSchema, languageSchema, textSchema } from '../model/quantities.ts'
import { defineCommand, edits } from './command.ts'
import { checkBilled, linesInput, writtenLines } from './invoice-input.ts'

const written = z.object({
  currency: currencySchema,
  language: languageSchema,
  issuedOn: daySchema,
  dueOn: daySchema,
  tax: taxProfileSchema,
  note: textSchema,
  lines: linesInput,
})

/**
 * Writes a draft. What is not said is as the client and the preferences have it: to be issued today, due so many days
 * later, taxed as the user is. A draft has no number, so that one that is thrown away leaves no gap.
 */
export const draftInvoice = defineCommand({
  name: 'invoice.draft',
  undo: 'always',
  input: written.partial().extend({ clientId: idSchema, lines: linesInput.default([]) }),
  run(book, { clientId, lines, ...said }, { today, newId }) {
    const client = book.workspace.tables.clients.get(clientId)
    if (!client) return refused({ code: 'notFound', what: 'client' })
    const preferences = preferencesOf(book.workspace)
    const { billing } = preferences
    const { issuedOn = today, currency = client.currency } = said
    const { tax = taxFor(billing.tax, client, currency === preferences.currency) } = said
    const invoice: Invoice = {
      id: newId(),
      clientId,
      type: 'invoice',
      status: 'draft',
      series: billing.series,
      year: null,
      number: null,
      issuedOn,
      dueOn: said.dueOn ?? addDays(issuedOn, billing.dueDays),
      currency,
      language: said.language ?? client.language,
      lines: writtenLines(lines, tax.vat, newId),
      tax,
      credits: null,
      left: [],
      note: said.note ?? '',
    }
    const refusal = checkDraft(book, invoice, null)
    return refusal ? refused(refusal) : { ...edits(made('invoices', invoice)), made: invoice.id }
  },
})

/**
 * Rewrites a draft. When the day of issue moves, the day it is due on moves along, unless it is said too. The lines of
 * a credit note come from its invoice and stay.
 */
export const updateInvoice = defineCommand({
  name: 'invoice.update',
  undo: 'always',
  input: written.partial().extend({ id: idSchema }),
  run(book, { id, lines, ...patch }, { newId }) {
    const found = draftOf(book, id)
    if (!found.ok) return found
    const before = found.value
    if (before.type === 'creditNote' && (lines || patch.tax || patch.currency))
      return refused({ code: 'creditNoteLines' })
    const issuedOn = patch.issuedOn ?? before.issuedOn
    const tax = patch.tax ?? before.tax
    const after: Invoice = {
      ...before,
      ...defined(patch),
      dueOn: patch.dueOn ?? addDays(issuedOn, daysBetween(before.issuedOn, before.dueOn)),
      lines: lines ? writtenLines(lines, tax.vat, newId) : before.lines,
    }
    const refusal = checkDraft(book, after, before)
    return refusal ? refused(refusal) : edits(replaced('invoices', before, after))
  },
})

/** Throws a draft away; what was on it is to be invoiced again. */
export const discardInvoice = defineCommand({
  name: 'invoice.discard',
  undo: 'always',
  input: z.object({ id: idSchema }),
  run(book, { id }) {
    const found = draftOf(book, id)
    return found.ok ? edits(removed('invoices', found.value)) : found
  },
})

/** Only drafts change: what was issued is corrected by a credit note (domain.md, Billing). */
export function draftOf(book: Book, id: Id): Outcome<Invoice> {
  const invoice = book.workspace.tables.invoices.get(id)
  if (!invoice) return refused({ code: 'notFound', what: 'invoice' })
  return invoice.status === 'draft' ? { ok: true, value: invoice } : refused({ code: 'notDraft' })
}

function checkDraft(book: Book, invoice: Invoice, before: Invoice | null): Refusal | null {
  if (invoice.dueOn < invoice.issuedOn) return { code: 'dueBeforeIssue', field: 'dueOn' }
  const ids = new Set(invoice.lines.map(({ id }) => id))
  if (ids.size < invoice.lines.length) return { code: 'invalid', field: 'lines' }
  return invoice.type === 'creditNote' ? null : checkBilled(book, invoice.lines, before)
}
