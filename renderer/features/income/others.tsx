import { currencyName } from '#shared/i18n/currency-name.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import type { IncomeMonth } from '#shared/domain/income/by-month.ts'
import type { OtherCurrency } from '#shared/domain/income/signed.ts'
import type { Month } from '#shared/kernel/day.ts'
import { useWords } from '../../words.tsx'
import type { IncomeView } from './income-view.ts'
import { RateForm } from './rate-form.tsx'

interface OthersProps {
  readonly view: IncomeView
  /** Those that are shown, with what is not in them. */
  readonly months: readonly Pick<IncomeMonth, 'month' | 'missing'>[]
  /** Who pays in another currency; without it, who has agreed on one. */
  readonly others?: readonly OtherCurrency[]
  /** Above these figures is a sentence in the user's own currency alone. */
  readonly isUnderOwn?: boolean
}

/** Other currencies are never converted in silence, nor left out in silence (domain.md, Income): a rate is asked for. */
export function Others({ view, months, others = view.others, isUnderOwn = false }: OthersProps) {
  return others.map((other) => <Other key={other.currency} {...{ other, view, months, isUnderOwn }} />)
}

type OtherProps = Required<Omit<OthersProps, 'others'>> & { readonly other: OtherCurrency }

function Other({ other, view, months, isUnderOwn }: OtherProps) {
  const { t, format } = useWords()
  const { currency, clientIds } = other
  const missing = monthsWithout(months, currency)
  const words = {
    clients: format.list(clientIds.map((id) => nameInWords(view.nameOf(id)))),
    currency: currencyName(format, currency),
    months: format.list(missing.slice(0, MOST_NAMED).map((month) => format.month(month))),
    others: missing.length - MOST_NAMED,
  }
  const isKnown = [...view.exchange.rates.keys()].some((key) => key.endsWith(` ${currency}`))
  return (
    <p>
      {isKnown
        ? missing.length === 0
          ? t(isUnderOwn ? 'income.foot.convertedBelow' : 'income.foot.converted', words)
          : words.others > 0
            ? t('income.foot.partlyMany', words)
            : t('income.foot.partly', words)
        : t('income.foot.others', words)}{' '}
      {missing.length > 0 ? <RateForm currency={currency} to={view.currency} months={missing} now={view.now} /> : null}
    </p>
  )
}

const MOST_NAMED = 3

/** The months that lack a rate for what was or will be paid in them. */
const monthsWithout = (months: OthersProps['months'], currency: string): Month[] =>
  months.flatMap(({ month, missing = [] }) => (missing.some((rate) => rate.currency === currency) ? [month] : []))
