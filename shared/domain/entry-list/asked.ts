import { z } from 'zod'
import { daySchema } from '../../model/quantities.ts'

const folded = z.array(z.string().max(200)).max(50)

/**
 * What is looked for among entries: all of it has to hold. Texts are folded already (kernel/fold.ts). It is also how it
 * crosses from the window to where the entries are.
 */
export const entryQuerySchema = z.object({
  /** Each stands somewhere in the note, the task, a tag, the client's name or the work's. */
  words: folded,
  /** One of them stands in the client's name or the work's. */
  clients: folded,
  /** Or one of them is the client's whole name; where no client is called so, it stands in one like `clients`. */
  names: folded.optional(),
  /** Each stands in a tag. */
  tags: folded,
  /** The first day, and the first day no more. An entry lies on each of its days with the part that is worked then. */
  from: daySchema.optional(),
  before: daySchema.optional(),
  billable: z.boolean().optional(),
  /** How own work is called in the window's language: it is found by that name. */
  ownWork: z.string().max(200),
})
export type EntryQuery = z.infer<typeof entryQuerySchema>

export const groupings = ['day', 'week', 'month', 'client', 'engagement'] as const
export type Grouping = (typeof groupings)[number]

export interface Asked {
  readonly query: EntryQuery
  readonly group: Grouping
  /** On which weekday a week begins: 1 Monday … 7 Sunday. */
  readonly weekStart: number
}
