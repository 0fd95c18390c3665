import { z } from 'zod'
import { hasBegun } from '../domain/income/signed.ts'
import { termEnd } from '../domain/periods.ts'
import { addDays } from '../kernel/day.ts'
import { defined } from '../kernel/defined.ts'
import { refused, type Refusal } from '../kernel/refusal.ts'
import { isSame } from '../kernel/same.ts'
import { agreementSchema } from '../model/agreement.ts'
import { replaced } from '../model/change.ts'
import { outcomeCauses, retainerSchema, type Retainer } from '../model/engagement.ts'
import { proposalSchema } from '../model/proposal.ts'
import { idSchema, textSchema } from '../model/quantities.ts'
import { adoptedEntries, trackedMonths } from './adoption.ts'
import { agree, checkVersions } from './agreements.ts'
import { defineCommand, edits, nothing, type Context } from './command.ts'
import { add, found, named } from './engagements.ts'

type Status = Retainer['status']

/** As JSON text; the sign as preferences have it. */
const sentInput = z.object({
  proposal: z.string().max(500_000),
  agreement: z.string().max(500_000),
  logo: z.string().max(200_000).optional(),
})

const outcomeInput = z.object({ cause: z.enum(outcomeCauses), note: textSchema.default('') })

/**
 * Makes a retainer, active unless said otherwise. With `adopt` the time already tracked for the client from the
 * agreement's start on is counted on it: those entries move to the new agreement, in the same change, so that one undo
 * puts everything back. A draft adopts nothing: hours are not taken from what is billed for what may never be signed.
 */
export const createRetainer = defineCommand({
  name: 'retainer.create',
  undo: 'always',
  input: z.object({
    ...named,
    agreement: agreementSchema,
    status: z.enum(['draft', 'proposed', 'active']).default('active'),
    adopt: z.boolean().default(false),
  }),
  months: (book, { clientId, agreement, adopt }) => (adopt ? trackedMonths(book, clientId, agreement.startsOn) : []),
  run(book, { clientId, name, agreement, status, adopt }, context) {
    if (adopt && status !== 'active') return refused({ code: 'notSigned' })
    const refusal = checkVersions(agreement)
    if (refusal) return refused(refusal)
    if (adopt && !book.totals) return refused({ code: 'stillCounting' })
    const retainer: Retainer = {
      id: context.newId(),
      kind: 'retainer',
      clientId,
      name,
      archived: false,
      status,
      agreement,
      proposal: null,
      sentOn: null,
      follows: null,
      outcome: null,
      told: [],
    }
    return add(book, retainer, context.today, adopt ? adoptedEntries(book, retainer, context) : [])
  },
})

/** Other terms for the whole of an agreement: for what was written wrong. A change from a day on is a version. */
export const updateRetainer = defineCommand({
  name: 'retainer.update',
  undo: 'always',
  input: z.object({ id: idSchema, name: textSchema.optional(), agreement: agreementSchema }),
  run(book, { id, name, agreement }, { today }) {
    const before = found(book, id, 'retainer')
    if (!before) return refused({ code: 'notFound', what: 'engagement' })
    // Other periods would be others from the first day on: what was owed since then would be another too, closed or not.
    if (hasBegun(before, today) && !isSame(before.agreement.period, agreement.period))
      return refused({ code: 'periodsBegan', field: 'agreement.period' })
    return agree(book, before, agreement, name)
  },
})

/**
 * Where a retainer can go from where it stands. What was signed never becomes a draft again, and what was over is
 * renewed, not revived; a client who declined may be asked once more.
 */
const moves: Readonly<Record<Status, readonly Status[]>> = {
  draft: ['proposed', 'active', 'declined'],
  proposed: ['draft', 'active', 'declined'],
  active: ['ended'],
  ended: [],
  declined: ['draft', 'proposed'],
}

/** What the client has: a draft nobody has, what was declined or ended stays as it was. */
function sentAt(status: Status, kept: Retainer['sent'], given: Retainer['sent']): Retainer['sent'] {
  if (status === 'draft') return undefined
  if (status === 'proposed') return given
  return status === 'active' ? (given ?? kept) : kept
}

/**
 * Drafts, proposes, signs, declines or ends a retainer. Time can be tracked on one of any status: work often begins
 * before the signature, and what was worked is not refused for want of one; it is in the ledger from the agreement's
 * start on, and pays from the day on which it is signed. With `adopt` signing takes over the client's hourly time, as
 * making one does. Ended is only what is over: an end before that is a term of its own, with its day
 * (`retainer.endEarly`). With `sent` its documents are kept as they were sent or signed; what is proposed can be sent
 * again.
 */
export const setRetainerStatus = defineCommand({
  name: 'retainer.setStatus',
  undo: 'always',
  input: z.object({
    id: idSchema,
    status: retainerSchema.shape.status,
    adopt: z.boolean().default(false),
    outcome: outcomeInput.optional(),
    /** The documents as they read at this moment, when it is sent or signed. */
    sent: sentInput.optional(),
  }),
  months(book, { id, adopt }) {
    const retainer = adopt ? found(book, id, 'retainer') : undefined
    return retainer ? trackedMonths(book, retainer.clientId, retainer.agreement.startsOn) : []
  },
  run(book, { id, status, adopt, outcome: told, sent: given }, context) {
    const before = found(book, id, 'retainer')
    if (!before) return refused({ code: 'notFound', what: 'engagement' })
    if (adopt && status !== 'active') return refused({ code: 'notSigned' })
    if (status === before.status && !(status === 'proposed' && given)) return nothing
    const refusal = checkMove(before, status, context)
    if (refusal) return refused(refusal)
    if (adopt && !book.totals) return refused({ code: 'stillCounting' })
    const adopted = adopt ? adoptedEntries(book, before, context) : []
    // Who is asked again has not declined any more.
    const outcome = status === 'declined' && told ? { on: context.today, ...told } : null
    const sentOn = status === 'proposed' ? context.today : status === 'draft' ? null : before.sentOn
    const { sent: kept, ...rest } = before
    const sent = sentAt(status, kept, given)
    return edits(
      replaced('engagements', before, { ...rest, status, sentOn, outcome, ...defined({ sent }) }),
      ...adopted,
    )
  },
})

/**
 * Writes what is said to the client of a retainer (domain.md, Proposal), as a whole. What was signed is not written any
 * more. With `goesOn` it is more of the same typing: one step of undo.
 */
export const writeProposal = defineCommand({
  name: 'retainer.writeProposal',
  undo: 'always',
  input: z.object({ id: idSchema, proposal: proposalSchema, goesOn: z.boolean().optional() }),
  run(book, { id, proposal, goesOn = false }) {
    const before = found(book, id, 'retainer')
    if (!before) return refused({ code: 'notFound', what: 'engagement' })
    if (before.status === 'active' || before.status === 'ended') return refused({ code: 'signedAlready' })
    const after: Retainer = { ...before, proposal }
    return isSame(before, after) ? nothing : { ...edits(replaced('engagements', before, after)), goesOn }
  },
})

/** Why a client declined, or did not go on with what is over: kept, so that it can be counted. */
export const tellOutcome = defineCommand({
  name: 'retainer.tellOutcome',
  undo: 'always',
  input: z.object({ id: idSchema, outcome: outcomeInput }),
  run(book, { id, outcome }, { today }) {
    const before = found(book, id, 'retainer')
    if (!before) return refused({ code: 'notFound', what: 'engagement' })
    const over = termEnd(before.agreement)
    const isOver = before.status === 'ended' || (before.status === 'active' && over !== null && over <= today)
    if (before.status !== 'declined' && !isOver)
      return refused({ code: 'stillRuns', lastDay: over && addDays(over, -1) })
    const note = outcome.note.trim()
    const after: Retainer = { ...before, outcome: { on: before.outcome?.on ?? today, ...outcome, note } }
    return isSame(before, after) ? nothing : edits(replaced('engagements', before, after))
  },
})

function checkMove({ status: from, agreement }: Retainer, to: Status, { today }: Context): Refusal | null {
  if (from !== to && !moves[from].includes(to)) return { code: 'noSuchMove', field: 'status' }
  const over = termEnd(agreement)
  const runs = over === null || today < over
  return to === 'ended' && runs ? { code: 'stillRuns', lastDay: over && addDays(over, -1) } : null
}
