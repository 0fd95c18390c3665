import type { TableDifference } from './domain/differences.ts'
import type { Id } from './kernel/id.ts'
import type { Instant } from './kernel/instant.ts'
import type { Cause } from './kernel/keeping-refusal.ts'
import type { TableName } from './model/workspace.ts'

/**
 * What was found wrong with the files (persistence.md, The promise, 2). `file` is a path inside the data folder.
 * `kept` is where in `quarantine/` it can be looked at; null where it could not be put there and was left alone.
 */
export type Problem =
  /** A journal line that is not what was written: its bytes are kept, the lines after it were read. */
  | { readonly kind: 'badLine'; readonly file: string; readonly line: number; readonly kept: string | null }
  /** Two lines of the journal that call themselves the same change: the later was followed. */
  | { readonly kind: 'sameNumber'; readonly seq: number; readonly kept: string | null }
  /** Changes that no line tells of. */
  | { readonly kind: 'missingChanges'; readonly from: number; readonly to: number }
  /** A file that could not be understood at all; it was moved away whole. */
  | { readonly kind: 'badFile'; readonly file: string; readonly kept: string | null }
  /** Files of records, of which `file` is the first, that were there when the folder was left, and are not any more. */
  | { readonly kind: 'missingFiles'; readonly file: string; readonly files: number; readonly records: number }
  /** A file in whose place an older copy lies, or one from elsewhere: what the journal had since was added to it. */
  | { readonly kind: 'olderFile'; readonly file: string }
  /** The journal was there when the folder was left, and is not any more. */
  | { readonly kind: 'missingJournal'; readonly file: string }
  /** A file that reads well but is not the one this app wrote: a copy was kept, and what it says is believed. */
  | { readonly kind: 'alteredFile'; readonly file: string; readonly kept: string | null }
  /** A record that does not have the form it should; it stays in its file and is not shown. */
  | { readonly kind: 'badRecord'; readonly file: string; readonly id: string; readonly kept: string | null }
  /** A file that is there and could not be read; nothing is written over it. */
  | { readonly kind: 'unreadable'; readonly file: string; readonly cause: Cause }
  /** The journal changed a record that was not what it says it was before; the journal was followed. */
  | {
      readonly kind: 'mismatch'
      readonly table: TableName
      readonly id: Id
      readonly seq: number
      readonly kept: string | null
    }
  /** Files of an older format could not be written in the present one: they are shown, and nothing is written. */
  | { readonly kind: 'notMigrated'; readonly cause: Cause }
  /** A checkpoint that did not come through; all is in the journal. */
  | { readonly kind: 'notCheckpointed'; readonly file: string; readonly cause: Cause }
  /** There is no new backup; the old ones are as they were. */
  | { readonly kind: 'notBackedUp'; readonly cause: Cause }
  /** The second copy, in the folder that the user chose, is not up to date. */
  | { readonly kind: 'notCopied'; readonly folder: string; readonly cause: Cause }
  /** A file holds fewer records than at the last backup, and nobody removed them. No older backup is taken away. */
  | { readonly kind: 'fewerRecords'; readonly file: string; readonly before: number; readonly now: number }
  /** A copy that a backup is made of is gone, or is not what it was. */
  | { readonly kind: 'badCopy'; readonly file: string }

/** What records may have been lost by, so that a backup may have them. */
const losing: ReadonlySet<Problem['kind']> = new Set([
  'badLine',
  'sameNumber',
  'missingChanges',
  'badFile',
  'missingFiles',
  'olderFile',
  'missingJournal',
  'fewerRecords',
] as const)
export const mayHaveLost = ({ kind }: Problem): boolean => losing.has(kind)

/** The labels of changes that make everything what it was: a backup, or a file of everything, that is put back. */
export const wholesale = { backup: 'backup.restore', file: 'everything.restore' } as const
export type Wholesale = (typeof wholesale)[keyof typeof wholesale]
export const isWholesale = (label: string): label is Wholesale => label === wholesale.backup || label === wholesale.file

/** From so many records on a deletion is one of many: everything is backed up before it (persistence.md, Backups). */
const MANY = 20
export const deletesMany = (edits: readonly { readonly after: unknown }[]): boolean =>
  edits.filter(({ after }) => after === null).length >= MANY

/** Why a backup was made: the hour had come, or something great was about to happen, or the user asked. */
export const backupReasons = [
  'hourly',
  'byHand',
  'beforeImport',
  'beforeRestore',
  'beforeMigration',
  'beforeDelete',
] as const
export type BackupReason = (typeof backupReasons)[number]

export interface BackupRow {
  readonly name: string
  readonly at: Instant
  readonly why: BackupReason
  /** How many records it holds, by table. */
  readonly counts: Readonly<Partial<Record<TableName, number>>>
  /** How many records fewer than the one before, that nobody removed; 0 where the user said that it is right. */
  readonly missing: number
}

export interface BackupsView {
  /** Newest first. */
  readonly backups: readonly BackupRow[]
  /** The folder of the user's for a second copy. */
  readonly second: { readonly folder: string; readonly problem: Cause | null } | null
  /** Why there is no newer backup. */
  readonly problem: Cause | null
}

/** What would be otherwise after a restore, and when what is restored was as it is there. */
export interface Restorable {
  readonly at: Instant | null
  readonly differences: readonly TableDifference[]
}

/** A file of everything that the user chose to read back in. */
export interface DataOffer extends Restorable {
  readonly token: string
  readonly name: string
}

export interface Exported {
  readonly name: string
  readonly records: number
}

/** What lies in the data folder, by what it is. */
export interface FilesOf {
  readonly what: TableName | 'journal' | 'backups' | 'quarantine'
  readonly files: number
  /** null where that says nothing. */
  readonly records: number | null
  readonly bytes: number
}

export interface Health {
  readonly files: readonly FilesOf[]
  /** When the files were last brought up to the journal. */
  readonly checkpoint: Instant | null
  readonly backup: Instant | null
  readonly problems: readonly Problem[]
}

/** What came of reading everything there is. */
export interface Verified {
  readonly files: number
  readonly records: number
  readonly bytes: number
  readonly backups: number
  readonly problems: readonly Problem[]
}
