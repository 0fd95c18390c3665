import type { Instant, Zone } from '../kernel/instant.ts'
import type { Seconds } from '../kernel/units.ts'

/** A file that is larger is not read: it is no list of what one person worked. Millions of bytes. */
export const LARGEST_FILE_MB = 50

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
  /** What lies between `start` and `end`. */
  readonly seconds: Seconds
}

/**
 * Why a row was left out. `column` is the column's name as the file spells it (empty where the whole row is meant),
 * `text` what stands there, shortened. Worded in i18n/importing.ts.
 */
export type RowProblem = { readonly line: number; readonly column: string; readonly text: string } & (
  | {
      readonly code:
        | 'missingStart'
        | 'missingEnd'
        | 'badDate'
        | 'badTime'
        | 'badDuration'
        | 'notYesNo'
        | 'endBeforeStart'
        | 'stillRunning'
        | 'inFuture'
        | 'badQuotes'
        | 'badCharacters'
        | 'tooLong'
    }
  /** `elapsed` is what the clocks of the row say. */
  | { readonly code: 'durationDiffers'; readonly elapsed: Seconds }
  | { readonly code: 'tooFewCells' | 'tooManyCells'; readonly cells: number; readonly columns: number }
)

export interface ReadFile {
  readonly rows: readonly ImportRow[]
  readonly problems: readonly RowProblem[]
}

/** Why a file was not read at all. `looksLike` names the tracker whose columns were found instead. */
export type FileProblem =
  | { readonly code: 'empty' | 'notCsv' }
  | { readonly code: 'tooManyLines'; readonly most: number }
  | { readonly code: 'otherTracker'; readonly looksLike: string }
  | { readonly code: 'missingColumns'; readonly columns: readonly string[] }

export type ReadOutcome =
  | { readonly ok: true; readonly file: ReadFile }
  | { readonly ok: false; readonly problem: FileProblem }

/**
 * How a reader is called: the whole text, the zone in which the file's wall clocks are read, and the moment after
 * which nothing can have been worked yet.
 */
export type Reader = (text: string, zone: Zone, now: Instant) => ReadOutcome
