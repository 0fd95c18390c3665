import { z } from 'zod'
import { daySchema, idSchema, textSchema } from './quantities.ts'

/**
 * Something handed over on a day (domain.md, Basis): units of a retainer by deliverables, or, with `perkId`, so many
 * uses of a perk that is counted.
 */
export const deliverySchema = z.looseObject({
  id: idSchema,
  engagementId: idSchema,
  day: daySchema,
  units: z.int().positive().max(1_000_000),
  perkId: z.string().optional(),
  note: textSchema.default(''),
})
export type Delivery = z.infer<typeof deliverySchema>
