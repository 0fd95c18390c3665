import { z } from 'zod'
import { withTold } from '../domain/alerts.ts'
import { periodOn } from '../domain/periods.ts'
import { refused } from '../kernel/refusal.ts'
import { replaced } from '../model/change.ts'
import { daySchema, idSchema } from '../model/quantities.ts'
import { defineCommand, edits, nothing } from './command.ts'

/**
 * Keeps of which shares of a period the user has been told, so that each alert comes once (domain.md, Pace). `period`
 * is the period's first day.
 *
 * It is no step of undo: to take it back would only bring the alert again, and an alert must not stand between the
 * user and what they did a moment before it, nor put it out of reach.
 */
export const tellRetainer = defineCommand({
  name: 'retainer.told',
  undo: 'aside',
  input: z.object({ id: idSchema, period: daySchema, shares: z.array(z.int().positive()).min(1).max(100) }),
  run(book, { id, period, shares }) {
    const retainer = book.workspace.tables.engagements.get(id)
    if (retainer?.kind !== 'retainer') return refused({ code: 'notFound', what: 'engagement' })
    if (periodOn(retainer.agreement, period)?.start !== period) return refused({ code: 'invalid', field: 'period' })
    const known = new Set(retainer.told.find((each) => each.period === period)?.shares)
    if (shares.every((share) => known.has(share))) return nothing
    return edits(replaced('engagements', retainer, { ...retainer, told: withTold(retainer.told, period, shares) }))
  },
})
