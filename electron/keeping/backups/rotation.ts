import { addDays, weekdayOf, type Day } from '#shared/kernel/day.ts'
import type { Backup } from './catalogue.ts'

/** How many are kept (persistence.md, Backups): hourly, daily, weekly; and of every month one for ever. */
const HOURS = 24
const DAYS = 30
const WEEKS = 26
/** Those from before something great, and those that the user asked for. */
const WANTED = 30

type Kept = Pick<Backup, 'name' | 'at' | 'why'>

/**
 * Which backups stay: of each hour, day, week (from Monday) and month in UTC the newest. Counted in those that there
 * are, so that a holiday costs none.
 */
export function toKeep(backups: readonly Kept[]): Set<string> {
  const newestFirst = backups.toSorted((a, b) => (a.name < b.name ? 1 : -1))
  const newestOf = (slot: (at: string) => string, most: number): Kept[] => {
    const slots = new Map<string, Kept>()
    for (const backup of newestFirst) {
      const key = slot(backup.at)
      if (!slots.has(key) && slots.size < most) slots.set(key, backup)
    }
    return [...slots.values()]
  }
  const kept = [
    ...newestOf((at) => at.slice(0, 13), HOURS),
    ...newestOf((at) => at.slice(0, 10), DAYS),
    ...newestOf(weekOf, WEEKS),
    ...newestOf((at) => at.slice(0, 7), Number.POSITIVE_INFINITY),
    ...newestFirst.filter(({ why }) => why !== 'hourly').slice(0, WANTED),
  ]
  return new Set(kept.map(({ name }) => name))
}

function weekOf(at: string): string {
  const day = at.slice(0, 10) as Day
  return addDays(day, 1 - weekdayOf(day))
}
