/**
 * Work that comes in pieces, so that whoever does it can do something else in between: what takes long with a long
 * history or a large file is written this way, once, and `atOnce` is the same in one go.
 */
export type Pieces<Result> = Generator<void, Result>

export function atOnce<Result>(pieces: Pieces<Result>): Result {
  for (;;) {
    const { done, value } = pieces.next()
    if (done) return value
  }
}
