import { appendFileSync } from 'node:fs'

/**
 * `npm test` runs a fast share of every fault, `npm run faults` all of it (tests/faults/run.ts).
 */
export const isFull = process.env['MAINSTAY_FAULTS'] === 'full'
export const share = (fast: number, full: number): number => (isFull ? full : fast)

/** A figure for `npm run faults`, which prints them when all is through; those of one name are added up there. */
export function figure(name: string, value: number, unit: string): void {
  const file = process.env['MAINSTAY_FIGURES']
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ name, value, unit })}\n`)
}

/** `name = N of N unit`: how many of those tried came out as they should. */
export function score(name: string, good: number, all: number, unit: string): void {
  const file = process.env['MAINSTAY_FIGURES']
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ name, value: good, of: all, unit })}\n`)
}

/** The same numbers from 0 to 1 each time. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
