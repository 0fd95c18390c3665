import type { Pause } from '../domain/versions.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { Format } from './format.ts'
import { theDay } from './the-day.ts'
import type { Translator } from './translator.ts'

/**
 * A pause with its end in sight (domain.md, Pause), to stand inside a sentence or by itself: until when where it holds,
 * from when to when where it is yet to come. The year is said where it is not today's.
 * @param today null in a document, where every day has its year and no day is today
 */
export function pauseText(t: Translator, format: Format, { from, to }: Pause, today: Day | null): string {
  const written = (day: Day, before: 'dal' | 'al'): string =>
    theDay(format, day, day.slice(0, 4) === today?.slice(0, 4) ? 'day' : 'long', before)
  const since = written(from, 'dal')
  const isOn = today !== null && from <= today
  if (to === null) return isOn ? t('retainers.pause.since', { since }) : t('retainers.pause.open', { since })
  const until = written(addDays(to, -1), 'al')
  return isOn ? t('retainers.pause.until', { until }) : t('retainers.pause.between', { since, until })
}
