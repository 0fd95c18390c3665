import { addDays, type Day } from '../kernel/day.ts'
import type { Format } from './format.ts'
import type { Translator } from './translator.ts'

/** A past day as one would say it: today, yesterday, 14 October, 3 May 2025; of none, never. */
export function pastDay(t: Translator, format: Format, day: Day | null, today: Day): string {
  if (day === null) return t('clients.list.never')
  if (day === today) return t('clients.list.today')
  if (day === addDays(today, -1)) return t('clients.list.yesterday')
  return format.day(day, day.slice(0, 4) === today.slice(0, 4) ? 'day' : 'long')
}
