import { totalOf, type IncomeMonth } from '#shared/domain/income/by-month.ts'
import { moneyCell, type TableCell } from '#shared/formats/delimited.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { SaveTable } from '../../parts/save-table.tsx'
import { useWords } from '../../words.tsx'
import { cellOf, kinds } from './columns.ts'

interface SaveMonthsProps {
  readonly currency: string
  readonly months: readonly IncomeMonth[]
}

export function SaveMonths({ currency, months }: SaveMonthsProps) {
  const { t } = useWords()
  return <SaveTable name={t('income.title')} rows={() => tableOf(t, currency, months)} />
}

/** The chart's table with its cents: a month to a row, as spreadsheets like it. */
function tableOf(t: Translator, currency: string, months: readonly IncomeMonth[]): TableCell[][] {
  const names = {
    guaranteed: t('income.chart.guaranteed'),
    expected: t('income.chart.expected'),
    variable: t('income.chart.variable'),
    hourly: t('income.chart.hourly'),
  }
  const heads = [...kinds.map((kind) => names[kind]), t('income.chart.total')]
  return [
    [t('income.turning.month'), ...heads.map((name) => `${name} (${currency})`)],
    ...months.map((month) => [
      month.month,
      ...[...kinds.map((kind) => cellOf(month, kind)), totalOf(month)].map((amount) => moneyCell(amount, currency)),
    ]),
  ]
}
