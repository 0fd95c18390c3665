import { z } from 'zod'
import { daysOf, preferencesOf, type Book } from '../domain/book.ts'
import { engagementsOf } from '../domain/naming.ts'
import { newClient } from '../domain/new-client.ts'
import type { Day } from '../kernel/day.ts'
import { defined } from '../kernel/defined.ts'
import { nameKey, tidyName } from '../kernel/names.ts'
import { refused, type Refusal } from '../kernel/refusal.ts'
import { made, replaced } from '../model/change.ts'
import { clientBillingSchema, type Client } from '../model/client.ts'
import type { Engagement } from '../model/engagement.ts'
import { currencySchema, idSchema, languageSchema, minorSchema, textSchema } from '../model/quantities.ts'
import type { Workspace } from '../model/workspace.ts'
import { defineCommand, edits } from './command.ts'
import { runsStill } from './engagements.ts'
import { checkLength } from './names.ts'
import { retaxed } from './retaxed.ts'

/** Told whole: who is not among them is no contact any more. */
const contactsSchema = z.array(z.object({ name: textSchema, email: textSchema }))

const written = z.object({
  name: textSchema,
  currency: currencySchema,
  language: languageSchema,
  listRate: minorSchema.refine((rate) => rate >= 0),
  note: textSchema,
})

export const createClient = defineCommand({
  name: 'client.create',
  undo: 'always',
  input: written.extend({ note: textSchema.default('') }),
  run(book, input, { newId }) {
    const name = tidyName(input.name)
    const refusal = checkName(book.workspace, name, null)
    if (refusal) return refused(refusal)
    const client = newClient(book.workspace, { ...input, name }, newId())
    return { ...edits(made('clients', client)), made: client.id }
  },
})

export const updateClient = defineCommand({
  name: 'client.update',
  undo: 'always',
  input: written.partial().extend({
    id: idSchema,
    archived: z.boolean().optional(),
    contacts: contactsSchema.optional(),
    billing: clientBillingSchema.optional(),
  }),
  run(book, { id, ...patch }, { today }) {
    const before = book.workspace.tables.clients.get(id)
    if (!before) return refused({ code: 'notFound', what: 'client' })
    const after: Client = { ...before, ...defined(patch), name: tidyName(patch.name ?? before.name) }
    const refusal =
      checkName(book.workspace, after.name, before) ??
      checkCurrency(book, before, after, today) ??
      (patch.archived ? runsStill(engagementsOf(book, id), today) : null)
    if (refusal) return refused(refusal)
    const preferences = preferencesOf(book.workspace)
    const drafts = retaxed(book, { preferences, client: before }, { preferences, client: after })
    return edits(replaced('clients', before, after), ...drafts)
  },
})

/**
 * An amount is never turned into another: what is on an invoice was in the currency of its day, and what was earned by
 * the hour or by a milestone is owed in the currency that it was earned in. A retainer has a currency of its own.
 */
function checkCurrency(book: Book, { id, currency }: Client, after: Client, today: Day): Refusal | null {
  if (after.currency === currency) return null
  const { invoices } = book.workspace.tables
  const isBilled = (): boolean => [...invoices.values()].some(({ clientId }) => clientId === id)
  const engagements = engagementsOf(book, id)
  if (!book.totals && engagements.some(({ kind }) => kind === 'hourly')) return { code: 'stillCounting' }
  const isEarning = engagements.some((engagement) => hasEarned(book, engagement, today))
  return isEarning || isBilled() ? { code: 'currencyInUse', field: 'currency', currency } : null
}

function hasEarned(book: Book, engagement: Engagement, today: Day): boolean {
  if (engagement.kind === 'hourly')
    return daysOf(book, engagement.id).size > 0 || book.running?.engagementId === engagement.id
  return engagement.kind === 'project' && engagement.milestones.some(({ on }) => on <= today)
}

/** A name is needed, and is not given twice: two clients that read the same cannot be told apart in the tray. */
function checkName(workspace: Workspace, name: string, before: Client | null): Refusal | null {
  if (name === '') return { code: 'required', field: 'name' }
  const tooLong = checkLength(name, before?.name)
  if (tooLong) return tooLong
  const same = (client: Client): boolean => client.id !== before?.id && nameKey(client.name) === nameKey(name)
  return [...workspace.tables.clients.values()].some(same) ? { code: 'nameTaken', field: 'name', name } : null
}
