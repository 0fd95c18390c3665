import { creditFor } from '#shared/domain/billing/credit.ts'
import { regimesOf } from '#shared/domain/billing/regimes.ts'
import { invoiceTotals, lineAmount } from '#shared/domain/billing/totals.ts'
import { minor } from '#shared/kernel/units.ts'
import { invoiceLineSchema, invoiceSchema, type Invoice, type InvoiceLine, type Vat } from '#shared/model/invoice.ts'
import { testId } from './agreements.ts'
import { newId } from './books.ts'

const italy = regimesOf('IT')
/** Both as they are for a client that withholds. */
export const ordinario = taxOf('ordinario')
export const forfettario = taxOf('forfettario')

function taxOf(name: string): Invoice['tax'] {
  const regime = italy[name]
  if (!regime) throw new Error(`no such regime: ${name}`)
  return regime.tax
}

export const vat = (basisPoints: number, reason = ''): Vat => ({ basisPoints, reason })

/** A line of one unit, or what `more` says; its amount is worked out. */
export function lineOf(unitPrice: number, of: Vat, more: Partial<InvoiceLine> = {}): InvoiceLine {
  const line = invoiceLineSchema.parse({ id: newId(), kind: 'other', text: '', unitPrice, amount: 0, vat: of, ...more })
  return { ...line, amount: lineAmount(line) }
}

/** An issued invoice in euros, of 1 March and due on the 16th. */
export const invoiceOf = (lines: readonly InvoiceLine[], more: Partial<Invoice> = {}): Invoice =>
  invoiceSchema.parse({
    id: newId(),
    clientId: testId(1),
    type: 'invoice',
    status: 'issued',
    year: 2026,
    number: 1,
    issuedOn: '2026-03-01',
    dueOn: '2026-03-16',
    currency: 'EUR',
    language: 'en',
    lines,
    tax: ordinario,
    ...more,
  })

/** An issued credit note for some lines, or for all that is left. */
export function creditOf(
  invoice: Invoice,
  credits: readonly Invoice[],
  wanted: Parameters<typeof creditFor>[2] = null,
  more: Partial<Invoice> = {},
): Invoice {
  const credit = creditFor(invoice, credits, wanted, false, newId)
  if (!credit.ok) throw new Error(JSON.stringify(credit.refusal))
  const { lines, tax, left } = credit.value
  return invoiceOf(lines, { type: 'creditNote', credits: invoice.id, tax, left: [...left], ...more })
}

/** The figures of an invoice, whole units and cents, as one reads them at its foot. */
export function foot(invoice: Invoice): Record<string, number> {
  const { groups: _groups, ...figures } = invoiceTotals(invoice)
  return Object.fromEntries(Object.entries(figures).filter(([, figure]) => figure !== 0))
}

export const paymentOf = (invoice: Invoice, on: string, amount: number) =>
  ({ id: newId(), invoiceId: invoice.id, on, amount: minor(amount), note: '' }) as const
