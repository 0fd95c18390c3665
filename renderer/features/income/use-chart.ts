import { useMemo } from 'react'
import type { Format } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { useWords } from '../../words.tsx'
import type { ChartProps, ChartWords } from './chart.tsx'
import { cliffsOf, topForCliffs } from './cliffs.ts'
import { columnsOf } from './columns.ts'
import type { IncomeView } from './income-view.ts'
import type { Shown } from './use-window.ts'
import type { Layout } from './layout.ts'
import { gridLines } from '../../parts/grid-lines.ts'
import { causeTexts, fallTitle, fallWords } from './words.ts'

/** All that the chart draws, worked out once for a book, a stretch of months, a width and a language. */
export function useChart(
  view: IncomeView,
  { months, falls }: Pick<Shown, 'months' | 'falls'>,
  layout: Layout,
): ChartProps {
  const { t, format } = useWords()
  return useMemo(() => {
    const columns = columnsOf(months, view.now)
    const cliffs = cliffsOf(falls, columns, layout, {
      title: (fall) => fallTitle(t, format, fall, view.currency),
      causes: (fall) => fallWords(t, causeTexts(t, format, fall, view)),
    })
    const highest = Math.max(1, ...columns.map(({ total }) => total), (view.target ?? 0) * 1.08)
    const top = Math.max(highest, topForCliffs(cliffs, columns, layout))
    return {
      columns,
      layout,
      top,
      lines: gridLines(highest),
      target: view.target,
      cliffs,
      words: chartWords(t, format, view.currency),
    }
  }, [view, months, falls, layout, t, format])
}

const chartWords = (t: Translator, format: Format, currency: string): ChartWords => ({
  kinds: {
    guaranteed: t('income.chart.guaranteed'),
    expected: t('income.chart.expected'),
    variable: t('income.chart.variable'),
    variableAhead: t('income.chart.variable'),
    hourly: t('income.chart.hourly'),
    estimate: t('income.chart.hourly'),
  },
  earned: t('income.chart.earned'),
  ahead: t('income.chart.ahead'),
  target: t('income.chart.target'),
  figure: (value) => format.amount(value, currency, 'never'),
})
