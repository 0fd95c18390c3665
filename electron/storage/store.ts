import type { Totals } from '#shared/domain/totals.ts'
import type { Month } from '#shared/kernel/day.ts'
import type { Outcome } from '#shared/kernel/refusal.ts'
import type { Change } from '#shared/model/change.ts'
import type { TimeEntry } from '#shared/model/entry.ts'
import type { Workspace } from '#shared/model/workspace.ts'
import type { JournalChange } from './journal-lines.ts'
import type { ShardName } from './layout.ts'
import type { Marks } from './marks.ts'
import type { Problem } from './problems.ts'
import type { WrittenEdits } from './written-edits.ts'

export type { Problem } from './problems.ts'

/**
 * Where the workspace lies (persistence.md). What has been appended is on the disk; the rest of the shell knows
 * nothing of journals, shards or checkpoints but what stands here.
 */
export interface Store {
  /** What was found: the tables, with the entries of the months asked for, and the running timer wherever it lies. */
  readonly workspace: Workspace
  /** Of the last change on the disk. */
  readonly seq: number
  /** From the cache plus the journal; null when they have to be counted. */
  readonly totals: Totals | null
  /** Nothing has ever been put in: there is no file that could not be read or understood either. */
  readonly isNew: boolean
  /** What was set aside, torn, or could not be read or written; grows while the store is open. */
  readonly problems: readonly Problem[]
  /** Why nothing can be written here. */
  readonly readOnly: 'newerFormat' | 'locked' | null
  readonly device: string
  readonly folder: string
  readonly backups: string
  /** Durable when it resolves ok. Makes nothing visible by itself. Never rejects. */
  append(change: Appended): Promise<Outcome<Change>>
  /**
   * The entries of the months: their shards plus what the journal says since.
   * @throws UnreadableMonth when a file is there and cannot be read: it must not be taken for an empty one
   */
  readMonths(months: readonly Month[]): Promise<TimeEntry[]>
  allMonths(): Promise<Month[]>
  /**
   * Writes the changed shards whole, reads them back, then turns the journal over. Off the hot path. Never rejects:
   * what could not be written stays in the journal, is told in `problems`, and is tried again the next time.
   * @param totals kept for the next start
   * @param isOf whether they are at this moment those of a change: they go on changing. Left out where they do not.
   */
  checkpoint(totals: Totals | null, isOf?: (seq: number) => boolean): Promise<void>
  /**
   * Runs something while no checkpoint does, so that the shards' files stay as they are: a backup, a look at all of
   * them. Changes are appended meanwhile.
   */
  still<Value>(work: (files: StillFiles) => Promise<Value>): Promise<Value>
  /** What the shell finds wrong with the files: a backup that did not work. */
  readonly report: (problem: Problem) => void
  /** What was of a moment holds no more. */
  readonly forget: (kind: Problem['kind']) => void
  /** A last checkpoint; then the folder is free for another. */
  close(totals: Totals | null): Promise<void>
}

/** The files of the device, for whoever copies or counts them. */
export interface StillFiles {
  readonly root: string
  readonly backups: string
  readonly device: string
  readonly format: number
  /** Of the device. */
  readonly folder: string
  /** Those that have a file. */
  readonly shards: () => ShardName[]
  /** As they were last written or read. */
  readonly marks: () => Marks
  readonly seq: () => number
  /** The changes that are in no shard yet. */
  readonly unsaved: () => readonly JournalChange[]
  /** The store is being closed: what takes long is left off. */
  readonly isLeaving: () => boolean
}

/** A change on its way; `edits` are none where they are text already. */
export type Appended = Omit<Change, 'seq' | 'at'> & {
  readonly written?: WrittenEdits
  /** Told when it is on the disk, before it counts in memory: who asked need not wait for that. */
  readonly durable?: (seq: number) => void
}

export interface StoreOptions {
  /** UTC milliseconds. */
  readonly now: () => number
  /** The months whose entries are read at once. */
  readonly months: readonly Month[]
  /** Told when a checkpoint is due: after 200 changes, or 5 s after the last one. Call `checkpoint` then. */
  readonly onCheckpointDue?: () => void
  /** Copies files of an older format, before they are written in the present one; where it throws, nothing is. */
  readonly beforeMigration?: (files: StillFiles) => Promise<void>
  /** Calls back after a while, without keeping the process alive; returns what cancels it. */
  readonly after?: (ms: number, call: () => void) => () => void
}

export { openStore } from './open.ts'
