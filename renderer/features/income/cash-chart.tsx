import { useCallback, useMemo, type ReactNode } from 'react'
import { preferencesOf, type Book } from '#shared/domain/book.ts'
import { cashFallDay, cashFlow, cashTotal, type CashFlowMonth } from '#shared/domain/income/cash-flow.ts'
import { otherCurrenciesPaid } from '#shared/domain/income/signed.ts'
import type { MonthsOfWork } from '#shared/domain/income/mix.ts'
import type { Fall } from '#shared/domain/income/steps.ts'
import { moneyCell, type TableCell } from '#shared/formats/delimited.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { Day } from '#shared/kernel/day.ts'
import { SaveTable } from '../../parts/save-table.tsx'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import { CashDerivation } from './cash-derivation.tsx'
import { ChartFigure } from './chart-figure.tsx'
import { cashColumnsOf, type Look } from './columns.ts'
import { monthHead, nowAmong } from './figures-grid.tsx'
import type { IncomeView } from './income-view.ts'
import { Others } from './others.tsx'
import { cashSummaryOf } from './summary.ts'
import { Turning } from './turning.tsx'
import { useChart } from './use-chart.ts'
import { useLayout } from './use-layout.ts'
import { useFalls, useMonths } from './use-window.ts'
import css from './pages.module.css'

interface CashChartProps {
  readonly book: Book
  readonly view: IncomeView
  /** At the row's beginning. */
  readonly basis: ReactNode
  readonly width: number
  /** The first and the last month in which anything was paid. */
  readonly paid: MonthsOfWork
  /** A year back and a year ahead: how wide its figures are is how many months there is room for. */
  readonly year: readonly CashFlowMonth[]
  /** In the twelve months before today's. */
  readonly received: number
}

/** The months as bars and as a table; a month opens what came in, and what is to. */
export function CashChart({ book, view, basis, width, paid, year, received }: CashChartProps) {
  const { t, format } = useWords()
  const { currency, today, now, exchange } = view
  const amount = (value: number): string => format.amount(value, currency, 'never')
  const layout = useLayout(
    width,
    year.map((month) => amount(cashTotal(month))),
  )
  const { shift, from, to, ...ways } = useMonths(
    now,
    paid,
    layout.back,
    year.every(({ items }) => items.length === 0),
  )
  const months = useMemo(
    // The year round today is there already.
    () =>
      shift === 0 ? year.filter(({ month }) => month >= from) : cashFlow(book, currency, today, from, to, exchange),
    [book, currency, today, from, to, exchange, shift, year],
  )
  const others = useMemo(() => otherCurrenciesPaid(book, currency), [book, currency])
  const words = useMemo(() => chartWords(t), [t])
  const columns = useMemo(() => cashColumnsOf(months, now), [months, now])
  const { billing } = preferencesOf(book.workspace)
  const seen = useCallback((fall: Fall): Day => cashFallDay(fall, billing), [billing])
  const falls = useFalls(view, shift)
  const chart = useChart(view, { columns, falls, layout, words, seen })
  const row = (id: string, name: string, value: (month: CashFlowMonth) => number, sign?: Look) => ({
    id,
    name,
    sign,
    cells: months.map((month) => (value(month) === 0 ? null : amount(value(month)))),
  })
  return (
    <>
      <Turning
        {...{ ...ways, from, to }}
        save={<SaveTable name={t('income.cash.title')} rows={() => tableOf(t, currency, months)} />}
      >
        {basis}
      </Turning>
      <ChartFigure
        layout={layout}
        chart={{ ...chart, summary: cashSummaryOf(t, format, view, { from, to, received, falls }) }}
        grid={{
          label: t('income.cash.title'),
          corner: t('income.cash.kind'),
          ...nowAmong(months, now),
          heads: months.map((month, index) => ({
            ...monthHead(format, month.month, index),
            opens: {
              label: t('income.cash.month', {
                month: format.month(month.month),
                total: format.money(cashTotal(month), currency),
              }),
              title: format.month(month.month),
              content: <CashDerivation month={month} view={view} />,
            },
          })),
          rows: [
            row('fees', t('income.cash.fees'), fees, 'guaranteed'),
            row('ifRenewed', t('income.cash.ifRenewed'), ({ ifRenewed }) => ifRenewed, 'expected'),
            row('variable', t('income.cash.variable'), variable, 'variable'),
            row('hourly', t('income.cash.hourly'), hourly, 'hourly'),
          ],
          total: row('total', t('income.cash.total'), cashTotal),
        }}
      />
      <figcaption className={cx(css.foot)}>
        <p>{t('income.cash.foot')}</p>
        <Others view={view} months={months} others={others} />
      </figcaption>
    </>
  )
}

const fees = ({ received, open, signed }: CashFlowMonth): number => received.guaranteed + open.guaranteed + signed
const variable = ({ received, open, milestones }: CashFlowMonth): number =>
  received.variable + open.variable + milestones
const hourly = ({ received, open }: CashFlowMonth): number => received.hourly + open.hourly

const chartWords = (t: Translator) => ({
  kinds: {
    guaranteed: t('income.cash.fees'),
    guaranteedAhead: t('income.cash.fees'),
    expected: t('income.cash.ifRenewed'),
    variable: t('income.cash.variable'),
    variableAhead: t('income.cash.variable'),
    hourly: t('income.cash.hourly'),
    hourlyAhead: t('income.cash.hourly'),
  },
  parting: { before: t('income.cash.cameIn'), ahead: t('income.cash.toCome') },
})

/** A month to a row, with what was paid apart from what is open. */
function tableOf(t: Translator, currency: string, months: readonly CashFlowMonth[]): TableCell[][] {
  const [paid, open] = [t('income.cash.cash'), t('income.cash.unpaid')]
  const kinds = [t('income.cash.fees'), t('income.cash.variable'), t('income.cash.hourly')]
  const heads = [
    ...[paid, open].flatMap((state) => kinds.map((kind) => `${kind}, ${state}`)),
    `${t('income.cash.fees')}, ${t('income.cash.toInvoice')}`,
    `${t('income.cash.variable')}, ${t('income.cash.toInvoice')}`,
    t('income.cash.ifRenewed'),
    t('income.cash.total'),
  ]
  return [
    [t('income.turning.month'), ...heads.map((head) => `${head} (${currency})`)],
    ...months.map((month) => [
      month.month,
      ...[
        ...[month.received, month.open].flatMap((sums) => [sums.guaranteed, sums.variable, sums.hourly]),
        month.signed,
        month.milestones,
        month.ifRenewed,
        cashTotal(month),
      ].map((value) => moneyCell(value, currency)),
    ]),
  ]
}
