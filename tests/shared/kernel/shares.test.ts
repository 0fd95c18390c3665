import { expect, test } from 'vitest'
import { shares } from '#shared/kernel/shares.ts'

test.each([
  [100, [1, 1, 1], [34, 33, 33]],
  [101, [1, 1, 1], [34, 34, 33]],
  // 33.3…, 16.6…, 50: the second has the larger remainder.
  [100, [2, 1, 3], [33, 17, 50]],
  [-100, [2, 1, 3], [-33, -17, -50]],
  [-100, [1, 1, 1], [-34, -33, -33]],
  [1, [1, 1], [1, 0]],
  [1, [1, 2], [0, 1]],
  [0, [1, 2], [0, 0]],
  [7, [5], [7]],
  [0, [], []],
])('%i by %j is %j', (whole, weights, expected) => {
  expect(shares(whole, weights)).toEqual(expected)
})

test('a weight of 0 gets nothing, and all of them 0 weigh the same', () => {
  expect(shares(5, [0, 1, 0, 1])).toEqual([0, 3, 0, 2])
  expect(shares(5, [0, 0, 0])).toEqual([2, 2, 1])
})

test('nothing is ever minus nought', () => {
  expect(shares(-1, [1, 1]).map((part) => Object.is(part, -0))).toEqual([false, false])
})

test('exact where the product leaves the safe integers', () => {
  const whole = Number.MAX_SAFE_INTEGER
  expect(shares(whole, [whole - 1, 1])).toEqual([whole - 1, 1])
  expect(shares(whole, [whole, whole])).toEqual([(whole + 1) / 2, (whole - 1) / 2])
})

test('what is no weight is refused, and so is a whole for nobody', () => {
  expect(() => shares(1, [])).toThrow('nobody to share 1 among')
  expect(() => shares(1, [1, -1])).toThrow('not a weight: -1')
  expect(() => shares(1, [0.5])).toThrow('not a weight: 0.5')
})
