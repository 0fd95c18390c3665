import { expect, test } from 'vitest'
import { currencySigns } from '#shared/i18n/currency-signs.ts'
import { parseMoney } from '#shared/i18n/parse.ts'

test('a currency is written by its code and by its symbols, the longest first', () => {
  expect(currencySigns('USD')).toEqual(['USD', 'US$', '$'].toSorted((a, b) => b.length - a.length))
  expect(currencySigns('EUR')).toEqual(['EUR', '€'])
  expect(currencySigns('NOK')).toContain('kr')
  expect(currencySigns('XXX')).toContain('XXX')
})

test.each([
  // The symbol is a letter of the code.
  ['HNL 12', 'HNL', 1200],
  ['L12', 'HNL', 1200],
  ['ZAR 5', 'ZAR', 500],
  ['R5', 'ZAR', 500],
  ['12 pln', 'PLN', 1200],
  ['12 zł', 'PLN', 1200],
  ['12 KR', 'NOK', 1200],
  ['US$ 12.50', 'USD', 1250],
  ['€12 EUR', 'EUR', 1200],
  ['CHF1,200.50', 'CHF', 120_050],
  ['F CFA 1,500', 'XOF', 1500],
])('%j is %s %i', (text, currency, expected) => {
  expect(parseMoney(text, currency, 'en')).toEqual({ ok: true, value: expected })
})

test.each([
  ['-€5', 'negative'],
  ['€-5', 'negative'],
  ['€ −5', 'negative'],
  // One that stands within would glue the two figures together.
  ['1€50', 'notMoney'],
  ['€€5', 'notMoney'],
  ['$5', 'notMoney'],
  ['USD 5', 'notMoney'],
  ['€', 'empty'],
  ['--5', 'notMoney'],
  ['-€-5', 'notMoney'],
])('%j is no amount of euro: %s', (text, code) => {
  expect(parseMoney(text, 'EUR', 'en')).toEqual({ ok: false, problem: { code } })
})
