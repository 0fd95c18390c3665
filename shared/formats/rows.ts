import type { Day } from '../kernel/day.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Seconds } from '../kernel/units.ts'

/** A file that is larger is not read: it is no list of what one person worked. Millions of bytes. */
export const LARGEST_FILE_MB = 50

interface RowWords {
  /** The line of the file in which the row begins, counted from 1 as an editor does; of a file without lines its place. */
  readonly line: number
  readonly client: string
  readonly project: string
  readonly task: string
  readonly note: string
  readonly tags: readonly string[]
  readonly billable: boolean
  /** The perk that the work was for, by its name; only Mainstay's own files tell it. */
  readonly perk?: string
  /** What lies between start and end, or was done in the day. */
  readonly seconds: Seconds
}
export interface SpanRow extends RowWords {
  readonly start: Instant
  readonly end: Instant
}
/** Of some trackers only the day and the amount are known: no hour of the day is made up for them. */
export interface DayRow extends RowWords {
  readonly day: Day
}

/** One entry of another tracker's file, in Mainstay's words. Empty texts are empty strings. */
export type ImportRow = SpanRow | DayRow

export const isSpanRow = (row: ImportRow): row is SpanRow => 'start' in row

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
        | 'noTime'
        | 'negative'
        | 'isBreak'
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

/** Why a file was not read at all. `unknown`: no table, and no file of a tracker that is known. */
export type FileProblem =
  | { readonly code: 'empty' | 'unknown' | 'damaged' }
  | { readonly code: 'tooManyLines'; readonly most: number }
  /** A tracker's file in which there is no work that could be brought in. */
  | { readonly code: 'notEntries'; readonly tracker: string }
