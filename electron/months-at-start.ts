import { addToMonth, type Month } from '#shared/kernel/day.ts'
import type { Instant, Zone } from '#shared/kernel/instant.ts'

/** The months whose entries a start reads: the current one, those beside it, and one more before. */
export function monthsAtStart(now: Instant): Month[] {
  const month = now.slice(0, 7) as Month
  return [1, 0, -1, -2].map((step) => addToMonth(month, step))
}

export const systemZone = (): Zone => Intl.DateTimeFormat().resolvedOptions().timeZone as Zone
