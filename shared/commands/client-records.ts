import { z } from 'zod'
import type { Book } from '../domain/book.ts'
import { engagementsOf } from '../domain/naming.ts'
import { defined } from '../kernel/defined.ts'
import type { Id } from '../kernel/id.ts'
import { nameKey } from '../kernel/names.ts'
import { refused } from '../kernel/refusal.ts'
import { isSame } from '../kernel/same.ts'
import { removed, replaced, type Edit } from '../model/change.ts'
import type { Client } from '../model/client.ts'
import type { Invoice } from '../model/invoice.ts'
import { idSchema } from '../model/quantities.ts'
import { defineCommand, edits } from './command.ts'

const noClient = refused({ code: 'notFound', what: 'client' })

const invoicesOf = (book: Book, clientId: Id): Invoice[] =>
  [...book.workspace.tables.invoices.values()].filter((invoice) => invoice.clientId === clientId)

/** Only a client with whom nothing was agreed and to whom nothing was billed can go; else it is archived. */
export const removeClient = defineCommand({
  name: 'client.remove',
  undo: 'always',
  input: z.object({ id: idSchema }),
  run(book, { id }) {
    const client = book.workspace.tables.clients.get(id)
    if (!client) return noClient
    const [engagements, invoices] = [engagementsOf(book, id).length, invoicesOf(book, id).length]
    if (engagements + invoices > 0) return refused({ code: 'hasHistory', engagements, invoices })
    return edits(removed('clients', client))
  },
})

/**
 * Makes one client of two that are the same: all that was agreed with the one is the other's, with their contacts,
 * notes and, where the other has none, details for invoices. Drafts of invoices go along; an issued one stays with whom it was issued to, and so do the credit notes that
 * correct it. For their sake the emptied client is archived, else it goes. Their currencies have to be the same: an
 * amount is never turned into another.
 */
export const mergeClients = defineCommand({
  name: 'client.merge',
  undo: 'always',
  input: z.object({ id: idSchema, into: idSchema }),
  run(book, { id, into }) {
    const { clients } = book.workspace.tables
    const [from, to] = [clients.get(id), clients.get(into)]
    if (!from || !to) return noClient
    if (from === to) return refused({ code: 'invalid', field: 'into' })
    if (from.currency !== to.currency)
      return refused({ code: 'otherCurrency', field: 'into', currency: from.currency, other: to.currency })
    const invoices = invoicesOf(book, id)
    const drafts = invoices.filter(({ status, credits }) => status === 'draft' && credits === null)
    const isEmpty = drafts.length === invoices.length
    return edits(
      ...engagementsOf(book, id).map((engagement) => {
        // Without a name of its own it was called by its client's, and two of those could not be told apart.
        const name = engagement.name === '' ? from.name : engagement.name
        return replaced('engagements', engagement, { ...engagement, clientId: into, name })
      }),
      ...drafts.map((draft) => replaced('invoices', draft, { ...draft, clientId: into })),
      ...knowing(from, to),
      isEmpty ? removed('clients', from) : replaced('clients', from, { ...from, archived: true }),
    )
  },
})

/** The client with what was written down of the other, nothing twice. */
function knowing(from: Client, to: Client): Edit[] {
  const isKnown = (one: Client['contacts'][number]): boolean =>
    to.contacts.some(
      (other) => nameKey(other.email) === nameKey(one.email) && nameKey(other.name) === nameKey(one.name),
    )
  const after: Client = {
    ...to,
    contacts: [...to.contacts, ...from.contacts.filter((contact) => !isKnown(contact))],
    billing: to.billing.party ? to.billing : billedAs(from.billing, to.billing),
    note: [to.note, from.note].filter((note) => note !== '').join('\n'),
  }
  return isSame(to, after) ? [] : [replaced('clients', to, after)]
}

/** Who has no details for invoices yet has the other's, and their VAT and withholding where nothing of it was said. */
const billedAs = (from: Client['billing'], to: Client['billing']): Client['billing'] => ({
  ...to,
  ...defined({ party: from.party }),
  vat: to.vat ?? from.vat,
  withholds: to.withholds || from.withholds,
})
