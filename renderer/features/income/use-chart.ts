import { useMemo } from 'react'
import type { Fall } from '#shared/domain/income/steps.ts'
import type { Day } from '#shared/kernel/day.ts'
import { gridLines } from '../../parts/grid-lines.ts'
import { useWords } from '../../words.tsx'
import type { ChartProps, ChartWords } from './chart.tsx'
import { cliffsOf, topForCliffs } from './cliffs.ts'
import type { Column } from './columns.ts'
import type { IncomeView } from './income-view.ts'
import type { Layout } from './layout.ts'
import { causeTexts, fallTitle, fallWords } from './words.ts'

interface MonthsDrawn {
  readonly columns: readonly Column[]
  readonly falls: readonly Fall[]
  readonly layout: Layout
  readonly words: Pick<ChartWords, 'kinds' | 'parting'>
  /** The day on which a fall is seen in these bars. */
  readonly seen?: ((fall: Fall) => Day) | undefined
}

/** A level a month is in no bar where fees are for a quarter or a year: there it falls as far as the bars do. */
const ownDay = ({ day }: Fall): Day => day

/** All that a chart of months draws, worked out once for a book, a stretch of months, a width and a language. */
export function useChart(view: IncomeView, { columns, falls, layout, words, seen }: MonthsDrawn): ChartProps {
  const { t, format } = useWords()
  return useMemo(() => {
    const said = {
      title: (fall: Fall) => fallTitle(t, format, fall, view),
      causes: (fall: Fall) => fallWords(t, causeTexts(t, format, fall, view)),
    }
    const cliffs = cliffsOf(falls, columns, layout, said, seen ?? (view.isMean ? ownDay : undefined))
    const highest = Math.max(1, ...columns.map(({ total }) => total), (view.target ?? 0) * 1.08)
    return {
      columns,
      layout,
      top: Math.max(highest, topForCliffs(cliffs, columns, layout)),
      lines: gridLines(highest),
      target: view.target,
      cliffs,
      words: {
        ...words,
        target: t('income.chart.target'),
        figure: (value: number) => format.amount(value, view.currency, 'never'),
      },
    }
  }, [view, columns, falls, layout, words, seen, t, format])
}
