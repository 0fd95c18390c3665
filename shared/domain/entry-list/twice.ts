import { addSeconds, secondsBetween, startOfDay, type Instant, type Zone } from '../../kernel/instant.ts'
import { seconds, type Seconds } from '../../kernel/units.ts'
import { isSpan, type SpanEntry } from '../../model/entry.ts'
import type { Listed } from './listed.ts'
import type { Between } from './narrowed.ts'

const known = new WeakMap<readonly Listed[], readonly Listed[]>()

/**
 * Those that lie over another one: few of a whole history, so that a search looks at no more than these for what is there
 * twice. Found once for a list.
 *
 * @param items the newest first, as what comes back
 */
export function overlappingIn(items: readonly Listed[]): readonly Listed[] {
  let found = known.get(items)
  if (!found) known.set(items, (found = findOverlapping(items)))
  return found
}

function findOverlapping(items: readonly Listed[]): Listed[] {
  const found = new Set<Listed>()
  let [last, covered] = [null as Listed | null, '' as Instant]
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at] as Listed
    if (!isSpan(item.entry)) continue
    if (last && item.entry.start < covered) found.add(last).add(item)
    const end = endOf(item.entry, item.whole)
    if (end > covered) [last, covered] = [item, end]
  }
  return items.filter((item) => found.has(item))
}

const endOf = ({ start, end }: SpanEntry, whole: number): Instant => end ?? addSeconds(start, whole)

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
    const ended = endOf(entry, whole)
    const end = last !== undefined && ended > last ? last : ended
    if (covered > start && end > start) twice += secondsBetween(start, covered < end ? covered : end)
    if (end > covered) covered = end
  }
  return seconds(twice)
}
