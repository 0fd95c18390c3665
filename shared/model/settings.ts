import { z } from 'zod'
import { daySchema, languageSchema } from './quantities.ts'

const accelerator = z.string().min(1).max(100).nullable()
/** What the app may notify of; each can be switched off. */
const noticesSchema = z.object({ away: z.boolean(), long: z.boolean(), alerts: z.boolean(), dayEnd: z.boolean() })
export type NoticeKind = keyof z.infer<typeof noticesSchema>
const ALL_NOTICES = { away: true, long: true, alerts: true, dayEnd: true }
const seconds = z.int().positive().max(86_400).nullable()

/** What was said of a file's columns (their roles: formats/columns.ts), of whose it is, and of how its cells are written. */
const rememberedColumns = z.object({
  columns: z.array(z.string().max(20).nullable()).max(100),
  tracker: z.string().max(20).optional(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).optional(),
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
  /** Those that bring the window up, and that switch to what was worked on before; null for none. */
  shortcutShow: accelerator.catch(null),
  shortcutSwitch: accelerator.catch(null),
  /** After so many seconds without a key or the pointer the timer's time is asked about; null: never. */
  awayAfter: seconds.catch(600),
  /** When the working day is over, in seconds from 0:00; null: it is never told. */
  dayEnd: seconds.catch(18 * 3600),
  /** The last day whose end was told. */
  dayEndTold: daySchema.nullable().catch(null),
  notices: noticesSchema.catch(ALL_NOTICES),
  /** Whether closing the window keeps the app in the tray; null: where the system shows one. */
  closeToTray: z.boolean().nullable().catch(null),
  openAtLogin: z.boolean().catch(false),
  /** At login without a window. */
  openHidden: z.boolean().catch(true),
  /** Where the mini window was left. */
  mini: z.looseObject({ x: z.int(), y: z.int() }).nullable().catch(null),
  /** The folder the user chose for the data; null for the app's own. */
  dataFolder: z.string().nullable().catch(null),
  /** The folder in which data was seen last: where there is none any more, it is asked about. */
  dataSeen: z.string().nullable().catch(null),
  /** What the columns of files meant that nobody knew, by a key of their names: the last few (formats/guess.ts). */
  importColumns: z.record(z.string().max(20), rememberedColumns).catch({}),
  /** The version whose news the user has seen, or began with; null where that is not known yet. */
  newsSeen: z.string().max(50).nullable().catch(null),
  /** Of this installation: by it a lock that was left behind is known again, whatever the machine is called by then. */
  machine: z.string().max(50).nullable().catch(null),
  /** Where it was before it was moved, until the user throws that copy away; null where there is none. */
  previousDataFolder: z.string().nullable().catch(null),
  /** The folder of the user's for a second copy of the backups. */
  backupFolder: z.string().nullable().catch(null),
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
    shortcut: accelerator,
    shortcutShow: accelerator,
    shortcutSwitch: accelerator,
    awayAfter: seconds,
    dayEnd: seconds,
    notices: noticesSchema,
    closeToTray: z.boolean(),
    openAtLogin: z.boolean(),
    openHidden: z.boolean(),
    newsSeen: z.string().max(50),
  })
  .partial()
