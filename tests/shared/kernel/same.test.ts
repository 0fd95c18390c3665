import { expect, test } from 'vitest'
import { isSame } from '#shared/kernel/same.ts'

test.each<[a: unknown, b: unknown, expected: boolean]>([
  [{ a: 1, b: { c: [1, 2], d: null } }, { b: { d: null, c: [1, 2] }, a: 1 }, true],
  [{ a: 1 }, { a: 1, b: undefined }, true],
  [{ a: 1 }, { a: 1, b: null }, false],
  [[1, 2], [2, 1], false],
  [[{ a: 1, b: 2 }], [{ b: 2, a: 1 }], true],
  [1, '1', false],
  [null, null, true],
  [null, {}, false],
])('%j and %j', (a, b, expected) => {
  expect(isSame(a, b)).toBe(expected)
})
