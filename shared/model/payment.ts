import { z } from 'zod'
import { daySchema, idSchema, minorSchema, textSchema } from './quantities.ts'

/** Money that came in on a day for an invoice, whole or in part; negative where it was paid back. */
export const paymentSchema = z.looseObject({
  id: idSchema,
  invoiceId: idSchema,
  on: daySchema,
  amount: minorSchema,
  note: textSchema.default(''),
  /** Of one that came from a bank's file: by which its line is known when it comes again. */
  source: textSchema.optional(),
})
export type Payment = z.infer<typeof paymentSchema>
