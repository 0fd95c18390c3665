import { z } from 'zod'
import { currencySchema, idSchema, monthSchema } from './quantities.ts'

/**
 * What a unit of another currency is worth in the user's own in a month, as the user says it (domain.md, Income). Who
 * changes their own currency has said nothing yet of what others are worth in the new one.
 */
export const exchangeRateSchema = z.looseObject({
  id: idSchema,
  month: monthSchema,
  currency: currencySchema,
  /** The user's own when they said it. */
  to: currencySchema,
  /** Millionths of a whole unit of that for a whole unit of this one: 1.0834 is 1,083,400. */
  millionths: z.int().positive(),
})
export type ExchangeRate = z.infer<typeof exchangeRateSchema>
