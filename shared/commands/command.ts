import type { z } from 'zod'
import type { Book } from '../domain/book.ts'
import type { Day, Month } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import type { Instant, Zone } from '../kernel/instant.ts'
import type { Pieces } from '../kernel/pieces.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Edit } from '../model/change.ts'

/** What a command may know beside the book and its input: there is no clock and no chance in `shared/`. */
export interface Context {
  readonly now: Instant
  readonly today: Day
  readonly zone: Zone
  readonly newId: () => Id
}

export type Ran =
  | {
      readonly ok: true
      readonly edits: readonly Edit[]
      readonly made?: Id
      /** More of what the last step did to the same record: they are taken back together. */
      readonly goesOn?: boolean
    }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * A verb (architecture.md, 2). `months` says which months' entries have to be in memory before it runs. `run` reads
 * and answers; it changes nothing. No edits mean that there was nothing to do.
 */
export interface Command<Name extends string = string, Input extends z.ZodType = z.ZodType> {
  readonly name: Name
  readonly input: Input
  /**
   * `never`: the world has seen it; it is corrected by a new record. `aside`: a note that the app makes for itself; it
   * is no step of the user's, who goes on taking back what they did as if it were not there.
   */
  readonly undo: 'always' | 'never' | 'aside'
  /** Who it is written down for, where it is not the user who asks for it. */
  readonly by?: 'system'
  readonly months?: (book: Book, input: z.output<Input>, context: Context) => Month[]
  readonly run: (book: Book, input: z.output<Input>, context: Context) => Ran
  /** The same in pieces, for a verb that may have very much to do. */
  readonly running?: (book: Book, input: z.output<Input>, context: Context) => Pieces<Ran>
  /** The field of the input that may hold very many items: they are looked at in pieces. */
  readonly long?: string
}

export const defineCommand = <const Name extends string, Input extends z.ZodType>(
  command: Command<Name, Input>,
): Command<Name, Input> => command

export const edits = (...list: Edit[]): Ran => ({ ok: true, edits: list })
export const nothing: Ran = { ok: true, edits: [] }
