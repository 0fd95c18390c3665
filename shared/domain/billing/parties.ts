import type { Client } from '../../model/client.ts'
import type { Invoice } from '../../model/invoice.ts'
import type { Issuer, Party } from '../../model/party.ts'
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
  return party.name.trim() === '' ? { ...party, name } : party
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

/** Who an invoice is to: as they were when it was issued, else as they are now. null where a damaged file took them away. */
export function clientOn({ workspace }: Book, { parties, clientId }: Invoice): Party | null {
  const client = workspace.tables.clients.get(clientId)
  return parties?.client ?? (client ? partyOfClient(client) : null)
}

/** Who it is from: as they were when it was issued, if they had said who they are; else as they are now. */
export const issuerOn = ({ workspace }: Book, { parties }: Invoice): Issuer =>
  parties && parties.issuer.name !== '' ? parties.issuer : preferencesOf(workspace).billing.issuer

/** Who an invoice is from and to. null while the user has not said who they are, or a damaged file took the client away. */
export function partiesOf(book: Book, invoice: Invoice): NonNullable<Invoice['parties']> | null {
  const [issuer, client] = [issuerOn(book, invoice), clientOn(book, invoice)]
  return issuer.name === '' || !client ? null : { issuer, client }
}
