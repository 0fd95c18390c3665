import { earnedIn, type IncomeMonth } from '#shared/domain/income/by-month.ts'
import type { Format } from '#shared/i18n/format.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { decimalsOf } from '#shared/kernel/currency.ts'
import type { Month } from '#shared/kernel/day.ts'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import { cellOf, kinds } from './columns.ts'
import { Others } from './others.tsx'
import { MONTHS_BACK, type IncomeView } from './income-view.ts'
import { currencyName } from './words.ts'
import css from './foot.module.css'

/** What the figures are, what they are not, and what they leave out. */
export function Foot({ view, months }: { view: IncomeView; months: readonly IncomeMonth[] }) {
  const { t, format } = useWords()
  return (
    <figcaption className={cx(css.foot)}>
      <p>{footSentences(t, format, view).join(' ')}</p>
      <Others view={view} months={months} isUnderOwn />
    </figcaption>
  )
}

function footSentences(t: Translator, format: Format, view: IncomeView): string[] {
  const { currency, earned, now } = view
  const amount = (value: number): string => format.amount(value, currency, 'auto')
  const sums = { earned: amount(earned.all), guaranteed: amount(earned.guaranteed) }
  const running = view.months.find(({ month }) => month === now)
  const soFar = running ? earnedIn(running) : 0
  const estimated = estimatedClients(view)
  const isWhole = (value: number): boolean => value % 10 ** decimalsOf(currency) === 0
  const hasCents = view.months.some((month) => kinds.some((kind) => !isWhole(cellOf(month, kind))))
  const unit = { currency: currencyName(format, currency) }
  const last = lastGuaranteed(view)
  return [
    last === null ? '' : t('income.foot.ends', { month: format.month(last) }),
    earned.months === 0
      ? ''
      : earned.months === MONTHS_BACK
        ? t('income.foot.last', sums)
        : t('income.foot.first', { ...sums, count: earned.months, month: format.month(earned.since) }),
    soFar > 0 ? t('income.foot.soFar', { month: format.month(now, 'name'), amount: amount(soFar) }) : '',
    estimated.length > 0 ? t('income.foot.estimate', { clients: format.list(estimated.map(nameInWords)) }) : '',
    hasCents ? t('income.foot.rounded', unit) : t('income.foot.currency', unit),
  ].filter((sentence) => sentence !== '')
}

/** The last month with guaranteed income, where it is not the last that is shown: after it nothing can be counted on. */
function lastGuaranteed({ months }: IncomeView): Month | null {
  const last = months.findLast(({ sums }) => sums.guaranteed > 0)
  return last && last !== months.at(-1) ? last.month : null
}

const estimatedClients = (view: IncomeView): string[] => [
  ...new Set(
    view.months
      .flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'estimate'))
      .flatMap(({ engagementId }) => view.clientOf(engagementId)?.name ?? []),
  ),
]
