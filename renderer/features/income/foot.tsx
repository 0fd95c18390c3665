import type { ReactNode } from 'react'
import { currencyName } from '#shared/i18n/currency-name.ts'
import { earnedIn, type IncomeMonth } from '#shared/domain/income/by-month.ts'
import { guaranteedUntil } from '#shared/domain/income/guaranteed.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import { decimalsOf } from '#shared/kernel/currency.ts'
import { monthOf, type Month } from '#shared/kernel/day.ts'
import { Terms } from '../../parts/term-help.tsx'
import { cx } from '../../ui/cx.ts'
import { Figure } from '../../ui/figure.tsx'
import { useWords } from '../../words.tsx'
import { cellOf, kinds } from './columns.ts'
import { Others } from './others.tsx'
import { MONTHS_BACK, type IncomeView } from './income-view.ts'
import { MonthDerivation } from './month-derivation.tsx'
import { MonthsFigure } from './months-figure.tsx'
import css from './foot.module.css'

/** What the figures are, what they are not, and what they leave out. */
export function Foot({ view, months }: { view: IncomeView; months: readonly IncomeMonth[] }) {
  return (
    <figcaption className={cx(css.foot)}>
      <p>
        <Sums view={view} /> <Remarks view={view} />
      </p>
      <Terms of={['guaranteed', 'expected', 'variable', 'hourly', 'cliff']} />
      <Others view={view} months={months} isUnderOwn />
    </figcaption>
  )
}

/** What the months before today's have brought, and today's so far. */
function Sums({ view }: { view: IncomeView }) {
  const { t, format } = useWords()
  const { currency, earned, now } = view
  const amount = (value: number): string => format.amount(value, currency, 'auto')
  const running = view.months.find(({ month }) => month === now)
  const soFar = running ? earnedIn(running) : 0
  const counted = view.months.filter(({ month }) => month >= earned.since && month < now)
  const sum = (title: string, value: (month: IncomeMonth) => number) => (text: ReactNode) => (
    <MonthsFigure
      title={title}
      currency={currency}
      months={counted.map((each) => ({ month: each.month, amount: value(each) }))}
      total={t('income.month.total')}
    >
      {text}
    </MonthsFigure>
  )
  const words = {
    earned: amount(earned.all),
    guaranteed: amount(earned.guaranteed),
    count: earned.months,
    month: format.month(earned.since),
    e: sum(t('income.foot.earnedTitle'), earnedIn),
    g: sum(t('income.foot.guaranteedTitle'), ({ sums }) => sums.guaranteed),
  }
  const opened = (text: ReactNode) => (
    <Figure
      explainLabel={format.month(now)}
      explain={running ? <MonthDerivation view={view} month={running} isEarnedOnly /> : null}
    >
      {text}
    </Figure>
  )
  return (
    <>
      {earned.months === 0
        ? null
        : t.rich(earned.months === MONTHS_BACK ? 'income.foot.last' : 'income.foot.first', words)}{' '}
      {soFar > 0
        ? t.rich('income.foot.soFar', { month: format.month(now, 'name'), amount: amount(soFar), a: opened })
        : null}
    </>
  )
}

function Remarks({ view }: { view: IncomeView }) {
  const { t, format } = useWords()
  const { currency } = view
  const estimated = estimatedClients(view)
  const isWhole = (value: number): boolean => value % 10 ** decimalsOf(currency) === 0
  const hasCents = view.months.some((month) => kinds.some((kind) => !isWhole(cellOf(month, kind))))
  const unit = { currency: currencyName(format, currency) }
  const last = lastGuaranteed(view)
  return [
    last === null ? '' : t('income.foot.ends', { month: format.month(last) }),
    estimated.length > 0 ? t('income.foot.estimate', { clients: format.list(estimated.map(nameInWords)) }) : '',
    hasCents ? t('income.foot.rounded', unit) : t('income.foot.currency', unit),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/**
 * The last month of which some can be counted on, where it is not the last that is shown. By the days that are paid for,
 * as the opening sentence has it, and not by the month in which a quarter's or a year's fee falls.
 */
function lastGuaranteed({ months, signed, today }: IncomeView): Month | null {
  if (months.every(({ sums }) => sums.guaranteed === 0)) return null
  const days = signed.flatMap(({ agreement }) => guaranteedUntil(agreement, today) ?? [])
  const last = days.toSorted().at(-1)
  const shown = months.at(-1)?.month
  return last !== undefined && shown !== undefined && monthOf(last) < shown ? monthOf(last) : null
}

const estimatedClients = (view: IncomeView): string[] => [
  ...new Set(
    view.months
      .flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'estimate'))
      .flatMap(({ engagementId }) => view.clientOf(engagementId)?.name ?? []),
  ),
]
