import type { Instant, Zone } from '../kernel/instant.ts'
import type { Seconds } from '../kernel/units.ts'

/** One entry of another tracker's file, in Mainstay's words. Empty texts are empty strings. */
export interface ImportRow {
  /** The line of the file in which the row begins, counted from 1 as an editor does. */
  readonly line: number
  readonly client: string
  readonly project: string
  readonly task: string
  readonly note: string
  readonly tags: readonly string[]
  readonly billable: boolean
  readonly start: Instant
  readonly end: Instant
  readonly seconds: Seconds
}

/** Why a row was left out; `text` is what stands there. Worded in i18n. */
export interface RowProblem {
  readonly line: number
  readonly code:
    | 'missingStart'
    | 'missingEnd'
    | 'badDate'
    | 'badTime'
    | 'endBeforeStart'
    | 'durationDiffers'
    | 'stillRunning'
    | 'brokenRow'
  readonly column: string
  readonly text: string
}

export interface ReadFile {
  readonly rows: readonly ImportRow[]
  readonly problems: readonly RowProblem[]
}

/** Why a file was not read at all. `looksLike` names the tracker whose columns were found instead. */
export interface FileProblem {
  readonly code: 'empty' | 'notCsv' | 'otherTracker' | 'missingColumns'
  readonly looksLike?: string
  readonly columns?: readonly string[]
}

export type ReadOutcome =
  | { readonly ok: true; readonly file: ReadFile }
  | { readonly ok: false; readonly problem: FileProblem }

/** How a reader is called: the whole text, and the zone in which the file's wall clocks are read. */
export type Reader = (text: string, zone: Zone) => ReadOutcome
