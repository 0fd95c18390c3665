import { invoiceTotals, type InvoiceTotals } from '../../domain/billing/totals.ts'
import { numberText } from '../../domain/billing/numbers.ts'
import type { Invoice, InvoiceLine } from '../../model/invoice.ts'
import type { Issuer, Party } from '../../model/party.ts'
import { clean } from './xml.ts'

/** An issued invoice or credit note with who it is from and to, and the invoice that it corrects. */
export interface EInvoice {
  readonly invoice: Invoice
  readonly issuer: Issuer
  readonly client: Party
  readonly corrected: Invoice | null
}

/** The same with its texts as they can be written: what is made of blanks alone, or of no letters, is empty. */
export const tidied = ({ invoice, issuer, client, corrected }: EInvoice): EInvoice => ({
  invoice: {
    ...invoice,
    note: clean(invoice.note),
    lines: invoice.lines.map((line) => ({ ...line, text: clean(line.text) })),
  },
  issuer: tidyParty(issuer),
  client: tidyParty(client),
  corrected,
})

const tidyParty = <Of extends Party>(party: Of): Of => {
  const texts = Object.entries(party).map(([key, value]) => [key, typeof value === 'string' ? clean(value) : value])
  return Object.fromEntries(texts) as Of
}

/** The letters and digits of a *codice destinatario*, which many write small or in groups; empty where none is said. */
export const recipientCodeOf = ({ recipientCode }: Pick<Party, 'recipientCode'>): string =>
  recipientCode.replaceAll(/\s/g, '').toUpperCase()

export const isRecipientCode = (code: string): boolean => /^[A-Z0-9]{7}$/.test(code)

/** An address that certified mail goes to, by the schema's rule but for those in quotation marks or brackets. */
export const isCertifiedMail = (text: string): boolean =>
  text.length <= 256 &&
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(text)

/** A *codice fiscale* as a FatturaPA takes it: 11 to 16 letters and digits of a party in Italy; undefined for others. */
export function taxCodeOf({ country, taxCode }: Pick<Party, 'country' | 'taxCode'>): string | undefined {
  const code = lettersAndDigits(taxCode)
  return country === 'IT' && /^[A-Z0-9]{11,16}$/.test(code) ? code : undefined
}

/** Without what stands between them, in capitals. */
export const lettersAndDigits = (text: string): string => text.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase()

/** The same with amounts as e-invoices write them: those of a credit note are positive, its type says the rest. */
export interface Figures extends InvoiceTotals {
  readonly lines: readonly InvoiceLine[]
  readonly number: string
}

export function figuresOf({ invoice }: EInvoice): Figures {
  const number = numberText(invoice)
  const totals = invoiceTotals(invoice)
  if (invoice.type === 'invoice') return { ...totals, lines: invoice.lines, number }
  const turned = <Value extends number>(value: Value): Value => (0 - value) as Value
  return {
    ...totals,
    number,
    lines: invoice.lines.map((line) => ({ ...line, quantity: 0 - line.quantity, amount: turned(line.amount) })),
    net: turned(totals.net),
    pensionFund: turned(totals.pensionFund),
    vat: turned(totals.vat),
    stampDuty: turned(totals.stampDuty),
    total: turned(totals.total),
    withholding: turned(totals.withholding),
    toPay: turned(totals.toPay),
    groups: totals.groups.map((group) => ({
      ...group,
      lines: turned(group.lines),
      pensionFund: turned(group.pensionFund),
      taxable: turned(group.taxable),
      amount: turned(group.amount),
    })),
  }
}
