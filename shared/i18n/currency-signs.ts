import { locales } from './locales.ts'

/** Made once for a currency: number formats are dear, and a field is read on every key. */
const known = new Map<string, readonly string[]>()

/**
 * All the ways in which a currency is written beside a figure, the longest first: its code, and its symbols in our
 * languages, long and short (`US$` and `$`, `kr` and `NKr`). Some are letters (`R`, `Kč`), some hold a point (`Cg.`) or
 * a blank (`F CFA`).
 */
export function currencySigns(currency: string): readonly string[] {
  const found = known.get(currency)
  if (found) return found
  const signs = new Set([currency])
  for (const { intl } of Object.values(locales))
    for (const currencyDisplay of ['symbol', 'narrowSymbol'] as const) {
      const format = new Intl.NumberFormat(intl, { style: 'currency', currency, currencyDisplay })
      for (const { type, value } of format.formatToParts(0)) if (type === 'currency') signs.add(value)
    }
  const longestFirst = [...signs].toSorted((a, b) => b.length - a.length)
  known.set(currency, longestFirst)
  return longestFirst
}
