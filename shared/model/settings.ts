import { z } from 'zod'
import { languageSchema } from './quantities.ts'

/** What was said of a file's columns (their roles: formats/columns.ts), and of how its cells are written. */
const rememberedColumns = z.object({
  columns: z.array(z.string().max(20).nullable()).max(100),
  dateOrder: z.enum(['dmy', 'mdy']).optional(),
  decimal: z.enum(['.', ',']).optional(),
  unit: z.enum(['hours', 'minutes', 'seconds', 'milliseconds']).optional(),
})

/** How this machine shows the app (persistence.md, `settings.json`). Changing it is no Change and is not undone. */
export const settingsSchema = z.looseObject({
  /** null follows the system. */
  language: languageSchema.nullable().catch(null),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  /** The accelerator that starts and stops the timer from anywhere; null for none. */
  shortcut: z.string().min(1).nullable().catch('CommandOrControl+Alt+Space'),
  /** The folder the user chose for the data; null for the app's own. */
  dataFolder: z.string().nullable().catch(null),
  /** What the columns of files meant that nobody knew, by a key of their names: the last few (formats/guess.ts). */
  importColumns: z.record(z.string().max(20), rememberedColumns).catch({}),
  window: z
    .looseObject({ x: z.int(), y: z.int(), width: z.int(), height: z.int(), maximized: z.boolean() })
    .nullable()
    .catch(null),
})
export type Settings = z.infer<typeof settingsSchema>

/** What the user may set; the rest is the shell's own memory. */
export const settingsPatchSchema = z
  .object({
    language: languageSchema.nullable(),
    theme: z.enum(['system', 'light', 'dark']),
    shortcut: z.string().min(1).max(100).nullable(),
  })
  .partial()
