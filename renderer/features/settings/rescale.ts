import { decimalsOf } from '#shared/kernel/currency.ts'
import { divideRounded } from '#shared/kernel/rounding.ts'
import { minor, type Minor } from '#shared/kernel/units.ts'

/** The same figure in another currency: 80.00 € becomes ¥80, not ¥8000. It is no exchange: the user says what it is worth. */
export function rescale(amount: Minor, from: string, to: string): Minor {
  const steps = decimalsOf(to) - decimalsOf(from)
  return minor(steps >= 0 ? amount * 10 ** steps : divideRounded(amount, 10 ** -steps))
}
