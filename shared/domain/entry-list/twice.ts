import { addSeconds, secondsBetween, startOfDay, type Instant, type Zone } from '../../kernel/instant.ts'
import { seconds, type Seconds } from '../../kernel/units.ts'
import { isSpan } from '../../model/entry.ts'
import type { Listed } from './listed.ts'
import type { Between } from './narrowed.ts'

/**
 * What of entries is there more than once by the clock, inside the days that are looked for: what they come to together,
 * less the time in which at least one of them ran. As a day's view has it, over any number of days.
 *
 * @param found the newest first
 */
export function twiceAmong(found: readonly Listed[], { from, before }: Between, zone: Zone): Seconds {
  const [first, last] = [from && startOfDay(from, zone), before && startOfDay(before, zone)]
  let [twice, covered] = [0, '' as Instant]
  for (let at = found.length - 1; at >= 0; at--) {
    const { entry, whole } = found[at] as Listed
    if (!isSpan(entry)) continue
    const start = first !== undefined && entry.start < first ? first : entry.start
    const ended = entry.end ?? addSeconds(entry.start, whole)
    const end = last !== undefined && ended > last ? last : ended
    if (covered > start && end > start) twice += secondsBetween(start, covered < end ? covered : end)
    if (end > covered) covered = end
  }
  return seconds(twice)
}
