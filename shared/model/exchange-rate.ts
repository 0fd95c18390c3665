import { z } from 'zod'
import { currencySchema, idSchema, monthSchema } from './quantities.ts'

/** What a unit of another currency is worth in the user's own in a month, as the user says it (domain.md, Income). */
export const exchangeRateSchema = z.looseObject({
  id: idSchema,
  month: monthSchema,
  currency: currencySchema,
  /** Millionths of a whole unit of the user's currency for a whole unit of this one: 1.0834 is 1,083,400. */
  millionths: z.int().positive(),
})
export type ExchangeRate = z.infer<typeof exchangeRateSchema>
