import { theDay } from '#shared/i18n/the-day.ts'
import type { Format } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { IncomeView } from './income-view.ts'
import type { Shown } from './use-window.ts'

/** The chart in a sentence or two, for those who do not see it: its span, its fall, and where its figures are. */
export function summaryOf(
  t: Translator,
  format: Format,
  view: IncomeView,
  { months, falls }: Pick<Shown, 'months' | 'falls'>,
): string {
  const money = (amount: number): string => format.money(amount, view.currency)
  const [fall] = falls
  return t('income.chart.summary', {
    from: format.month(months[0]?.month ?? view.now),
    to: format.month(months.at(-1)?.month ?? view.now),
    fall: fall
      ? t('income.chart.summaryFalls', {
          from: money(fall.from),
          to: money(fall.to),
          day: theDay(format, fall.day, 'long'),
        })
      : t('income.chart.summaryHolds'),
    earned: money(view.earned.all),
  })
}
