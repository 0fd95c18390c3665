import { divideRounded } from '../kernel/rounding.ts'
import { seconds, type Seconds } from '../kernel/units.ts'
import type { Rounding } from '../model/agreement.ts'

/** What is charged for an entry's worked time: rounded as a whole, per entry (domain.md, TimeEntry). */
export function chargedSeconds(worked: Seconds, rounding: Rounding): Seconds {
  if (rounding.mode === 'none') return worked
  const step = (rounding.minutes ?? 1) * 60
  return seconds(step * (rounding.mode === 'up' ? Math.ceil(worked / step) : divideRounded(worked, step)))
}
