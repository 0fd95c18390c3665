import { divideRounded } from './rounding.ts'

/** How far apart figures are: integers of one quantity, each result rounded once, half away from zero. */
export interface Spread {
  readonly sum: number
  readonly mean: number
  readonly least: number
  readonly most: number
  /** The standard deviation, of the figures themselves and not of a sample. */
  readonly deviation: number
  /** The coefficient of variation, deviation ÷ mean, in 1/100 of a percent; null where the mean is 0 or less. */
  readonly variationBasisPoints: number | null
}

/** Exact where the sum is a safe integer; null of no figures at all. */
export function spreadOf(figures: readonly number[]): Spread | null {
  if (figures.length === 0) return null
  const count = BigInt(figures.length)
  let [sum, squares] = [0n, 0n]
  for (const figure of figures) {
    sum += BigInt(figure)
    squares += BigInt(figure) ** 2n
  }
  // deviation = √variance ÷ count, and ÷ mean is ÷ (sum ÷ count): both are one root over one integer.
  const variance = count * squares - sum * sum
  return {
    sum: Number(sum),
    mean: divideRounded(Number(sum), figures.length),
    least: figures.reduce((least, figure) => Math.min(least, figure), Infinity),
    most: figures.reduce((most, figure) => Math.max(most, figure), -Infinity),
    deviation: Number(rootOver(variance, count)),
    variationBasisPoints: sum <= 0n ? null : Number(rootOver(variance * 10_000n ** 2n, sum)),
  }
}

/** `√value ÷ divisor`, to the nearest integer, half up. */
const rootOver = (value: bigint, divisor: bigint): bigint => (root(4n * value) + divisor) / (2n * divisor)

/** The whole part of a square root, by Newton's steps from above. */
function root(value: bigint): bigint {
  if (value < 2n) return value
  let guess = 1n << BigInt(Math.ceil(value.toString(2).length / 2))
  for (;;) {
    const next = (guess + value / guess) / 2n
    if (next >= guess) return guess
    guess = next
  }
}

/**
 * The middle figure of those of 0 or more (of an even count the mean of the two middle ones) to a multiple of `step`,
 * rounded once; 0 of none.
 */
export function medianTo(step: number, figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0
  return divideRounded(lower + upper, 2 * step) * step
}
