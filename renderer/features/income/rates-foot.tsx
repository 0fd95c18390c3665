import { preferencesOf, type Book } from '#shared/domain/book.ts'
import { isPaidIn } from '#shared/domain/effective-rate.ts'
import { isSigned } from '#shared/domain/income/signed.ts'
import { termEnd } from '#shared/domain/periods.ts'
import { currencyName } from '#shared/i18n/currency-name.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import { firstDayOf } from '#shared/kernel/day.ts'
import type { Client } from '#shared/model/client.ts'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import type { IncomeView } from './income-view.ts'
import { rateSpan, type ClientRate } from './rate-derivation.tsx'
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
    ...elsewhereIn(book, view).map(({ client, currency: paid }) =>
      t('income.rates.elsewhere', { client: nameInWords(client.name), currency: currencyName(format, paid) }),
    ),
  ]
  return <p className={cx(css.foot)}>{foot.join(' ')}</p>
}

/** Agreements in another currency than their client's, of the last twelve months: an hour of two currencies has no rate. */
function elsewhereIn(book: Book, view: IncomeView): { client: Client; currency: string }[] {
  const from = firstDayOf(rateSpan(view).from)
  const found = [...book.workspace.tables.engagements.values()].flatMap((engagement) => {
    const client = book.workspace.tables.clients.get(engagement.clientId)
    if (!client || engagement.kind !== 'retainer' || !isSigned(engagement)) return []
    const { agreement } = engagement
    const end = termEnd(agreement)
    const isLate = agreement.startsOn <= view.today && (end === null || end > from)
    return isLate && !isPaidIn(engagement, client.currency) ? [{ client, currency: agreement.currency }] : []
  })
  return [...new Map(found.map((each) => [`${each.client.id} ${each.currency}`, each])).values()]
}
