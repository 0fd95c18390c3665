import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Agreement } from '../../model/agreement.ts'
import type { Client } from '../../model/client.ts'
import { retainerSchema, type Engagement } from '../../model/engagement.ts'
import { readyClients } from '../attention.ts'
import type { Book } from '../book.ts'
import { suggestionFor } from '../suggestion.ts'

/** What is tried out on the figures of Income, and kept nowhere. */
export interface Supposition {
  /** As if nothing more came of this client. */
  readonly without: Id | null
  /** As if this client had signed. */
  readonly more: OneMore | null
}

/** A client who works by the hour, on the retainer that the history suggests. */
export interface OneMore {
  readonly client: Client
  readonly agreement: Agreement
}

/** The first of the clients who are ready, in the currency, and what to suggest to them (domain.md, Readiness); null where none is. */
export function oneMoreIn(book: Book, currency: string, today: Day): OneMore | null {
  for (const { client } of readyClients(book, today)) {
    if (client.currency !== currency) continue
    const suggested = suggestionFor(book, client, today)
    if (suggested) return { client, agreement: suggested.agreement }
  }
  return null
}

/** Of the supposed agreement, of which there is one at most; nothing that is kept ever has it. */
const supposedId = '00000000-0000-7000-8000-000000000000' as Id

/**
 * The book as it would be, so that every figure that can be worked out from a book can be supposed: who is gone has a
 * past and no future, as what is put away has; who signs has an agreement in place of the hours. The book itself, and
 * all that is in it, stays as it is.
 */
export function supposedBook(book: Book, { without, more }: Supposition): Book {
  if (without === null && more === null) return book
  const engagements = new Map<Id, Engagement>()
  for (const [id, engagement] of book.workspace.tables.engagements)
    engagements.set(id, isOver(engagement, without, more) ? { ...engagement, archived: true } : engagement)
  if (more) engagements.set(supposedId, supposedRetainer(more))
  const { workspace } = book
  return { ...book, workspace: { ...workspace, tables: { ...workspace.tables, engagements } } }
}

const isOver = ({ clientId, kind }: Engagement, without: Id | null, more: OneMore | null): boolean =>
  clientId === without || (clientId === more?.client.id && kind === 'hourly')

const supposedRetainer = ({ client, agreement }: OneMore): Engagement =>
  retainerSchema.parse({ id: supposedId, clientId: client.id, kind: 'retainer', name: '', status: 'active', agreement })
