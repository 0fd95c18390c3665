import type { Day } from '../kernel/day.ts'
import type { DayStyle, Format } from './format.ts'

/** Before a day: on it, from it on, or up to it. */
type Before = 'il' | 'dal' | 'al'

/**
 * A day inside a sentence. English puts its own word before it ("on 8 May"); Italian has the article, which is
 * elided before 8 and 11 ("l’8 maggio", "dall’11 giugno"), and writes the first as an ordinal ("il 1º maggio").
 * So that messages read `on {day}` in English and `{day}` in Italian.
 */
export function theDay(format: Format, day: Day, style: DayStyle = 'day', before: Before = 'il'): string {
  const written = format.day(day, style)
  if (format.language === 'en') return written
  const ordinal = written.replace(/^1 /, '1º ')
  if (!/^(?:8|11) /.test(ordinal)) return `${before} ${ordinal}`
  return `${before === 'il' ? 'l' : `${before}l`}’${ordinal}`
}
