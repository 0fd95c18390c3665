import { z } from 'zod'
import { daySchema, idSchema, instantSchema, secondsSchema, textSchema } from './quantities.ts'

const sourceSchema = z.looseObject({ from: z.string(), key: z.string() })

/** domain.md, Who and what: TimeEntry. What was worked is never altered; rounding is a matter of the agreement. */
const common = {
  id: idSchema,
  /** null: own work, for no client. */
  engagementId: idSchema.nullable(),
  task: textSchema.optional(),
  note: textSchema.default(''),
  tags: z.array(textSchema).default([]),
  billable: z.boolean().default(true),
  /** The perk of the agreement that the work is for. */
  perkId: z.string().optional(),
  /** By how many seconds the machine's clock was set, forward or back, while the timer ran; its duration is right. */
  clockMoved: z.int().optional(),
  /** Where an imported entry comes from; the same `key` is never brought in twice. */
  source: sourceSchema.optional(),
  /** Of an entry that was put together from several, where the others come from. */
  sources: z.array(sourceSchema).optional(),
}

/** Work with its hours. `end: null` is the running timer (architecture.md, 3). */
export const spanEntrySchema = z.looseObject({ ...common, start: instantSchema, end: instantSchema.nullable() })
/** Work of which only the day and the amount are known. */
export const dayEntrySchema = z.looseObject({ ...common, day: daySchema, seconds: secondsSchema })
export const entrySchema = z.union([spanEntrySchema, dayEntrySchema])

export type SpanEntry = z.infer<typeof spanEntrySchema>
export type DayEntry = z.infer<typeof dayEntrySchema>
export type TimeEntry = z.infer<typeof entrySchema>

export { fileMonthOf, isRunning, isSpan } from './entry-kinds.ts'
