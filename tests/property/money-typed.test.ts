import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatter, type Cents } from '#shared/i18n/format.ts'
import { parseMoney } from '#shared/i18n/parse.ts'
import { decimalsOf } from '#shared/kernel/currency.ts'
import type { Language } from '#shared/model/quantities.ts'

/** Those of Intl, and funds that it does not list: they have four decimals. */
const currencies = [...Intl.supportedValuesOf('currency'), 'CLF', 'UYW']
const anyCurrency = fc.constantFrom(...currencies)
const anAmount = fc.oneof(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 30_000 }))

describe.each<Language>(['en', 'it'])('money in %s', (language) => {
  const { money, amount } = formatter(language)
  const read = (text: string, currency: string) => parseMoney(text, currency, language)

  test.each(currencies)('%s is read back as it is written', (currency) => {
    const unit = 10 ** decimalsOf(currency)
    for (const value of [0, 1, unit, unit + 1, 1000 * unit, 1_234_567 * unit + 1, 1e12]) {
      const asIs = { ok: true, value }
      for (const cents of ['auto', 'always'] as const) {
        expect(read(money(value, currency, cents), currency)).toEqual(asIs)
        expect(read(amount(value, currency, cents), currency)).toEqual(asIs)
      }
      expect(read(`${currency} ${amount(value, currency)}`, currency)).toEqual(asIs)
      expect(read(`${amount(value, currency)} ${currency.toLowerCase()}`, currency)).toEqual(asIs)
    }
  })

  test('any amount of any currency is read back as it is written', () => {
    fc.assert(
      fc.property(anAmount, anyCurrency, fc.constantFrom<Cents>('auto', 'always'), (value, currency, cents) => {
        expect(read(money(value, currency, cents), currency)).toEqual({ ok: true, value })
        expect(read(amount(value, currency, cents), currency)).toEqual({ ok: true, value })
      }),
      { numRuns: 1000 },
    )
  })

  test('below zero it is written too, and refused as that in a field', () => {
    fc.assert(
      fc.property(
        anAmount.filter((value) => value > 0),
        anyCurrency,
        (value, currency) => {
          const text = money(-value, currency, 'always')
          expect(text.replace('\u2212', '')).toBe(money(value, currency, 'always'))
          expect(read(text, currency)).toEqual({ ok: false, problem: { code: 'negative' } })
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('every figure of the largest amount is written', () => {
    const { MAX_SAFE_INTEGER } = Number
    for (const currency of currencies)
      expect(money(MAX_SAFE_INTEGER, currency, 'always').replaceAll(/\D/g, '')).toBe(String(MAX_SAFE_INTEGER))
  })
})
