/**
 * `dividend / divisor` to the nearest integer, half away from zero (domain.md, Quantities: the one rounding of
 * money and of prorated time). Exact for safe integers.
 */
export function divideRounded(dividend: number, divisor: number): number {
  const rest = dividend % divisor
  const whole = (dividend - rest) / divisor
  const up = 2 * Math.abs(rest) >= Math.abs(divisor)
  return up ? whole + Math.sign(dividend) * Math.sign(divisor) : whole
}

/** `a × b / divisor`, rounded as `divideRounded`; exact also where the product leaves the safe integers. */
export function scaleRounded(a: number, b: number, divisor: number): number {
  const product = a * b
  if (Number.isSafeInteger(product)) return divideRounded(product, divisor)
  const dividend = BigInt(a) * BigInt(b)
  const by = BigInt(divisor)
  const whole = dividend / by
  const rest = dividend - whole * by
  const up = 2n * (rest < 0n ? -rest : rest) >= (by < 0n ? -by : by)
  return Number(up ? whole + (dividend < 0n === by < 0n ? 1n : -1n) : whole)
}
