import { expect, test } from 'vitest'
import { decimalsOf, decimalText } from '#shared/kernel/currency.ts'

test.each([
  ['EUR', 2],
  ['JPY', 0],
  ['KRW', 0],
  ['XPF', 0],
  ['BIF', 0],
  ['BHD', 3],
  ['TND', 3],
  ['CLF', 4],
  ['UYW', 4],
  // Intl says 0 of these, in some of its versions.
  ['HUF', 2],
  ['COP', 2],
  ['IDR', 2],
  ['IQD', 3],
  ['RSD', 2],
  // No currency at all.
  ['XXX', 2],
])('%s has %i decimals', (currency, expected) => {
  expect(decimalsOf(currency)).toBe(expected)
})

test.each([
  [1250, 'EUR', '12.50'],
  [5, 'EUR', '0.05'],
  [0, 'EUR', '0.00'],
  [-5, 'EUR', '-0.05'],
  [-123_456, 'BHD', '-123.456'],
  [12, 'CLF', '0.0012'],
  [1250, 'JPY', '1250'],
  [0, 'JPY', '0'],
  [Number.MAX_SAFE_INTEGER, 'EUR', '90071992547409.91'],
])('%i of %s in whole units is %s', (minor, currency, expected) => {
  expect(decimalText(minor, currency)).toBe(expected)
})
