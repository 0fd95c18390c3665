import type { Format } from './format.ts'

/** "euros", "dollari statunitensi": a currency inside a sentence, as one says it of many. */
export function currencyName(format: Format, currency: string): string {
  const parts = new Intl.NumberFormat(format.locale, { style: 'currency', currency, currencyDisplay: 'name' })
  return parts.formatToParts(1000).find(({ type }) => type === 'currency')?.value ?? currency
}
