import type { Id } from '../kernel/id.ts'
import type { Client } from '../model/client.ts'
import type { Engagement } from '../model/engagement.ts'
import type { Book } from './book.ts'

/** Whose an engagement is. Commands see to it that there always is one. */
export function clientOf(book: Book, engagement: Engagement): Client {
  const client = book.workspace.tables.clients.get(engagement.clientId)
  if (!client) throw new Error('an engagement without a client')
  return client
}

/** What a client has agreed to, the newest last, as it was made. */
export const engagementsOf = (book: Book, clientId: Id): Engagement[] =>
  [...book.workspace.tables.engagements.values()].filter((engagement) => engagement.clientId === clientId)

/** How an engagement is called where no mark stands for its client: the client, and its own name where it has one. */
export const fullName = (client: Client, engagement: Engagement): string =>
  engagement.name === '' ? client.name : `${client.name}, ${engagement.name}`
