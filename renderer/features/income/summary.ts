import type { Fall } from '#shared/domain/income/steps.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Format } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { Month } from '#shared/kernel/day.ts'
import type { IncomeView } from './income-view.ts'
import type { Shown } from './use-window.ts'
import { causeTexts } from './words.ts'

/** The chart in a sentence or two, for those who do not see it: its span, its fall, and where its figures are. */
export function summaryOf(
  t: Translator,
  format: Format,
  view: IncomeView,
  { months, falls }: Pick<Shown, 'months' | 'falls'>,
): string {
  return t('income.chart.summary', {
    from: format.month(months[0]?.month ?? view.now),
    to: format.month(months.at(-1)?.month ?? view.now),
    fall: fallSaid(t, format, view, falls),
    earned: format.money(view.earned.all, view.currency),
  })
}

/** The same of money by the day it comes in. */
export function cashSummaryOf(
  t: Translator,
  format: Format,
  view: IncomeView,
  { from, to, received, falls }: { from: Month; to: Month; received: number; falls: readonly Fall[] },
): string {
  return t('income.cash.summary', {
    from: format.month(from),
    to: format.month(to),
    fall: fallSaid(t, format, view, falls),
    received: format.money(received, view.currency),
  })
}

/** Each fall with its day and what ends then: what the arrows in the chart say, and those there is no room for. */
function fallSaid(t: Translator, format: Format, view: IncomeView, falls: readonly Fall[]): string {
  if (falls.length === 0) return t('income.chart.summaryHolds')
  return falls
    .map((fall) => {
      const [from, to] = [format.money(fall.from, view.currency), format.money(fall.to, view.currency)]
      const causes = causeTexts(t, format, fall, view).join('; ')
      return t(view.isMean ? 'income.chart.summaryFallsMean' : 'income.chart.summaryFalls', {
        from,
        to,
        day: theDay(format, fall.day, 'long'),
        causes,
      })
    })
    .join(' ')
}
