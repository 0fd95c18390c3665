import { z } from 'zod'
import { languageSchema } from './quantities.ts'

/** How this machine shows the app (persistence.md, `settings.json`). Changing it is no Change and is not undone. */
export const settingsSchema = z.looseObject({
  /** null follows the system. */
  language: languageSchema.nullable().catch(null),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  /** The accelerator that starts and stops the timer from anywhere; null for none. */
  shortcut: z.string().min(1).nullable().catch('CommandOrControl+Alt+Space'),
  /** The folder the user chose for the data; null for the app's own. */
  dataFolder: z.string().nullable().catch(null),
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
