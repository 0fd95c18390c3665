import { z } from 'zod'
import { matchesSchema } from './commands/import.ts'
import { roles } from './formats/columns.ts'
import { trackerIds } from './formats/trackers.ts'
import { zoneSchema } from './model/quantities.ts'

/** What the user has said of a file: everything can be asked again with other choices. */
const importChoices = z.object({
  /** In which its clocks are read, where it does not say. */
  zone: zoneSchema,
  /** Whose table it is, where that is not what its columns seem to tell. */
  tracker: z.enum(trackerIds).optional(),
  /** What each of its columns holds. */
  columns: z.array(z.enum(roles).nullable()).max(10_000).optional(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).optional(),
  decimal: z.enum(['.', ',']).optional(),
  unit: z.enum(['hours', 'minutes', 'seconds', 'milliseconds']).optional(),
  matches: matchesSchema.optional(),
  /** Without entries that are too long to be true. */
  skipLong: z.boolean().optional(),
})
export const importOf = z.object({ token: z.string().max(100), choices: importChoices })
export type ImportChoices = z.output<typeof importChoices>
