import { useMemo, useRef, type ReactNode } from 'react'
import { currencyName } from '#shared/i18n/currency-name.ts'
import type { Book } from '#shared/domain/book.ts'
import { totalOf, type IncomeMonth } from '#shared/domain/income/by-month.ts'
import { useWidth } from '../../ui/use-width.ts'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import { ChartFigure } from './chart-figure.tsx'
import { cellOf, columnsOf, kinds } from './columns.ts'
import { monthHead, nowAmong } from './figures-grid.tsx'
import { Foot } from './foot.tsx'
import type { IncomeView } from './income-view.ts'
import { MonthDerivation } from './month-derivation.tsx'
import { SaveMonths } from './save-months.tsx'
import { summaryOf } from './summary.ts'
import { Turning } from './turning.tsx'
import { useChart } from './use-chart.ts'
import { useLayout } from './use-layout.ts'
import { useWindow } from './use-window.ts'
import css from './income-figure.module.css'

interface IncomeFigureProps {
  /** What the view was worked out from: other months are too. */
  readonly book: Book
  readonly view: IncomeView
  /** Over the chart, at the left. */
  readonly over: ReactNode
  /** Below that, over all the width. */
  readonly under: ReactNode
}

/** The chart of what is earned, its figures, and what is to be known of them. */
export function IncomeFigure({ book, view, over, under }: IncomeFigureProps) {
  const frame = useRef<HTMLElement>(null)
  const width = useWidth(frame)
  return (
    <figure ref={frame} className={cx(css.frame)}>
      {width === null ? null : <Measured {...{ book, view, over, under, width }} />}
    </figure>
  )
}

function Measured({ book, view, over, under, width }: IncomeFigureProps & { width: number }) {
  const { t, format } = useWords()
  const { currency, now } = view
  const amount = (value: number): string => format.amount(value, currency, 'never')
  const layout = useLayout(
    width,
    view.months.map((month) => amount(totalOf(month))),
  )
  const shown = useWindow(book, view, layout.back)
  const { months } = shown
  const words = useMemo(
    () => ({
      kinds: {
        guaranteed: t('income.chart.guaranteed'),
        guaranteedAhead: t('income.chart.guaranteed'),
        expected: t('income.chart.expected'),
        variable: t('income.chart.variable'),
        variableAhead: t('income.chart.variable'),
        hourly: t('income.chart.hourly'),
        estimate: t('income.chart.hourly'),
      },
      parting: { before: t('income.chart.earned'), ahead: t('income.chart.ahead') },
    }),
    [t],
  )
  const columns = useMemo(() => columnsOf(months, now), [months, now])
  const chart = useChart(view, { columns, falls: shown.falls, layout, words })
  const [from, to] = [months[0]?.month ?? now, months.at(-1)?.month ?? now]
  const cells = (value: (month: IncomeMonth) => number): (string | null)[] =>
    months.map((month) => (value(month) === 0 ? null : amount(value(month))))
  return (
    <>
      <Turning {...shown} from={from} to={to} save={<SaveMonths currency={currency} months={months} />}>
        {over}
      </Turning>
      {under}
      <ChartFigure
        layout={layout}
        chart={{ ...chart, summary: summaryOf(t, format, view, shown) }}
        grid={{
          label: t('income.chart.table', {
            from: format.month(from),
            to: format.month(to),
            currency: currencyName(format, currency),
          }),
          corner: t('income.chart.kind'),
          ...nowAmong(months, now),
          heads: months.map((month, index) => ({
            ...monthHead(format, month.month, index),
            opens: {
              label: t('income.chart.open', {
                month: format.month(month.month),
                total: format.money(totalOf(month), currency, 'never'),
              }),
              title: format.month(month.month),
              content: <MonthDerivation view={view} month={month} falls={shown.falls} />,
            },
          })),
          rows: kinds.map((kind) => ({
            id: kind,
            name: words.kinds[kind],
            sign: kind,
            cells: cells((month) => cellOf(month, kind)),
          })),
          total: { id: 'total', name: t('income.chart.total'), cells: cells(totalOf) },
        }}
      />
      <Foot view={view} months={months} />
    </>
  )
}
