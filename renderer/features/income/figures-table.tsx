import { totalOf, type IncomeMonth } from '#shared/domain/income/by-month.ts'
import type { Format } from '#shared/i18n/format.ts'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import { cellOf, kinds, type Kind } from './columns.ts'
import type { IncomeView } from './income-view.ts'
import type { Layout } from './layout.ts'
import { isDim, type Looking } from './lit.ts'
import { Months } from './months.tsx'
import { currencyName } from './words.ts'
import css from './figures-table.module.css'

export interface FiguresProps {
  readonly view: IncomeView
  readonly months: readonly IncomeMonth[]
  readonly layout: Layout
  readonly looking: Looking
}

/**
 * The chart's figures, its columns the chart's. Its heads are the chart's months and its row labels the legend; and it
 * is how the chart is reached without a pointer: arrows, Home and End go from month to month, Enter opens one.
 */
export function FiguresTable(props: FiguresProps) {
  const { view, months, layout, looking } = props
  const { t, format } = useWords()
  const name = t('income.chart.table', {
    from: format.month(months[0]?.month ?? view.now),
    to: format.month(months.at(-1)?.month ?? view.now),
    currency: currencyName(format, view.currency),
  })
  return (
    <table
      className={cx(css.table, layout.labels === 'above' && css.above)}
      style={{ width: layout.width }}
      aria-label={name}
    >
      <colgroup>
        <col style={{ width: layout.left }} />
        {months.map(({ month }) => (
          <col key={month} style={{ width: layout.column }} />
        ))}
        <col style={{ width: layout.right }} />
      </colgroup>
      <Months view={view} months={months} looking={looking} />
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind}>
            <RowHead kind={kind} />
            {months.map((month, index) => (
              <Cell
                key={month.month}
                value={cellOf(month, kind)}
                isDim={isDim(looking, index)}
                format={format}
                view={view}
              />
            ))}
            <td aria-hidden />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            <span className={cx(css.name)}>{t('income.chart.total')}</span>
          </th>
          {months.map((month, index) => (
            <Cell key={month.month} value={totalOf(month)} isDim={isDim(looking, index)} format={format} view={view} />
          ))}
          <td aria-hidden />
        </tr>
      </tfoot>
    </table>
  )
}

function RowHead({ kind }: { kind: Kind }) {
  const { t } = useWords()
  const names: Readonly<Record<Kind, string>> = {
    guaranteed: t('income.chart.guaranteed'),
    expected: t('income.chart.expected'),
    variable: t('income.chart.variable'),
    hourly: t('income.chart.hourly'),
  }
  return (
    <th scope="row">
      <span className={cx(css.name)}>
        <i className={cx(css.key, css[kind])} aria-hidden />
        {names[kind]}
      </span>
    </th>
  )
}

interface CellProps {
  readonly value: number
  readonly isDim: boolean
  readonly format: Format
  readonly view: IncomeView
}

/** Whole units: the cents are in what a month opens. Nothing is a dash. */
function Cell({ value, isDim: dim, format, view }: CellProps) {
  return (
    <td className={cx(dim && css.dim, value === 0 && css.zero)}>
      {value === 0 ? '–' : format.amount(value, view.currency, 'never')}
    </td>
  )
}
