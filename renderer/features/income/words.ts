import type { IncomeMonth } from '#shared/domain/income/by-month.ts'
import type { LeftOut } from '#shared/domain/income/comparable.ts'
import type { Fall, FallReason } from '#shared/domain/income/steps.ts'
import type { Format } from '#shared/i18n/format.ts'
import { currencyName } from '#shared/i18n/currency-name.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { guaranteedUntil } from '#shared/domain/income/guaranteed.ts'
import { termAt } from '#shared/domain/term.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import { addMonths, type Day } from '#shared/kernel/day.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import type { IncomeView } from './income-view.ts'

/** "1º gennaio" of "il 1º gennaio": where the day stands alone. */
export const fromDigit = (text: string): string => text.slice(Math.max(0, text.search(/\d/)))

/** As a sentence begins. */
export const opening = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1)

/** A day of the year to come is known by its month; one further away by its year too. */
function shortDay(format: Format, day: Day, today: Day): string {
  const short = theDay(format, day, 'short', 'al')
  return day > addMonths(today, 12) ? `${short} ${day.slice(0, 4)}` : short
}

/** Until when a retainer's fee can be counted on, and what is then. */
export function untilText(t: Translator, format: Format, { agreement }: Retainer, today: Day): string {
  const until = guaranteedUntil(agreement, today)
  if (until === null) return ''
  const day = shortDay(format, until, today)
  const { atEnd } = termAt(agreement, today)
  if (atEnd === 'renews') return t('income.guaranteed.renews', { day })
  if (atEnd === 'open') return t('income.guaranteed.open', { day })
  return agreement.trial ? t('income.guaranteed.trialUntil', { day }) : t('income.guaranteed.until', { day })
}

/** "1 January, −2,200 guaranteed"; where fees are for a quarter or a year too, a month. */
export const fallTitle = (t: Translator, format: Format, { day, from, to }: Fall, view: IncomeView): string =>
  t(view.isMean ? 'income.chart.fallMean' : 'income.chart.fall', {
    day: fromDigit(theDay(format, day)),
    amount: format.amount(to - from, view.currency, 'auto'),
  })

/** Why guaranteed income falls, agreement by agreement, the largest first: "Nordlys Foods ends, 1,600". */
export const causeTexts = (t: Translator, format: Format, fall: Fall, view: IncomeView): string[] =>
  fall.causes
    .toSorted((a, b) => b.amount - a.amount)
    .map(({ engagementId, reason, amount }) => {
      const client = view.clientOf(engagementId)?.name ?? ''
      return opening(causeText(t, reason, client, format.amount(Math.abs(amount), view.currency, 'auto')))
    })

const MOST_CAUSES = 3

/** The causes as the chart has room for them: each closed by a full stop but the last. */
export function fallWords(t: Translator, causes: readonly string[]): string[] {
  const others = causes.length - MOST_CAUSES
  const said =
    others > 1 ? [...causes.slice(0, MOST_CAUSES), t('income.chart.others', { count: String(others) })] : causes
  return said.map((text, index) => (index < said.length - 1 ? `${text}.` : text))
}

function causeText(t: Translator, reason: FallReason, client: string, amount: string): string {
  switch (reason) {
    case 'ends':
      return t('income.chart.ends', { client, amount })
    case 'trialEnds':
      return t('income.chart.trialEnds', { client, amount })
    case 'renewal':
      return t('income.chart.renewal', { client, amount })
    case 'notice':
      return t('income.chart.notice', { client, amount })
    case 'pause':
      return t('income.chart.pause', { client, amount })
    case 'less':
      return t('income.chart.less', { client, amount })
    case 'more':
      return t('income.chart.more', { client, amount })
    default:
      return assertNever(reason)
  }
}

const MOST_NAMED = 3

/** ", without October 2026 and what is paid in US dollars": what a comparison leaves out for want of a rate; "" for nothing. */
export function leftOutText(t: Translator, format: Format, without: LeftOut): string {
  const what = leftOutNames(t, format, without)
  return what === null ? '' : t('income.steady.without', { what })
}

/** The same as a sentence of its own; null for nothing. */
export function leftOutSentence(t: Translator, format: Format, without: LeftOut): string | null {
  const what = leftOutNames(t, format, without)
  return what === null ? null : t('income.steady.leftOut', { what })
}

function leftOutNames(t: Translator, format: Format, { currencies, months }: LeftOut): string | null {
  const others = months.length - MOST_NAMED
  const what = [
    ...months.slice(0, others > 1 ? MOST_NAMED : months.length).map((month) => format.month(month)),
    ...(others > 1 ? [t('income.steady.otherMonths', { count: others })] : []),
    ...paidIn(t, format, currencies),
  ]
  return what.length === 0 ? null : format.list(what)
}

/** What is paid in these currencies, in one phrase; none of none. */
const paidIn = (t: Translator, format: Format, currencies: readonly string[]): string[] =>
  currencies.length === 0
    ? []
    : [t('income.steady.paidIn', { currency: format.list(currencies.map((each) => currencyName(format, each))) })]

/** What is in none of these months' guaranteed sums; null where all is. */
export function missingIn(t: Translator, format: Format, months: readonly IncomeMonth[]): string | null {
  const currencies = months.flatMap(({ missingFees = [] }) => missingFees.map(({ currency }) => currency))
  const [what] = paidIn(t, format, [...new Set(currencies)])
  return what === undefined ? null : t('income.steady.leftOut', { what })
}
