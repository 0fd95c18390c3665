import type { Id } from '../kernel/id.ts'
import { minor } from '../kernel/units.ts'
import type { Client } from '../model/client.ts'
import type { Engagement } from '../model/engagement.ts'
import { preferencesId } from '../model/preferences.ts'
import type { Book } from './book.ts'

/**
 * Whose an engagement is. Where a damaged file took the client away, the engagement stays and shows as a removed
 * client's (persistence.md: a dangling reference never stops the app).
 */
export function clientOf(book: Book, engagement: Engagement): Client {
  return book.workspace.tables.clients.get(engagement.clientId) ?? removedClient(book, engagement)
}

function removedClient(book: Book, { clientId, ...engagement }: Engagement): Client {
  const preferences = book.workspace.tables.preferences.get(preferencesId)
  const currency = engagement.kind === 'retainer' ? engagement.agreement.currency : (preferences?.currency ?? 'EUR')
  return {
    id: clientId,
    name: `? ${clientId.slice(-4)}`,
    currency,
    language: 'en',
    listRate: minor(0),
    mark: { colour: 'graphite', pattern: 'stripe' },
    contacts: [],
    note: '',
    billing: { withholds: false, vat: null },
    archived: false,
  }
}

/** What a client has agreed to, the newest last, as it was made. */
export const engagementsOf = (book: Book, clientId: Id): Engagement[] =>
  [...book.workspace.tables.engagements.values()].filter((engagement) => engagement.clientId === clientId)

/** How an engagement is called where no mark stands for its client: the client, and its own name where it has one. */
export const fullName = (client: Client, engagement: Engagement): string =>
  engagement.name === '' ? client.name : `${client.name}, ${engagement.name}`
