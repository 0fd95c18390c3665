import type { Client } from '../../model/client.ts'
import type { Invoice } from '../../model/invoice.ts'
import type { Party } from '../../model/party.ts'
import { preferencesOf, type Book } from '../book.ts'

export const nobody: Party = {
  name: '',
  street: '',
  postalCode: '',
  city: '',
  province: '',
  country: '',
  vatId: '',
  taxCode: '',
  email: '',
  recipientCode: '',
  certifiedMail: '',
}

/** A client as invoices name them: by the name that they are called by, where nothing else was said. */
export function partyOfClient({ name, contacts, billing }: Client): Party {
  const party = billing.party ?? { ...nobody, email: contacts[0]?.email ?? '' }
  return party.name === '' ? { ...party, name } : party
}

/** A VAT number without signs and without the letters of its country, which many write before it. */
export function vatNumberOf({ country, vatId }: Pick<Party, 'country' | 'vatId'>): string {
  const plain = vatId.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  const letters = vatLetters(country)
  return letters !== '' && plain.startsWith(letters) && plain.length > letters.length + 4
    ? plain.slice(letters.length)
    : plain
}

/** With its country's letters before it, as other countries ask for it: `IT12345670017`. Empty where there is none. */
export const vatCodeOf = (party: Pick<Party, 'country' | 'vatId'>): string => {
  const number = vatNumberOf(party)
  return number === '' ? '' : `${vatLetters(party.country)}${number}`
}

/** Greece is EL in VAT numbers and GR everywhere else. */
const vatLetters = (country: string): string => (country === 'GR' ? 'EL' : country)

/**
 * Who an invoice is from and to: as they were when it was issued, else as they are now. null while the user has not
 * said who they are, or a damaged file took the client away.
 */
export function partiesOf(book: Book, invoice: Invoice): NonNullable<Invoice['parties']> | null {
  if (invoice.parties) return invoice.parties
  const { issuer } = preferencesOf(book.workspace).billing
  const client = book.workspace.tables.clients.get(invoice.clientId)
  return issuer.name === '' || !client ? null : { issuer, client: partyOfClient(client) }
}
