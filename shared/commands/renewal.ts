import { z } from 'zod'
import { followerOf } from '../domain/ladder.ts'
import { termEnd } from '../domain/periods.ts'
import { nextTerm, renewed } from '../domain/renewal.ts'
import { refused } from '../kernel/refusal.ts'
import { agreementSchema } from '../model/agreement.ts'
import type { Retainer } from '../model/engagement.ts'
import { daySchema, idSchema } from '../model/quantities.ts'
import { defineCommand } from './command.ts'
import { add, found } from './engagements.ts'

/**
 * The agreement after one that ends: a retainer of its own, which follows it (domain.md, Renewal ladder). It starts on
 * the day after the last, or on a later one that is given, on the terms as they were last agreed, for the next term of
 * the ladder or the one given. Proposed unless said otherwise: it is not signed by being thought of.
 */
export const renewRetainer = defineCommand({
  name: 'retainer.renew',
  undo: 'always',
  input: z.object({
    id: idSchema,
    startsOn: daySchema.optional(),
    term: agreementSchema.shape.term.optional(),
    status: z.enum(['draft', 'proposed', 'active']).default('proposed'),
  }),
  run(book, { id, startsOn, term, status }, { newId, today }) {
    const before = found(book, id, 'retainer')
    if (!before) return refused({ code: 'notFound', what: 'engagement' })
    if (before.status !== 'active' && before.status !== 'ended') return refused({ code: 'notSigned' })
    const over = termEnd(before.agreement)
    if (over === null) return refused({ code: 'goesOn' })
    if (followerOf(book, id)) return refused({ code: 'hasFollower' })
    if (startsOn !== undefined && startsOn < over)
      return refused({ code: 'versionBeforeStart', field: 'startsOn', startsOn: over })
    const { sent: _sent, ...rest } = before
    const agreement = renewed(before.agreement, startsOn ?? over, term ?? nextTerm(before.agreement))
    const next: Retainer = {
      ...rest,
      id: newId(),
      archived: false,
      status,
      agreement,
      follows: id,
      // What was said of the last term is said again, until somebody writes something else.
      sentOn: null,
      outcome: null,
      told: [],
    }
    return add(book, next, today)
  },
})
