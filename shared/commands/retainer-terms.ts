import { z } from 'zod'
import { closedUntil } from '../domain/closed.ts'
import { termEnd } from '../domain/periods.ts'
import { pauseOn, resumed, withPause, withTerms } from '../domain/versions.ts'
import { addDays } from '../kernel/day.ts'
import { defined } from '../kernel/defined.ts'
import { refused } from '../kernel/refusal.ts'
import { versionSchema } from '../model/agreement.ts'
import { daySchema, idSchema, minorSchema } from '../model/quantities.ts'
import { agree, checkPeriodStart } from './agreements.ts'
import { defineCommand } from './command.ts'
import { found } from './engagements.ts'

const noRetainer = refused({ code: 'notFound', what: 'engagement' })
const { included, listRate, rollover, overage, rounding, perks } = versionSchema.shape

/**
 * Other terms from a period's start on (domain.md, Versions); what is not named stays as it was. On a day on which
 * terms begin already they are changed, inside a pause they are in force when it is over.
 */
export const changeRetainer = defineCommand({
  name: 'retainer.change',
  undo: 'always',
  input: z.object({
    id: idSchema,
    from: daySchema,
    fee: minorSchema.refine((fee) => fee >= 0).optional(),
    included: included.optional(),
    listRate,
    rollover,
    overage,
    rounding,
    perks,
  }),
  run(book, { id, from, ...named }) {
    const retainer = found(book, id, 'retainer')
    if (!retainer) return noRetainer
    const refusal = checkPeriodStart(book, retainer, from, 'from')
    if (refusal) return refused(refusal)
    const { agreement } = retainer
    const terms = defined(named)
    if (Object.keys(terms).length === 0) return refused({ code: 'required', field: 'fee' })
    return agree(book, retainer, { ...agreement, versions: withTerms(agreement.versions, from, terms) })
  },
})

/**
 * Nothing owed and nothing granted from one period's start to another's, or to the end of the term (domain.md, Pause).
 * A pause that meets another is one with it.
 */
export const pauseRetainer = defineCommand({
  name: 'retainer.pause',
  undo: 'always',
  input: z.object({ id: idSchema, from: daySchema, to: daySchema }),
  run(book, { id, from, to }) {
    const retainer = found(book, id, 'retainer')
    if (!retainer) return noRetainer
    if (to <= from) return refused({ code: 'endBeforeStart', field: 'to' })
    const { agreement } = retainer
    const refusal =
      checkPeriodStart(book, retainer, from, 'from') ??
      (to === termEnd(agreement) ? null : checkPeriodStart(book, retainer, to, 'to'))
    if (refusal) return refused(refusal)
    return agree(book, retainer, { ...agreement, versions: withPause(agreement.versions, { from, to }) })
  },
})

/** Ends a pause sooner, on a period's start; on its first day it is taken back whole. */
export const resumeRetainer = defineCommand({
  name: 'retainer.resume',
  undo: 'always',
  input: z.object({ id: idSchema, on: daySchema }),
  run(book, { id, on }) {
    const retainer = found(book, id, 'retainer')
    if (!retainer) return noRetainer
    const { agreement } = retainer
    if (!pauseOn(agreement.versions, on)) return refused({ code: 'notPaused', field: 'on' })
    const refusal = checkPeriodStart(book, retainer, on, 'on')
    if (refusal) return refused(refusal)
    return agree(book, retainer, { ...agreement, versions: resumed(agreement.versions, on) })
  },
})

/**
 * Ends an agreement on a day before its own end, or on any where it would go on: after a notice, or since both want
 * it. null takes that back. Whether the notice was kept is between the two, and is not asked here. Time tracked after
 * the day is in no period any more; it stays where it is.
 */
export const endRetainerEarly = defineCommand({
  name: 'retainer.endEarly',
  undo: 'always',
  input: z.object({ id: idSchema, endsOn: daySchema.nullable() }),
  run(book, { id, endsOn }) {
    const retainer = found(book, id, 'retainer')
    if (!retainer) return noRetainer
    const { agreement } = retainer
    if (endsOn === null) return agree(book, retainer, { ...agreement, endsOn })
    if (endsOn < agreement.startsOn)
      return refused({ code: 'versionBeforeStart', field: 'endsOn', startsOn: agreement.startsOn })
    const until = closedUntil(book, id)
    if (until !== null && endsOn < until) return refused({ code: 'periodClosed', until })
    const byTerm = termEnd({ ...agreement, endsOn: null })
    if (byTerm !== null && endsOn >= addDays(byTerm, -1))
      return refused({ code: 'afterEnd', field: 'endsOn', lastDay: addDays(byTerm, -1) })
    return agree(book, retainer, { ...agreement, endsOn })
  },
})
