import type { Id } from '../../kernel/id.ts'
import { done, refused, type Outcome, type Refusal } from '../../kernel/refusal.ts'
import { scaleRounded } from '../../kernel/rounding.ts'
import { minor, sumOf, type Minor } from '../../kernel/units.ts'
import type { Invoice, InvoiceLine, TaxProfile } from '../../model/invoice.ts'
import { basesOf, invoiceTotals, reversed, type Base } from './totals.ts'

/** A line of an invoice that is to be taken back: all that is left of it, or an amount, net of tax. */
export interface Wanted {
  readonly lineId: Id
  readonly amount?: Minor | undefined
}

/** What makes a credit note of an invoice. */
export interface Credit {
  readonly lines: readonly InvoiceLine[]
  readonly tax: TaxProfile
  readonly left: readonly Base[]
}

/** The credit notes of an invoice that count, drafts included: what they take back is taken. */
export const creditsOn = (invoices: Iterable<Invoice>, { id }: Pick<Invoice, 'id'>): Invoice[] =>
  [...invoices].filter((invoice) => invoice.credits === id && invoice.status !== 'void')

/** An invoice's lines with what its credit notes leave of them, net of tax. */
export const linesLeft = ({ lines }: Invoice, credits: readonly Invoice[]): InvoiceLine[] =>
  lines.map((line) => {
    const taken = sumOf(credits, (credit) =>
      sumOf(credit.lines, ({ creditsLineId, amount }) => (creditsLineId === line.id ? amount : 0)),
    )
    return { ...line, amount: minor(line.amount + taken) }
  })

/** What is left of an invoice, by VAT: what its next credit note says that it found. */
export const leftOf = (invoice: Invoice, credits: readonly Invoice[]): Base[] => basesOf(linesLeft(invoice, credits))

/**
 * A credit note for some lines of an invoice, or for all that is left of it (`null`); never for more than is left of a
 * line or of the whole, drafts of other credit notes counted as if they were issued.
 *
 * With `billAgain` what it takes back was wrongly written and is owed all the same, so that it comes up again among
 * what is to be invoiced. Without, it first settles what was billed too much, which would else be given back once more,
 * and the rest is given up. Only the user can know which.
 * @param settles how much of an amount was billed too much of what a line is for (due.ts)
 */
export function creditFor(
  invoice: Invoice,
  credits: readonly Invoice[],
  wanted: readonly Wanted[] | null,
  billAgain: boolean,
  newId: () => Id,
  settles: (line: InvoiceLine, upTo: number) => number = () => 0,
): Outcome<Credit> {
  const given = billAgain ? (_line: InvoiceLine, upTo: number) => upTo : settles
  const left = linesLeft(invoice, credits)
  const asked: readonly Wanted[] = wanted ?? left.map(({ id }) => ({ lineId: id }))
  const lines: InvoiceLine[] = []
  for (const [index, { lineId, amount }] of asked.entries()) {
    const field = wanted ? `lines.${index}` : 'id'
    const line = left.find(({ id }) => id === lineId)
    const isTwice = asked.findIndex((other) => other.lineId === lineId) !== index
    if (!line || isTwice) return refused({ code: 'invalid', field })
    const taken = amount ?? line.amount
    if (!isWithin(taken, line.amount)) return refused(tooMuch(invoice, field, line.amount))
    if (taken !== 0) lines.push(creditLine(invoice, line, taken, given, newId()))
  }
  return checked(invoice, lines, basesOf(left))
}

/** Whether an amount is a part of another, of the same sign. */
const isWithin = (part: number, whole: number): boolean =>
  whole >= 0 ? part >= 0 && part <= whole : part <= 0 && part >= whole

/**
 * @param left the line with what is left of it
 * @param given how much of what is taken back is not owed any more by that
 */
function creditLine(
  invoice: Invoice,
  left: InvoiceLine,
  taken: number,
  given: (line: InvoiceLine, upTo: number) => number,
  id: Id,
): InvoiceLine {
  const whole = invoice.lines.find((line) => line.id === left.id)?.amount ?? 0
  const quantity =
    taken === whole ? { quantity: -left.quantity } : { quantity: -1, unit: 'unit' as const, unitPrice: minor(taken) }
  const { owed } = left
  // As a difference of what is left, so that several parts give back just what was owed.
  const owedOf = (amount: number): number => scaleRounded(owed ?? 0, amount, whole)
  const back = owedOf(left.amount) - owedOf(left.amount - taken)
  return {
    ...left,
    ...quantity,
    id,
    amount: minor(-taken),
    owed: owed === null ? null : minor(0 - given(left, back)),
    creditsLineId: left.id,
  }
}

/** Lines that lower the total may be left over by those that are taken back: then there is more taken than there is. */
function checked(invoice: Invoice, lines: Credit['lines'], left: readonly Base[]): Outcome<Credit> {
  const { stampDuty } = invoice.tax
  const isCharged = invoiceTotals(invoice).stampDuty !== 0
  const tax = { ...invoice.tax, stampDuty: stampDuty && { ...stampDuty, charged: isCharged } }
  const taken = takenBy(lines, tax, left)
  if (taken <= 0) return refused({ code: 'nothingToCredit' })
  const rest = takenBy(reversed(left), tax, left)
  return taken > rest ? refused(tooMuch(invoice, 'lines', rest)) : done({ lines, tax, left })
}

/**
 * What is left of the invoice when a draft of a credit note is issued: by then others may have been issued or voided.
 * @param issued those credit notes of the invoice that are
 */
export const leftAtIssue = (invoice: Invoice, issued: readonly Invoice[], note: Invoice): Outcome<readonly Base[]> => {
  const left = leftOf(invoice, issued)
  const rest = takenBy(reversed(left), note.tax, left)
  return takenBy(note.lines, note.tax, left) > rest ? refused(tooMuch(invoice, 'id', rest)) : done(left)
}

/** What the client need not pay: the total of a credit note with such lines, turned round. */
const takenBy = (lines: readonly Base[], tax: TaxProfile, left: readonly Base[]): number =>
  0 - invoiceTotals({ type: 'creditNote', lines, tax, left }).total

const tooMuch = ({ currency }: Invoice, field: string, left: number): Refusal => ({
  code: 'creditTooMuch',
  field,
  left: minor(left),
  currency,
})
