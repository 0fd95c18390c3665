import { preferencesOf, type Book } from '#shared/domain/book.ts'
import { clientWorks } from '#shared/domain/effective-rate.ts'
import type { MissingRate } from '#shared/domain/income/exchange.ts'
import { currencyName } from '#shared/i18n/currency-name.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import type { Client } from '#shared/model/client.ts'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import type { IncomeView } from './income-view.ts'
import { rateSpan, type ClientRate } from './rate-derivation.tsx'
import { RateForm } from './rate-form.tsx'
import { topOfCourses } from './rate-line.tsx'
import css from './pages.module.css'

interface RatesFootProps {
  readonly rates: readonly ClientRate[]
  readonly book: Book
  readonly view: IncomeView
}

/** How the figures are made, and what is in none of them. */
export function RatesFoot({ rates, book, view }: RatesFootProps) {
  const { t, format } = useWords()
  const { currency } = preferencesOf(book.workspace)
  const names = (clients: readonly Client[]): string => format.list(clients.map(({ name }) => nameInWords(name)))
  const foreign = rates.filter(({ client }) => client.currency !== currency).map(({ client }) => client)
  const { isCut } = topOfCourses(rates.map(({ client, months }) => ({ months, list: client.listRate })))
  const foot = [
    t('income.rates.foot'),
    ...(isCut ? [t('income.rates.cut')] : []),
    ...(foreign.length > 0
      ? [t('income.rates.ownOnly', { clients: names(foreign), currency: currencyName(format, currency) })]
      : []),
  ]
  return (
    <>
      <p className={cx(css.foot)}>{foot.join(' ')}</p>
      {elsewhereIn(book, view).map((elsewhere) => (
        <p key={`${elsewhere.client.id} ${elsewhere.currency}`} className={cx(css.foot)}>
          <Elsewhere {...elsewhere} view={view} />
        </p>
      ))}
    </>
  )
}

interface PaidElsewhere {
  readonly client: Client
  /** Not the client's. */
  readonly currency: string
  readonly missing: readonly MissingRate[]
}

/** Agreements in another currency than their client's, of the last twelve months. */
function elsewhereIn(book: Book, view: IncomeView): PaidElsewhere[] {
  const found = new Map<string, PaidElsewhere>()
  for (const client of book.workspace.tables.clients.values())
    for (const { currency, months, missing } of clientWorks(book, client, rateSpan(view))) {
      if (currency === null || (missing.length === 0 && months.every(({ worked, earned }) => worked + earned === 0)))
        continue
      const key = `${client.id} ${currency}`
      found.set(key, { client, currency, missing: [...(found.get(key)?.missing ?? []), ...missing] })
    }
  return [...found.values()]
}

/** What is converted, or for what a rate is asked: what has none is in no figure. */
function Elsewhere({ client, currency, missing, view }: PaidElsewhere & { readonly view: IncomeView }) {
  const { t, format } = useWords()
  const words = { client: nameInWords(client.name), currency: currencyName(format, currency) }
  if (missing.length === 0) return t('income.rates.converted', words)
  const asked = [...new Set(missing.map((rate) => rate.currency))]
  const months = [...new Set(missing.map(({ month }) => month))].toSorted()
  const names = format.list(months.slice(0, MOST_NAMED).map((month) => format.month(month)))
  const others = months.length - MOST_NAMED
  return (
    <>
      {others > 0
        ? t('income.rates.elsewhereMany', { ...words, months: names, others })
        : t('income.rates.elsewhere', { ...words, months: names })}{' '}
      {asked.map((lacking) => (
        <RateForm
          key={lacking}
          currency={lacking}
          to={view.currency}
          months={missing.flatMap((rate) => (rate.currency === lacking ? [rate.month] : []))}
          now={view.now}
        />
      ))}
    </>
  )
}

const MOST_NAMED = 3
