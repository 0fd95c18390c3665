import type { Cents, Format } from '#shared/i18n/format.ts'

/** Amounts of several currencies, a sum for each: nothing is converted without a rate. */
export function sumsText(
  format: Format,
  amounts: readonly { readonly amount: number; readonly currency: string }[],
  cents: Cents = 'auto',
): string {
  const sums = new Map<string, number>()
  for (const { amount, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + amount)
  return format.list([...sums].map(([currency, sum]) => format.money(sum, currency, cents)))
}
