import { taxFor } from '../domain/billing/regimes.ts'
import type { Book } from '../domain/book.ts'
import { isSame } from '../kernel/same.ts'
import { replaced, type Edit } from '../model/change.ts'
import type { Client } from '../model/client.ts'
import type { Invoice, TaxProfile } from '../model/invoice.ts'
import type { Preferences } from '../model/preferences.ts'

/** What a draft's taxes follow from: the user's own, in the user's currency, as they are for the client. */
export interface TaxedBy {
  readonly preferences: Preferences
  readonly client: Client
}

/**
 * The drafts that were taxed as the user was taxed, taxed as they are now: a draft is what would be issued today. One
 * that was written otherwise stays as it was written, and so does each of its lines; a credit note goes by its invoice.
 */
export function retaxed(book: Book, before: TaxedBy, after: TaxedBy): Edit[] {
  return [...book.workspace.tables.invoices.values()].flatMap((draft) => {
    if (draft.status !== 'draft' || draft.type !== 'invoice' || draft.clientId !== before.client.id) return []
    const [was, is] = [taxOf(draft, before), taxOf(draft, after)]
    if (isSame(was, is) || !isSame(draft.tax, was)) return []
    const lines = draft.lines.map((line) => (isSame(line.vat, was.vat) ? { ...line, vat: is.vat } : line))
    return [replaced('invoices', draft, { ...draft, tax: is, lines })]
  })
}

const taxOf = ({ currency }: Invoice, { preferences, client }: TaxedBy): TaxProfile =>
  taxFor(preferences.billing.tax, client, currency === preferences.currency)
