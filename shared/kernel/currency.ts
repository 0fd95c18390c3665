/**
 * What has not 2 decimals in ISO 4217, by its number of them. Units of account and metals, which have none of their
 * own, are not named.
 *
 * A table and not `Intl`: Intl follows what is in use (a forint has no fillér in the shops), and says 2 decimals for
 * HUF, COP and IDR in one version of Chromium and 0 in another. An amount is kept as a count of minor units, so that
 * an update of the app would make it a hundred times as much.
 */
const unusual: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}

const decimals = new Map(
  Object.entries(unusual).flatMap(([count, codes]) => codes.split(' ').map((code) => [code, Number(count)] as const)),
)

/** How many decimals a currency has: 2 for EUR, 0 for JPY, 3 for BHD, 4 for CLF. Unknown codes have 2. */
export const decimalsOf = (currency: string): number => decimals.get(currency) ?? 2

/**
 * An amount in whole units, as `Intl.NumberFormat` takes it: `12.50` for 1250 cents. In digits and not as a float,
 * which holds no sixteen of them.
 */
export function decimalText(minor: number, currency: string): Intl.StringNumericLiteral {
  const count = decimalsOf(currency)
  const digits = String(Math.abs(minor)).padStart(count + 1, '0')
  const whole = digits.slice(0, digits.length - count)
  const text = count === 0 ? whole : `${whole}.${digits.slice(-count)}`
  return (minor < 0 ? `-${text}` : text) as Intl.StringNumericLiteral
}
