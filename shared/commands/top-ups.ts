import { z } from 'zod'
import { by } from '../kernel/order.ts'
import { refused, type Refusal } from '../kernel/refusal.ts'
import { topUpSchema, type TopUp } from '../model/agreement.ts'
import type { Retainer } from '../model/engagement.ts'
import { daySchema, idSchema, minorSchema, textSchema } from '../model/quantities.ts'
import { agree, checkInTerm, checkOpen } from './agreements.ts'
import { defineCommand } from './command.ts'
import { found } from './engagements.ts'

/**
 * More work inside a period (domain.md, Versions): minutes, or units for deliverables, at a price. At the price of 0 it
 * is goodwill, which needs its reason, since it stands in the client's report. It may be dated ahead, as agreed.
 */
export const addTopUp = defineCommand({
  name: 'retainer.topUp',
  undo: 'always',
  input: z.object({
    id: idSchema,
    on: daySchema,
    amount: topUpSchema.shape.amount,
    price: minorSchema.refine((price) => price >= 0),
    reason: textSchema.default(''),
  }),
  run(book, { id, reason, ...told }, { newId }) {
    const retainer = found(book, id, 'retainer')
    if (!retainer) return refused({ code: 'notFound', what: 'engagement' })
    const topUp: TopUp = { id: newId(), ...told, reason: reason.trim() }
    const refusal = checkTopUp(retainer, topUp) ?? checkOpen(book, retainer, topUp.on)
    if (refusal) return refused(refusal)
    const topUps = [...retainer.agreement.topUps, topUp].toSorted(by(({ on: day }) => day))
    const ran = agree(book, retainer, { ...retainer.agreement, topUps })
    return ran.ok ? { ...ran, made: topUp.id } : ran
  },
})

function checkTopUp(retainer: Retainer, { on, amount, price, reason }: TopUp): Refusal | null {
  if (retainer.agreement.basis === 'access') return { code: 'nothingDrawn' }
  if (amount === 0) return { code: 'required', field: 'amount' }
  if (price === 0 && reason === '') return { code: 'required', field: 'reason' }
  return checkInTerm(retainer, on, 'on')
}

export const removeTopUp = defineCommand({
  name: 'retainer.removeTopUp',
  undo: 'always',
  input: z.object({ id: idSchema, topUpId: idSchema }),
  run(book, { id, topUpId }) {
    const retainer = found(book, id, 'retainer')
    if (!retainer) return refused({ code: 'notFound', what: 'engagement' })
    const { agreement } = retainer
    const topUp = agreement.topUps.find((each) => each.id === topUpId)
    if (!topUp) return refused({ code: 'notFound', what: 'topUp' })
    const refusal = checkOpen(book, retainer, topUp.on)
    if (refusal) return refused(refusal)
    return agree(book, retainer, { ...agreement, topUps: agreement.topUps.filter((each) => each !== topUp) })
  },
})
