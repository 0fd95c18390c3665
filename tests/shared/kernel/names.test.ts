import { expect, test } from 'vitest'
import { isNameTooLong, LONGEST_NAME, nameLength } from '#shared/kernel/names.ts'

test('a name is counted as one reads it: blanks that nobody sees and pairs of code units do not add up', () => {
  expect(nameLength('  Café   Olé ')).toBe(8)
  expect(nameLength('🌲🌲')).toBe(2)
})

test('a name of 200 characters is taken, one more is not; one that came in longer may stay as it is', () => {
  const long = 'a'.repeat(LONGEST_NAME)
  expect(isNameTooLong(long)).toBe(false)
  expect(isNameTooLong(`${long}b`)).toBe(true)
  expect(isNameTooLong(`${long}b`, `${long}b`)).toBe(false)
  expect(isNameTooLong(`${long} b `, `${long}  b`)).toBe(false)
  expect(isNameTooLong(`${long}bc`, `${long}b`)).toBe(true)
})
