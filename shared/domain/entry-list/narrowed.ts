import { sumOf } from '../../kernel/units.ts'
import type { Day } from '../../kernel/day.ts'
import type { EntryQuery } from './asked.ts'
import type { Listed } from './listed.ts'

export type Between = Pick<EntryQuery, 'from' | 'before'>

const isIn = (day: Day, { from, before }: Between): boolean =>
  (from === undefined || day >= from) && (before === undefined || day < before)

/**
 * What of an entry lies in the days that are looked for, so that what is found adds up to the totals of those days
 * (domain.md, Quantities: what crosses midnight belongs to each day by its part); null where nothing does.
 */
export function narrowed(item: Listed, days: Between): Listed | null {
  const { parts } = item
  if (!parts) return isIn(item.day, days) ? item : null
  const kept = parts.filter(({ day }) => isIn(day, days))
  const [first] = kept
  if (!first || kept.length === parts.length) return first ? item : null
  return { ...item, day: first.day, seconds: sumOf(kept, (part) => part.seconds), parts: kept.length > 1 ? kept : null }
}
