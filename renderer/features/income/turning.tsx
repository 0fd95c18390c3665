import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { totalOf } from '#shared/domain/income/by-month.ts'
import { moneyCell, type TableCell } from '#shared/formats/delimited.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { SaveTable } from '../../parts/save-table.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { useWords } from '../../words.tsx'
import { cellOf, kinds } from './columns.ts'
import type { IncomeView } from './income-view.ts'
import type { Shown } from './use-window.ts'
import css from './turning.module.css'

interface TurningProps {
  readonly view: IncomeView
  readonly shown: Shown
  /** At the row's beginning. */
  readonly children?: ReactNode
}

/** Over the chart: the way to other months, and its figures as a file. */
export function Turning({ view, shown, children }: TurningProps) {
  const { t, format } = useWords()
  const { months, earlier, later, toNow } = shown
  const span = {
    from: format.month(months[0]?.month ?? view.now),
    to: format.month(months.at(-1)?.month ?? view.now),
  }
  return (
    <div className={cx(css.turning)}>
      {children}
      <div className={cx(css.deeds)}>
        <span aria-live="polite">
          <VisuallyHidden>{t('income.turning.span', span)}</VisuallyHidden>
        </span>
        {toNow ? (
          <Button variant="quiet" size="small" onPress={toNow}>
            {t('income.turning.toNow')}
          </Button>
        ) : null}
        <IconButton
          icon={ChevronLeft}
          label={t('income.turning.earlier')}
          isDisabled={earlier === null}
          onPress={() => earlier?.()}
        />
        <IconButton
          icon={ChevronRight}
          label={t('income.turning.later')}
          isDisabled={later === null}
          onPress={() => later?.()}
        />
        <SaveTable name={t('income.title')} rows={() => tableOf(t, view, shown)} />
      </div>
    </div>
  )
}

/** The chart's table with its cents: a month to a row, as spreadsheets like it. */
function tableOf(t: Translator, { currency }: IncomeView, { months }: Shown): TableCell[][] {
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
