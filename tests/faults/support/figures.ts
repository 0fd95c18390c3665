import { appendFileSync } from 'node:fs'
import { onTestFinished } from 'vitest'

/**
 * `npm test` runs a fast share of every fault, `npm run faults` all of it (tests/faults/run.ts).
 */
export const isFull = process.env['MAINSTAY_FAULTS'] === 'full'
export const share = (fast: number, full: number): number => (isFull ? full : fast)

/**
 * Figures for `npm run faults`, which prints them when all is through; those of one name are added up there. Told when
 * the test is over, however it ends: what was counted before it failed was really tried.
 * @param units by name
 * @returns what to count in, from 0
 */
export function counting<Name extends string>(units: Readonly<Record<Name, string>>): Record<Name, number> {
  const names = Object.keys(units) as Name[]
  const counted = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>
  onTestFinished(() => names.forEach((name) => tell({ name, value: counted[name], unit: units[name] })))
  return counted
}

/** `name = N of N unit`: how many of those tried came out as they should, told when the test is over. */
export function scoring(name: string, unit: string): { tried: number; held: number } {
  const score = { tried: 0, held: 0 }
  onTestFinished(() => tell({ name, value: score.held, of: score.tried, unit }))
  return score
}

function tell(figure: { name: string; value: number; of?: number; unit: string }): void {
  const file = process.env['MAINSTAY_FIGURES']
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(figure)}\n`)
}

/** The same numbers from 0 to 1 each time. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
