import { z } from 'zod'
import { idSchema, instantSchema, textSchema } from './quantities.ts'

/** What the user was not seen for: no key was touched, the screen was locked, the machine slept, or the app was not there. */
export const absenceSchema = z.enum(['idle', 'locked', 'asleep', 'gone'])

/**
 * Time during which the timer ran and nobody was seen, until the user says what it was (persistence.md, The timer). It
 * lies in no entry: it counts for nobody for as long as it is here.
 */
export const gapSchema = z.looseObject({
  id: idSchema,
  from: instantSchema,
  to: instantSchema,
  cause: absenceSchema,
  /** When the work began that ran into it, which is in whose month that entry's file is. */
  since: instantSchema,
  /** That entry, which ends where the gap begins; null where nothing had been worked yet. */
  before: idSchema.nullable(),
  /** The one that goes on from its end; null where nothing did. */
  after: idSchema.nullable(),
  /** What it ran on, for what is said later: by then the entries may be others. null: own work. */
  engagementId: idSchema.nullable(),
  note: textSchema.default(''),
  /** The user has seen the question, and will answer it later: no window asks it again. */
  later: z.boolean().default(false),
})
export type Gap = z.infer<typeof gapSchema>
