import type { Pieces } from '#shared/kernel/pieces.ts'

/**
 * Lets the app do what has come up meanwhile: no piece of work in the main process takes more than 50 ms
 * (persistence.md, Files).
 */
export const breathe = (): Promise<void> => new Promise((resume) => setImmediate(resume))

/** How long something may hold up the rest before it takes a breath: so that three of them together, each in its own piece of work, are not too much. */
const ENOUGH_MS = 6

/** To be called between pieces of work: takes a breath where they have taken long, and costs nothing where not. */
export function breathing(): () => Promise<void> | null {
  let begin = performance.now()
  return () => {
    if (performance.now() - begin < ENOUGH_MS) return null
    return breathe().then(() => void (begin = performance.now()))
  }
}

/** Does work that is made of many small pieces, with breaths between them. */
export async function unhurried<Result>(pieces: Pieces<Result>): Promise<Result> {
  const rest = breathing()
  for (let piece = pieces.next(); ; piece = pieces.next()) {
    if (piece.done) return piece.value
    const resting = rest()
    if (resting) await resting
  }
}
