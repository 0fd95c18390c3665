import { z } from 'zod'
import { daysOf, type Book } from '../domain/book.ts'
import { followerOf } from '../domain/ladder.ts'
import { isRunning } from '../domain/income/signed.ts'
import { termAt } from '../domain/term.ts'
import type { Day } from '../kernel/day.ts'
import { defined } from '../kernel/defined.ts'
import { refused, type Refusal } from '../kernel/refusal.ts'
import { sumOf } from '../kernel/units.ts'
import { made, removed, replaced, type Edit } from '../model/change.ts'
import type { Engagement } from '../model/engagement.ts'
import type { Invoice } from '../model/invoice.ts'
import { daySchema, idSchema, textSchema } from '../model/quantities.ts'
import { defineCommand, edits, type Ran } from './command.ts'
import { checkLength } from './names.ts'

/** What every engagement is made with. */
export const named = { clientId: idSchema, name: textSchema.default('') }

/** @param today on which it is written down */
export function add(book: Book, engagement: Engagement, today: Day, more: Edit[] = []): Ran {
  if (!book.workspace.tables.clients.has(engagement.clientId)) return refused({ code: 'notFound', what: 'client' })
  const refusal = checkLength(engagement.name)
  if (refusal) return refused(refusal)
  const written = { ...engagement, writtenOn: today }
  return { ok: true, edits: [made('engagements', written), ...more], made: engagement.id }
}

/** An engagement of a kind; undefined where there is none of that id, or it is of another kind. */
export function found<Kind extends Engagement['kind']>(
  book: Book,
  id: Engagement['id'],
  kind: Kind,
): Extract<Engagement, { kind: Kind }> | undefined {
  const engagement = book.workspace.tables.engagements.get(id)
  return engagement?.kind === kind ? (engagement as Extract<Engagement, { kind: Kind }>) : undefined
}

/** Seconds tracked on an engagement, ever. */
export const workedOnAll = (book: Book, id: Engagement['id']): number =>
  sumOf(daysOf(book, id).values(), (total) => total.worked)

export const updateEngagement = defineCommand({
  name: 'engagement.update',
  undo: 'always',
  input: z.object({
    id: idSchema,
    name: textSchema.optional(),
    archived: z.boolean().optional(),
  }),
  run(book, { id, ...patch }, { today }) {
    const before = book.workspace.tables.engagements.get(id)
    if (!before) return refused({ code: 'notFound', what: 'engagement' })
    const refusal = checkLength(patch.name ?? '', before.name) ?? (patch.archived ? runsStill([before], today) : null)
    if (refusal) return refused(refusal)
    return edits(replaced('engagements', before, { ...before, ...defined(patch) }))
  },
})

/** Since when works are billed here (domain/billing/billed-from.ts): one answer for as many as it is for. */
export const billFrom = defineCommand({
  name: 'engagement.billFrom',
  undo: 'always',
  input: z.object({ works: z.array(z.object({ id: idSchema, billedFrom: daySchema })).min(1) }),
  run(book, { works }) {
    const said: Edit[] = []
    for (const { id, billedFrom } of works) {
      const before = book.workspace.tables.engagements.get(id)
      if (!before) return refused({ code: 'notFound', what: 'engagement' })
      if (before.billedFrom !== billedFrom) said.push(replaced('engagements', before, { ...before, billedFrom }))
    }
    return edits(...said)
  },
})

/**
 * What is put away keeps its past and has no future. So an agreement that runs is ended first, which says from when; else
 * nobody would know which of its fees were owed.
 */
export function runsStill(engagements: readonly Engagement[], today: Day): Refusal | null {
  for (const engagement of engagements) {
    if (engagement.kind !== 'retainer' || !isRunning(engagement)) continue
    if (termAt(engagement.agreement, today).phase !== 'over') return { code: 'agreementRuns' }
  }
  return null
}

/**
 * Only what nothing was done on, reported or billed of, that no client was sent or has signed, and nothing follows, can
 * go; else it is archived.
 */
export const removeEngagement = defineCommand({
  name: 'engagement.remove',
  undo: 'always',
  input: z.object({ id: idSchema }),
  run(book, { id }) {
    const engagement = book.workspace.tables.engagements.get(id)
    if (!engagement) return refused({ code: 'notFound', what: 'engagement' })
    const refusal = keptFor(book, engagement)
    return refusal ? refused(refusal) : edits(removed('engagements', engagement))
  },
})

function keptFor(book: Book, engagement: Engagement): Refusal | null {
  const { id } = engagement
  if (book.running?.engagementId === id) return { code: 'timerRuns' }
  if (!book.totals) return { code: 'stillCounting' }
  const seconds = workedOnAll(book, id)
  if (seconds > 0) return { code: 'hasTime', seconds }
  const [deliveries, closings] = [book.deliveries.get(id)?.size ?? 0, book.closings.get(id)?.size ?? 0]
  const invoices = [...book.workspace.tables.invoices.values()].filter(isFor(id)).length
  if (deliveries + closings + invoices > 0) return { code: 'hasRecords', deliveries, closings, invoices }
  if (followerOf(book, id)) return { code: 'hasFollower' }
  return isKnownToClient(engagement) ? { code: 'clientKnows' } : null
}

/** What a client was sent, signed, declined or was sold time on is theirs too. A next term may be proposed unsent. */
const isKnownToClient = (engagement: Engagement): boolean =>
  engagement.kind === 'retainer' &&
  ((engagement.status !== 'draft' && engagement.status !== 'proposed') ||
    engagement.sentOn !== null ||
    engagement.sent !== undefined ||
    engagement.outcome !== null ||
    engagement.agreement.topUps.length > 0)

const isFor =
  (id: Engagement['id']) =>
  (invoice: Invoice): boolean =>
    invoice.lines.some(({ engagementId }) => engagementId === id)
