import { expect, test } from 'vitest'
import { firstEdits } from '#electron/first-start.ts'
import type { Zone } from '#shared/kernel/instant.ts'

const currencyFor = (locale: string): unknown => {
  const [edit] = firstEdits(locale, 'Europe/Rome' as Zone)
  return edit?.after && 'currency' in edit.after ? edit.after.currency : null
}

test.each([
  ['en-US', 'USD'],
  ['en_GB', 'GBP'],
  ['it-IT', 'EUR'],
  ['de-CH', 'CHF'],
  ['ja-JP', 'JPY'],
  ['it', 'EUR'],
  ['xx-ZZ', 'EUR'],
  ['C', 'EUR'],
  ['', 'EUR'],
  ['not a locale', 'EUR'],
])('a new workspace in %j counts in %s', (locale, currency) => {
  expect(currencyFor(locale)).toBe(currency)
})

test('a new workspace knows where it is, and asks for a round rate', () => {
  expect(firstEdits('it-IT', 'Europe/Rome' as Zone)).toMatchObject([
    {
      table: 'preferences',
      before: null,
      after: { timeZone: 'Europe/Rome', listRate: 10_000, workingDays: [1, 2, 3, 4, 5] },
    },
  ])
})
