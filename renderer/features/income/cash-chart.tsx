import { useMemo, type ReactNode } from 'react'
import type { Book } from '#shared/domain/book.ts'
import { cashFlow, cashTotal, type CashFlowMonth } from '#shared/domain/income/cash-flow.ts'
import type { MonthsOfWork } from '#shared/domain/income/mix.ts'
import { moneyCell, type TableCell } from '#shared/formats/delimited.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { gridLines } from '../../parts/grid-lines.ts'
import { SaveTable } from '../../parts/save-table.tsx'
import { useWords } from '../../words.tsx'
import { CashDerivation } from './cash-derivation.tsx'
import { ChartOverTable } from './chart-over-table.tsx'
import { FiguresGrid, monthHead } from './figures-grid.tsx'
import { MONTHS_AHEAD, MONTHS_BACK, type IncomeView } from './income-view.ts'
import { figureWidth } from './measure.ts'
import { StackChart } from './stack-chart.tsx'
import { Turning } from './turning.tsx'
import { useMonths } from './use-window.ts'
import { cx } from '../../ui/cx.ts'
import stack from './stack-chart.module.css'

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

/** The rows' names, left of the columns; and between two figures. */
const LEFT = 92
const FIGURE_GAP = 9

/** The months as bars and as a table; a month opens what came in, and what is to. */
export function CashChart({ book, view, basis, width, paid, year, received }: CashChartProps) {
  const { t, format } = useWords()
  const { currency, today, now, exchange } = view
  const amount = (value: number): string => format.amount(value, currency, 'never')
  const widest = Math.max(...year.map((month) => figureWidth(amount(cashTotal(month)))))
  const fitting = Math.floor((width - LEFT) / (widest + FIGURE_GAP)) - MONTHS_AHEAD
  const { shift, from, to, ...ways } = useMonths(
    now,
    paid,
    Math.max(1, Math.min(MONTHS_BACK, fitting)),
    year.every(({ items }) => items.length === 0),
  )
  const months = useMemo(
    // The year round today is there already.
    () =>
      shift === 0 ? year.filter(({ month }) => month >= from) : cashFlow(book, currency, today, from, to, exchange),
    [book, currency, today, from, to, exchange, shift, year],
  )
  const columns = useMemo(() => months.map((month) => ({ id: month.month, values: layersOf(month) })), [months])
  const highest = Math.max(100, ...columns.map(({ values }) => sumOf(values, (value) => value)))
  const row = (id: string, name: string, value: (month: CashFlowMonth) => number, sign?: string) => ({
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
      <ChartOverTable left={LEFT} width={width} count={months.length}>
        <StackChart
          columns={columns}
          layers={layers}
          lines={gridLines(highest)}
          top={highest * 1.08}
          figure={amount}
          width={width}
          left={LEFT}
          summary={t('income.cash.summary', {
            from: format.month(from),
            to: format.month(to),
            received: format.money(received, currency),
          })}
        />
        <FiguresGrid
          label={t('income.cash.title')}
          corner={t('income.cash.kind')}
          left={LEFT}
          width={width}
          heads={months.map((month, index) => ({
            ...monthHead(format, month.month, index),
            opens: {
              label: t('income.cash.month', {
                month: format.month(month.month),
                total: format.money(cashTotal(month), currency),
              }),
              content: <CashDerivation month={month} view={view} />,
            },
          }))}
          rows={[
            row('fees', t('income.cash.fees'), fees, cx(stack.signGuaranteed)),
            row('ifRenewed', t('income.cash.ifRenewed'), ({ ifRenewed }) => ifRenewed, cx(stack.signExpected)),
            row('variable', t('income.cash.variable'), variable, cx(stack.signVariable)),
            row('hourly', t('income.cash.hourly'), hourly, cx(stack.signHourly)),
          ]}
          total={row('total', t('income.cash.total'), cashTotal)}
        />
      </ChartOverTable>
    </>
  )
}

const fees = ({ received, open, signed }: CashFlowMonth): number => received.guaranteed + open.guaranteed + signed
const variable = ({ received, open }: CashFlowMonth): number => received.variable + open.variable
const hourly = ({ received, open }: CashFlowMonth): number => received.hourly + open.hourly

/** Of each kind first what is there, then what is to come. */
const layers = [
  { id: 'fees', look: 'guaranteed' },
  { id: 'feesAhead', look: 'ahead' },
  { id: 'ifRenewed', look: 'expected' },
  { id: 'variable', look: 'variable' },
  { id: 'variableAhead', look: 'variableAhead' },
  { id: 'hourly', look: 'hourly' },
  { id: 'hourlyAhead', look: 'hourlyAhead' },
] as const

/** What was taken back makes no bar. */
const layersOf = ({ received, open, signed, ifRenewed }: CashFlowMonth): number[] =>
  [
    received.guaranteed,
    open.guaranteed + signed,
    ifRenewed,
    received.variable,
    open.variable,
    received.hourly,
    open.hourly,
  ].map((value) => Math.max(0, value))

/** A month to a row, with what was paid apart from what is open. */
function tableOf(t: Translator, currency: string, months: readonly CashFlowMonth[]): TableCell[][] {
  const [paid, open] = [t('income.cash.cash'), t('income.cash.unpaid')]
  const kinds = [t('income.cash.fees'), t('income.cash.variable'), t('income.cash.hourly')]
  const heads = [
    ...[paid, open].flatMap((state) => kinds.map((kind) => `${kind}, ${state}`)),
    t('income.cash.toInvoice'),
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
        month.ifRenewed,
        cashTotal(month),
      ].map((value) => moneyCell(value, currency)),
    ]),
  ]
}
