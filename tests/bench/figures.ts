/** One figure of a bench, alone on its line. */
export function figure(name: string, value: number, unit: string): void {
  console.log(`${name} = ${value.toFixed(2)} ${unit}`)
}

/** What a figure was made from, for a reader; no line of it looks like a figure. */
export const aside = (text: string): void => console.log(`  ${text}`)

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  if (low === undefined || high === undefined) throw new Error('the median of nothing')
  return (low + high) / 2
}

/** The middle, and the two ends of the half around it: how far the measurements lie apart. */
export function spread(values: readonly number[], unit: string): string {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): string => (sorted[Math.round((sorted.length - 1) * share)] ?? 0).toFixed(2)
  return `${median(values).toFixed(2)} ${unit} (${at(0.25)} to ${at(0.75)}, ${values.length} times)`
}
