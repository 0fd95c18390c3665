import type { Period } from '../domain/periods.ts'
import type { Format, MonthStyle } from './format.ts'
import type { Translator } from './translator.ts'
import { addDays, monthOf } from '../kernel/day.ts'
import type { Agreement } from '../model/agreement.ts'

/** What a period is called: a month by its name, a quarter by its first and last month, which may be one, a year by its number. */
export function periodName(
  t: Translator,
  format: Format,
  { period: { every, anchor } }: Agreement,
  { start, end }: Pick<Period, 'start' | 'end'>,
  style: MonthStyle,
): string {
  if (every === 'month') return format.month(monthOf(start), style)
  const last = addDays(end, -1)
  if (every === 'year' && anchor === 'calendar') return start.slice(0, 4)
  const isYearSaid = every === 'year' || style === 'long' || style === 'shortYear'
  // Of the first period there may be the last month alone.
  if (monthOf(start) === monthOf(last)) return format.month(monthOf(start), isYearSaid ? 'shortYear' : 'short')
  return t('retainers.ledger.span', {
    from: format.month(monthOf(start), every === 'year' ? 'shortYear' : 'short'),
    to: format.month(monthOf(last), isYearSaid ? 'shortYear' : 'short'),
  })
}
