import { useMemo, useRef } from 'react'
import type { Book } from '#shared/domain/book.ts'
import { earnedInSpan, mixOverTime, type Mix, type MixSpan } from '#shared/domain/income/mix.ts'
import { moneyCell, type TableCell } from '#shared/formats/delimited.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { Month } from '#shared/kernel/day.ts'
import { gridLines } from '../../parts/grid-lines.ts'
import { SaveTable } from '../../parts/save-table.tsx'
import { cx } from '../../ui/cx.ts'
import { SectionHead } from '../../ui/page-head.tsx'
import { useWidth } from '../../ui/use-width.ts'
import { useWords } from '../../words.tsx'
import type { ChartProps } from './chart.tsx'
import { ChartFigure } from './chart-figure.tsx'
import type { Column, Look } from './columns.ts'
import type { GridHead } from './figures-grid.tsx'
import { HourMap } from './hour-map.tsx'
import type { IncomeView } from './income-view.ts'
import { fittingColumns, layoutOf } from './layout.ts'
import { figureWidth } from './measure.ts'
import { isWhole, MixStatement, quarterOf, spanName } from './mix-statement.tsx'
import { Others } from './others.tsx'
import { SpanDerivation } from './span-derivation.tsx'
import css from './pages.module.css'

/** The rows' names, left of the columns. */
const NAMES = 108

/** Where income comes from, over all the time there was; and when the work for it is done. */
export function OriginPage({ book, view }: { book: Book; view: IncomeView }) {
  const { t } = useWords()
  const { currency, today, exchange } = view
  const mix = useMemo(() => mixOverTime(book, currency, today, exchange), [book, currency, today, exchange])
  const frame = useRef<HTMLElement>(null)
  const width = useWidth(frame)
  return (
    <>
      {mix ? (
        <>
          <MixStatement mix={mix} book={book} view={view} />
          <figure ref={frame} className={cx(css.figure)}>
            <SectionHead
              title={mix.every === 'quarter' ? t('income.origin.byQuarter') : t('income.origin.byYear')}
              aside={<SaveTable name={t('income.origin.title')} rows={() => tableOf(t, mix, currency)} />}
            />
            {width === null ? null : <MixChart {...{ mix, view, width }} />}
            <figcaption className={cx(css.foot)}>
              <p>
                {t('income.origin.foot')}
                {isRunning(mix, view.now)
                  ? ` ${t(mix.every === 'quarter' ? 'income.origin.runningQuarter' : 'income.origin.runningYear')}`
                  : null}
              </p>
              <Others view={view} months={mix.months} />
            </figcaption>
          </figure>
        </>
      ) : (
        <p className={cx(css.line)}>{t('income.origin.none')}</p>
      )}
      <HourMap view={view} />
    </>
  )
}

interface MixChartProps {
  readonly mix: Mix
  readonly view: IncomeView
  readonly width: number
}

function MixChart({ mix, view, width }: MixChartProps) {
  const { t, format } = useWords()
  const amount = (value: number): string => format.amount(value, view.currency, 'never')
  const widest = Math.max(...mix.spans.map((span) => figureWidth(amount(earnedInSpan(span)))))
  const spans = useMemo(() => shownSpans(mix, fittingColumns(width, 0, widest)), [mix, width, widest])
  // Where not all fit beside the rows' names, these stand above their figures.
  const names = fittingColumns(width, NAMES, widest) < spans.length ? 0 : NAMES
  const chart = useMixChart(spans, view, width, names)
  const row = (id: string, name: string, value: (span: MixSpan) => number, sign?: Look) => ({
    id,
    name,
    sign,
    cells: spans.map((span) => (value(span) === 0 ? null : amount(value(span)))),
  })
  const named = (span: MixSpan | undefined): string => (span ? spanName(t, mix, span) : '')
  return (
    <ChartFigure
      layout={chart.layout}
      chart={{ ...chart, summary: t('income.origin.summary', { from: named(spans[0]), to: named(spans.at(-1)) }) }}
      grid={{
        label: t('income.origin.title'),
        corner: t('income.origin.kind'),
        first: spans.length - 1,
        heads: spans.map((span, index) => ({
          ...spanHead(t, mix, span, index),
          opens: {
            label: t('income.origin.open', {
              span: spanName(t, mix, span),
              total: format.money(earnedInSpan(span), view.currency),
            }),
            title: spanName(t, mix, span),
            content: <SpanDerivation {...{ view, mix, span, title: spanName(t, mix, span) }} />,
          },
        })),
        rows: [
          row('retained', t('income.origin.retained'), ({ retained }) => retained, 'guaranteed'),
          row('projects', t('income.origin.projects'), ({ projects }) => projects, 'variable'),
          row('hourly', t('income.origin.hourly'), ({ hourly }) => hourly, 'hourly'),
          {
            id: 'share',
            name: t('income.origin.retainedShare'),
            cells: spans.map(({ retainedBasisPoints }) =>
              retainedBasisPoints === null ? null : format.percent(retainedBasisPoints / 10_000),
            ),
          },
        ],
        total: row('all', t('income.origin.all'), earnedInSpan),
      }}
    />
  )
}

/** Years up to the last that brought something: what is empty after it says nothing. Of all, the latest there is room for. */
const shownSpans = ({ spans, ...mix }: Mix, room: number): readonly MixSpan[] =>
  spans.slice(0, lastShown({ spans, ...mix }) + 1).slice(-room)

const lastShown = ({ every, spans }: Mix): number =>
  every === 'year' ? spans.findLastIndex((span) => earnedInSpan(span) !== 0) : spans.length - 1

/** Whether the last that is shown is not over. */
function isRunning(mix: Mix, now: Month): boolean {
  const last = mix.spans[lastShown(mix)]
  return last !== undefined && !isWhole(mix, last, now)
}

/** A year, or a quarter with its year below it where that changes. */
function spanHead(
  t: Translator,
  { every }: Mix,
  { from }: MixSpan,
  index: number,
): Pick<GridHead, 'id' | 'label' | 'below'> {
  const year = from.slice(0, 4)
  if (every === 'year') return { id: from, label: year }
  const label = t('income.origin.quarter', { quarter: quarterOf(from) })
  return { id: from, label, below: index === 0 || from.endsWith('-01') ? year : '' }
}

function useMixChart(spans: readonly MixSpan[], { currency }: IncomeView, width: number, names: number): ChartProps {
  const { t, format } = useWords()
  return useMemo(() => {
    const highest = Math.max(1, ...spans.map(earnedInSpan))
    const figure = (value: number): string => format.amount(value, currency, 'never')
    return {
      columns: spans.map(columnOf),
      layout: layoutOf(width, spans.length, names, figureWidth(figure(highest))),
      lines: gridLines(highest),
      top: highest * 1.05,
      target: null,
      cliffs: [],
      words: {
        kinds: {
          guaranteed: t('income.origin.retained'),
          variable: t('income.origin.projects'),
          hourly: t('income.origin.hourly'),
        },
        target: '',
        figure,
      },
    }
  }, [spans, currency, width, names, t, format])
}

const columnOf = (span: MixSpan): Column => ({
  month: span.from,
  isAhead: false,
  guaranteed: span.retained,
  variable: span.projects,
  hourly: span.hourly,
  total: earnedInSpan(span),
})

function tableOf(t: Translator, { spans }: Mix, currency: string): TableCell[][] {
  const heads = [
    t('income.origin.retained'),
    t('income.origin.projects'),
    t('income.origin.hourly'),
    t('income.origin.all'),
  ]
  return [
    [
      t('income.origin.from'),
      t('income.origin.to'),
      ...heads.map((name) => `${name} (${currency})`),
      `${t('income.origin.retainedShare')} (%)`,
    ],
    ...spans.map((span): TableCell[] => [
      span.from,
      span.to,
      ...[span.retained, span.projects, span.hourly, earnedInSpan(span)].map((amount) => moneyCell(amount, currency)),
      span.retainedBasisPoints === null ? '' : span.retainedBasisPoints / 100,
    ]),
  ]
}
