import type { Day } from '../kernel/day.ts'
import { elided } from './elided.ts'
import type { DayStyle, Format } from './format.ts'

/** Before a day: on it, from it on, or up to it. */
type Before = 'il' | 'dal' | 'al'

/**
 * A day inside a sentence. English puts its own word before it ("on 8 May"); Italian has the article, which agrees with
 * it ("l’8 maggio", "dall’11 giugno", "il 1º maggio"). So that messages read `on {day}` in English and `{day}` in
 * Italian.
 */
export function theDay(format: Format, day: Day, style: DayStyle = 'day', before: Before = 'il'): string {
  const written = format.day(day, style)
  return format.language === 'en' ? written : elided(`${before} ${written}`)
}
