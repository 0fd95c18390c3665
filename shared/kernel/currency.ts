const digits = new Map<string, number>()

/** How many decimals a currency has: 2 for EUR, 0 for JPY, 3 for BHD. Unknown codes have 2. */
export function decimalsOf(currency: string): number {
  let known = digits.get(currency)
  if (known === undefined) {
    const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    digits.set(currency, (known = options.maximumFractionDigits ?? 2))
  }
  return known
}
