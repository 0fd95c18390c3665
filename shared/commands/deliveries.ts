import { z } from 'zod'
import type { Book } from '../domain/book.ts'
import { perkOn } from '../domain/perk-on.ts'
import { defined } from '../kernel/defined.ts'
import { refused, type Refusal } from '../kernel/refusal.ts'
import { isSame } from '../kernel/same.ts'
import { made, removed, replaced } from '../model/change.ts'
import { deliverySchema, type Delivery } from '../model/delivery.ts'
import { daySchema, idSchema, textSchema } from '../model/quantities.ts'
import { checkInTerm } from './agreements.ts'
import { defineCommand, edits, nothing, type Context } from './command.ts'
import { found } from './engagements.ts'

const { units } = deliverySchema.shape

/**
 * Something handed over: units of a retainer by deliverables, or uses of a perk that is counted. More than was agreed
 * may be recorded: it was done. In a closed period it shows as an adjustment, as time does.
 */
export const recordDelivery = defineCommand({
  name: 'delivery.record',
  undo: 'always',
  input: z.object({
    engagementId: idSchema,
    day: daySchema,
    units: units.default(1),
    perkId: z.string().optional(),
    note: textSchema.default(''),
  }),
  run(book, { note, ...told }, context) {
    const delivery: Delivery = { id: context.newId(), ...told, note: note.trim() }
    const refusal = checkDelivery(book, delivery, context)
    return refusal ? refused(refusal) : { ...edits(made('deliveries', delivery)), made: delivery.id }
  },
})

/** Day, units or note. What it was for is not changed: it is removed, and recorded anew. */
export const updateDelivery = defineCommand({
  name: 'delivery.update',
  undo: 'always',
  input: z.object({ id: idSchema, day: daySchema.optional(), units: units.optional(), note: textSchema.optional() }),
  run(book, { id, note, ...patch }, context) {
    const before = book.workspace.tables.deliveries.get(id)
    if (!before) return refused({ code: 'notFound', what: 'delivery' })
    const after: Delivery = { ...before, ...defined(patch), note: note?.trim() ?? before.note }
    if (isSame(before, after)) return nothing
    const refusal = after.day === before.day ? null : checkDelivery(book, after, context)
    return refusal ? refused(refusal) : edits(replaced('deliveries', before, after))
  },
})

export const removeDelivery = defineCommand({
  name: 'delivery.remove',
  undo: 'always',
  input: z.object({ id: idSchema }),
  run(book, { id }) {
    const delivery = book.workspace.tables.deliveries.get(id)
    return delivery ? edits(removed('deliveries', delivery)) : refused({ code: 'notFound', what: 'delivery' })
  },
})

function checkDelivery(book: Book, { engagementId, day, perkId }: Delivery, { today }: Context): Refusal | null {
  const retainer = found(book, engagementId, 'retainer')
  if (!retainer) return { code: 'notFound', what: 'engagement' }
  if (day > today) return { code: 'inFuture', field: 'day' }
  const outside = checkInTerm(retainer, day, 'day')
  if (outside) return outside
  if (perkId === undefined) return retainer.agreement.basis === 'deliverables' ? null : { code: 'notByUnits' }
  const perk = perkOn(retainer, perkId, day)
  if (!perk) return { code: 'noSuchPerk', field: 'perkId', day }
  return perk.count === null ? { code: 'perkNotCounted', field: 'perkId' } : null
}
