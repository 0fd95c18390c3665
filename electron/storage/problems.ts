import type { Id } from '#shared/kernel/id.ts'
import type { TableName } from '#shared/model/workspace.ts'

/** Why the disk refused: what the user can be told, and do something about. */
export type Cause = 'full' | 'readOnly' | 'denied' | 'missing' | 'other'

/**
 * What was found wrong with the files (persistence.md, The promise, 2). `file` is a path inside the data folder.
 * `kept` is where in `quarantine/` it can be looked at; null where it could not be put there and was left alone.
 */
export type Problem =
  /** A journal line that is not what was written: its bytes are kept, the lines after it were read. */
  | { readonly kind: 'badLine'; readonly file: string; readonly line: number; readonly kept: string | null }
  /** Changes that no line tells of. */
  | { readonly kind: 'missingChanges'; readonly from: number; readonly to: number }
  /** A file that could not be understood at all; it was moved away whole. */
  | { readonly kind: 'badFile'; readonly file: string; readonly kept: string | null }
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
  /** A checkpoint that did not come through; all is in the journal. */
  | { readonly kind: 'notCheckpointed'; readonly file: string; readonly cause: Cause }

const causes: Readonly<Record<string, Cause>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'readOnly',
  EACCES: 'denied',
  EPERM: 'denied',
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENODEV: 'missing',
  ENXIO: 'missing',
  ESTALE: 'missing',
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

export const causeOf = (error: unknown): Cause => causes[codeOf(error)] ?? 'other'
