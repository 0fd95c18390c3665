/**
 * An integer split by weights, so that the parts add up to the whole, always (domain.md, Money: largest remainder).
 * Each part is the whole part of its exact share; the units that are left over go one by one to the largest
 * remainders, the earlier first on a tie. Exact for all safe integers.
 *
 * A negative whole splits as the positive one does, with the sign turned: a credit takes back what the debit gave.
 * A weight of 0 gets nothing. Where all are 0 nothing says who had how much, and all weigh the same.
 * @param weights integers of 0 or more; none only for a whole of 0.
 */
export function shares(whole: number, weights: readonly number[]): number[] {
  for (const weight of weights)
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`not a weight: ${weight}`)
  if (weights.length === 0 && whole !== 0) throw new RangeError(`nobody to share ${whole} among`)
  const isAnyWeighed = weights.some((weight) => weight > 0)
  const parts = split(BigInt(Math.abs(whole)), isAnyWeighed ? weights.map(BigInt) : weights.map(() => 1n))
  return parts.map((part) => (whole < 0 && part > 0n ? -Number(part) : Number(part)))
}

/** In exact arithmetic: a product of two safe integers is mostly not one. */
function split(whole: bigint, weights: readonly bigint[]): bigint[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0n)
  const parts = weights.map((weight) => (whole * weight) / all)
  const left = Number(parts.reduce((rest, part) => rest - part, whole))
  const remainders = weights.map((weight, index) => ({ index, remainder: (whole * weight) % all }))
  // Sorting keeps the order of what is equal: the earlier comes first.
  remainders.sort((a, b) => (a.remainder > b.remainder ? -1 : a.remainder < b.remainder ? 1 : 0))
  for (const { index } of remainders.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n
  return parts
}
