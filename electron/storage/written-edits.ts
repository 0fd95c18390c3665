import type { Pieces } from '#shared/kernel/pieces.ts'
import type { Edit } from '#shared/model/change.ts'
import { packEdits, unpackEdits, type Packed } from '#shared/model/packed-edits.ts'

/**
 * Edits as text already, as a line of the journal holds them (packed-edits.ts): another thread made them. Whoever needs
 * them as records reads them from it, once they are on the disk.
 */
export interface WrittenEdits {
  /** Parts of one list, in UTF-8, without the brackets around it and the commas between them. */
  readonly pieces: readonly Uint8Array<ArrayBuffer>[]
  /** Whether the next start will read all of it (read-back.ts); whoever made the text has looked. */
  readonly readsBack: boolean
}

/** How many edits are written as text at a time: an import of ten years is one change, and must not hold up the app. */
const SLICE = 500

/** A part of the list of a change's edits. */
export const writtenPiece = (packed: readonly Packed[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(packed).slice(1, -1))

/** As text, those that are records. */
export function* writingEdits(edits: readonly unknown[]): Generator<Uint8Array> {
  for (let from = 0; from < edits.length; from += SLICE) yield writtenPiece(packEdits(edits.slice(from, from + SLICE)))
}

/** As records, those that are text. Throws where they are no edits: this app has written them itself. */
export function* readingEdits({ pieces }: Pick<WrittenEdits, 'pieces'>): Pieces<Edit[]> {
  const edits: Edit[] = []
  for (const piece of pieces) {
    const unpacked = unpackEdits(JSON.parse(`[${new TextDecoder().decode(piece)}]`) as Packed[])
    if (!unpacked) throw new Error('what was written is no edits')
    for (const edit of unpacked) edits.push(edit as Edit)
    yield
  }
  return edits
}
