import { z } from 'zod'
import type { Id } from '../kernel/id.ts'
import { currencySchema, idSchema, minorSchema, zoneSchema } from './quantities.ts'

/** The one record of its table has an id that never changes. */
export const preferencesId = '00000000-0000-7000-8000-000000000001' as Id

/** What the user has said of their own work. How this machine shows it (language, theme) is in the settings. */
export const preferencesSchema = z.looseObject({
  id: idSchema,
  timeZone: zoneSchema,
  currency: currencySchema,
  listRate: minorSchema,
  /** Income a month the user wants to be able to count on; null until it is said. */
  target: minorSchema.nullable().default(null),
  /** 1 Monday … 7 Sunday. */
  workingDays: z.array(z.int().min(1).max(7)).default([1, 2, 3, 4, 5]),
})
export type Preferences = z.infer<typeof preferencesSchema>
