import type { $brand } from 'zod'

/**
 * The quantities of `domain.md` as types: all are integers, and none can be taken for another.
 * A sum of two of them is a plain number again and has to be named anew, at the place that knows what it is.
 */

/** Money: an integer count of minor units (cents) of a currency that stands beside it. */
export type Minor = number & $brand<'Minor'>
/** Elapsed time: integer seconds between two instants. */
export type Seconds = number & $brand<'Seconds'>
/** What agreements speak in. */
export type Minutes = number & $brand<'Minutes'>

const integer = (value: number): number => {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not an exact integer: ${value}`)
  return value === 0 ? 0 : value
}

export const minor = (value: number): Minor => integer(value) as Minor
export const seconds = (value: number): Seconds => integer(value) as Seconds
export const minutes = (value: number): Minutes => integer(value) as Minutes

export const inSeconds = (value: Minutes): Seconds => seconds(value * 60)

export const sumOf = <Item>(items: Iterable<Item>, quantity: (item: Item) => number): number => {
  let sum = 0
  for (const item of items) sum += quantity(item)
  return sum
}
