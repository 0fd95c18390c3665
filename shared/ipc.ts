import { z } from 'zod'
import type { CallName } from './call-names.ts'
import type { SnapshotText } from './snapshot-text.ts'
import type { BackupsView, DataOffer, Exported, Health, Restorable, Verified } from './keeping.ts'
import type { Month } from './kernel/day.ts'
import type { Id } from './kernel/id.ts'
import type { Outcome, Refusal } from './kernel/refusal.ts'
import type { ImportFigures } from './domain/import.ts'
import type { ReadDocument } from './formats/document.ts'
import type { Change } from './model/change.ts'
import type { TimeEntry } from './model/entry.ts'
import { holidaysOfSchema, type DaysOff } from './model/preferences.ts'
import { daySchema, idSchema, languageSchema, type Language } from './model/quantities.ts'
import { settingsPatchSchema, type Settings } from './model/settings.ts'
import type { AnyRecord, TableName } from './model/workspace.ts'
import { documentSchema } from './documents/asked.ts'
import { importOf, type ImportChoices } from './import-choices.ts'

export type { ImportChoices } from './import-choices.ts'
import { entryQuerySchema, groupings } from './domain/entry-list/asked.ts'
import type { ByFile, ListLine } from './domain/entry-list/listing.ts'
import type { PackedTotals } from './domain/packed-totals.ts'
import type { PackedStood } from './domain/stood.ts'
import type { Ask } from './asks.ts'

/** What the list of Time is asked for, and in which order. */
const asked = {
  query: entryQuerySchema,
  group: z.enum(groupings),
  weekStart: z.int().min(1).max(7),
  from: z.int().nonnegative(),
}
/** `2026-03-04T08-30-00Z`: the moment at which it was made. */
const backupNameSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z(?:-\d+)?$/)

/**
 * The contract between the shell and the face (architecture.md, 5): every call, with the schema that the door checks
 * its input by, and every event. Nothing else crosses.
 */
export const callInputs = {
  /** All that a window needs to show itself: the tables with the recent months, the totals, the settings. */
  load: z.undefined(),
  /** The entries of older months. From then on changes in them are told too. */
  months: z.array(z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)).max(2400),
  /** Lines of all entries that are looked for, searched and grouped. */
  listEntries: z.object({ ...asked, count: z.int().positive().max(500) }),
  /** The entries on the lines from `from` up to, not including, `to`. */
  listedIds: z.object({ ...asked, to: z.int().nonnegative() }),
  execute: z.object({ name: z.string().max(100), input: z.unknown() }),
  /** With `seq` only that change is taken back, and only while it is the last. */
  undo: z.object({ seq: z.int().optional() }),
  redo: z.undefined(),
  setSettings: settingsPatchSchema,
  /** Lets the user choose a file; null when they thought better of it. */
  /** A file may come: it is held over the window. */
  readyImport: z.undefined(),
  chooseImport: z.undefined(),
  /** Lets the user choose a table, and tells what is written in it; null when they thought better of it. */
  chooseTable: z.undefined(),
  /** Offers a file that was dropped on the window. */
  offerImport: z.object({ name: z.string().max(1000), bytes: z.instanceof(Uint8Array) }),
  /** What would come in. */
  previewImport: importOf,
  commitImport: importOf,
  /** Stops reading a file, and forgets it. */
  cancelImport: z.object({ token: z.string().max(100) }),
  /** Writes entries to a file that the user names; null when they thought better of it. Without a day there is no bound. */
  exportEntries: z.object({
    from: daySchema.nullable(),
    to: daySchema.nullable(),
    client: z.union([z.enum(['all', 'own']), idSchema]),
    /** Only what a search of the list finds. */
    query: entryQuerySchema.optional(),
    form: z.enum(['csv', 'json']),
  }),
  /** Writes a table that is shown to a file that the user names: words, and numbers as numbers. */
  saveTable: z.object({
    name: z.string().max(500),
    rows: z.array(z.array(z.union([z.string().max(10_000), z.number()])).max(500)).max(20_000),
  }),
  /** Writes a document to a file that the user names; null when they thought better of it. */
  saveDocument: documentSchema,
  /** The public holidays of a country or region in a year; refused where it is not known. */
  holidays: z.object({ of: holidaysOfSchema, year: z.int().min(1970).max(2199), language: languageSchema }),
  /** The countries that can be asked for. */
  holidayCountries: z.object({ language: languageSchema }),
  /** Whether the data is not where it was: then `load` waits for what is said of it. Null where all is well. */
  lost: z.undefined(),
  findData: z.object({ by: z.enum(['again', 'choose', 'anew']) }),
  showDataFolder: z.undefined(),
  /** Opens the made-up workspace in place of the user's own; and throws it away, and comes back. */
  showSample: z.undefined(),
  leaveSample: z.undefined(),
  /** Brings a window of the app to the front; the mini window goes when it is there. */
  showWindow: z.object({ window: z.enum(['main', 'mini']) }),
  backups: z.undefined(),
  backUp: z.undefined(),
  /** The user says that a backup with fewer records is right. */
  acceptDrop: z.undefined(),
  /** What would be otherwise if a backup were restored. */
  compareBackup: z.object({ name: backupNameSchema }),
  restoreBackup: z.object({ name: backupNameSchema }),
  /** Lets the user choose a folder for a second copy of the backups, which is then made. */
  chooseSecondCopy: z.undefined(),
  stopSecondCopy: z.undefined(),
  /** Lets the user choose where everything is written, as one file. */
  exportEverything: z.undefined(),
  /** Lets the user choose such a file, and says what would be otherwise if it were read back in. */
  chooseEverything: z.undefined(),
  restoreEverything: z.object({ token: z.string().max(100) }),
  /** Lets the user choose another folder for the data, which is then moved there. */
  moveData: z.undefined(),
  /** The folder that the data was moved from goes to the system's bin. */
  trashOldData: z.undefined(),
  health: z.undefined(),
  /** Reads everything that there is. */
  verify: z.undefined(),
} as const satisfies Record<CallName, z.ZodType>

export interface CallOutputs {
  load: SnapshotText
  months: readonly TimeEntry[]
  listEntries: EntryPage
  listedIds: ByFile
  execute: Outcome<{ seq: number; made?: Id }>
  /** `label` names what was taken back or put back. */
  undo: Outcome<{ seq: number; label: string }>
  redo: Outcome<{ seq: number; label: string }>
  setSettings: SettingsView
  readyImport: void
  chooseImport: Outcome<ImportOffer | null>
  chooseTable: Outcome<{ name: string; text: string } | null>
  offerImport: Outcome<ImportOffer>
  previewImport: Outcome<ImportPreview>
  commitImport: Outcome<{ seq: number; entries: number }>
  cancelImport: void
  exportEntries: Outcome<{ name: string; entries: number } | null>
  /** The file's name; null when they thought better of it. */
  saveTable: Outcome<{ name: string } | null>
  saveDocument: Outcome<{ name: string } | null>
  holidays: Outcome<readonly Holiday[]>
  holidayCountries: readonly HolidayCountry[]
  lost: Lost | null
  /** Null where there is data now. */
  findData: Lost | null
  showDataFolder: void
  showSample: void
  leaveSample: void
  showWindow: void
  backups: BackupsView
  backUp: Outcome<{ name: string }>
  acceptDrop: void
  compareBackup: Outcome<Restorable>
  restoreBackup: Outcome<{ seq: number }>
  chooseSecondCopy: Outcome<{ folder: string } | null>
  stopSecondCopy: void
  exportEverything: Outcome<Exported | null>
  chooseEverything: Outcome<DataOffer | null>
  restoreEverything: Outcome<{ seq: number }>
  moveData: Outcome<{ folder: string } | null>
  trashOldData: Outcome<null>
  health: Health
  verify: Verified
}

/** A part of the list, with what is true of the whole of it. */
export interface EntryPage {
  readonly from: number
  readonly rows: readonly ListLine[]
  /** Heads of groups, and an entry in each group that it lies in. */
  readonly lines: number
  readonly entries: number
  readonly seconds: number
  /** Of these, how many are there more than once by the clock. */
  readonly twice: number
  /** Months of the history that are still being read. */
  readonly unread: number
  readonly unreadable: readonly Month[]
}

export type { CallName } from './call-names.ts'
export type CallInput<Name extends CallName> = z.input<(typeof callInputs)[Name]>

export interface Events {
  /**
   * A change was made, undone or redone. A window that misses a `seq` loads again, and so it does `anew` after a change
   * with so many edits that they are not told.
   */
  changed: { readonly change: Change; readonly history: History; readonly anew?: true }
  /** The totals of the whole history have been counted (they were not there at the start). */
  totals: { readonly seq: number; readonly totals: PackedTotals }
  settings: SettingsView
  /** What a page was shown before the workspace was open is not what is in it: it loads again. */
  stale: Readonly<Record<string, never>>
  /** More months have been read for the list: what it finds may be more. */
  listGrown: { readonly unread: number }
  /** How far the reading of an offered file has come, 0 to 1. */
  importing: { readonly token: string; readonly share: number }
  /** How many things are wrong with the files, as it is now. */
  problems: { readonly problems: number }
  /** Something was asked for in a menu, the tray or by a shortcut. */
  ask: Ask
  /** What an action from outside the window (tray, shortcut) was refused for. */
  refused: { readonly refusal: Refusal }
}
export type EventName = keyof Events

/** What the face knows of the shell: the preload's object satisfies it, and so does the memory bridge of the tests. */
export type Bridge = {
  readonly [Name in CallName]: (
    ...input: CallInput<Name> extends undefined ? [] : [CallInput<Name>]
  ) => Promise<CallOutputs[Name]>
} & {
  /** Returns its own unsubscribe. */
  readonly on: <Name extends EventName>(name: Name, listener: (event: Events[Name]) => void) => () => void
}

export interface Snapshot {
  readonly seq: number
  readonly tables: { readonly [Name in TableName]?: readonly AnyRecord[] }
  /** The months whose entries are in `tables`, null for all; beside them the running timer, wherever it began. */
  readonly months: readonly Month[] | null
  readonly totals: PackedTotals | null
  /** How the ledgers stood, where it is known: a window works it out itself else. */
  readonly stood?: readonly PackedStood[]
  readonly history: History
  readonly settings: SettingsView
  readonly readOnly: 'newerFormat' | 'locked' | null
  readonly problems: number
}

/** There was data in this folder, and there is none now. */
export interface Lost {
  readonly folder: string
  /** What the user chose since, and there was none either. */
  readonly noneIn: string | null
  /** Not where the folder was named at the start. */
  readonly canChoose: boolean
  readonly language: Language
  readonly theme: 'light' | 'dark'
}
/** Look again · in another folder · begin a new workspace in this one. */
export type FindBy = CallInput<'findData'>['by']

/** The labels of what undo and redo would do next. */
export interface History {
  readonly undo: string | null
  readonly redo: string | null
}

/** What can be done from anywhere by a shortcut. */
export type ShortcutName = 'toggle' | 'show' | 'switch'
/** `taken`: by another program · `twice`: by another of these · `none`: this desktop gives no program any. */
export type ShortcutState = 'on' | 'taken' | 'twice' | 'none' | 'off'

/** The settings, and what the system makes of them. */
export interface SettingsView {
  readonly settings: Settings
  /** The language in use, where the settings follow the system. */
  readonly language: Language
  readonly theme: 'light' | 'dark'
  readonly platform: 'mac' | 'windows' | 'linux'
  readonly shortcuts: Readonly<Record<ShortcutName, ShortcutState>>
  /** Whether the system tells how long no key was touched, and whether anything shows the tray's icon. */
  readonly tellsIdle: boolean
  readonly hasTray: boolean
  readonly dataFolder: string
  /** Whether it can be moved: not where it was named at the start, nor the sample's. */
  readonly isMovable: boolean
  readonly version: string
  readonly sample: boolean
  /** The sample lies in a folder of its own, which can be thrown away. */
  readonly isSampleOfOurs: boolean
}

/** A public holiday, first and last day included: what days off are made from. */
export type Holiday = Pick<DaysOff, 'from' | 'to' | 'name'>

export interface HolidayCountry {
  /** `IT`, and of a region `IT-32`. */
  readonly code: string
  readonly name: string
  readonly regions: readonly { readonly code: string; readonly name: string }[]
}

export interface ImportOffer {
  readonly token: string
  readonly name: string
}

export interface ImportPreview extends ImportOffer, ImportFigures, Omit<ReadDocument, 'file'> {
  /** How its letters are written; null where that says nothing. */
  readonly encoding: Encoding | null
  /** Whether its columns are as they were the last time. */
  readonly isRemembered: boolean
  /** The choices it was read by, those that were remembered with them. */
  readonly choices: ImportChoices
}

export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252'
