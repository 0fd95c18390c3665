import { preferencesOf, type Book } from '#shared/domain/book.ts'
import { earnedIn, incomeByMonth, type IncomeMonth } from '#shared/domain/income/by-month.ts'
import { convert, exchangeOf, type Exchange } from '#shared/domain/income/exchange.ts'
import { guaranteedUntil } from '#shared/domain/income/guaranteed.ts'
import { monthsOfWork, type MonthsOfWork } from '#shared/domain/income/mix.ts'
import { isMean, prospectOf, type Prospect } from '#shared/domain/income/prospect.ts'
import { otherCurrencies, runningRetainers, signedIn, type OtherCurrency } from '#shared/domain/income/signed.ts'
import { steadiness, type Steadiness } from '#shared/domain/income/steadiness.ts'
import { fallsIn, stepsAhead, type Fall, type SignedAgreement, type Step } from '#shared/domain/income/steps.ts'
import { onceADay } from '#shared/domain/once-a-day.ts'
import { addMonths, addToMonth, monthOf, type Day, type Month } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { sumOf, type Minor } from '#shared/kernel/units.ts'
import type { Client } from '#shared/model/client.ts'
import type { Engagement, Retainer } from '#shared/model/engagement.ts'

/** What is looked at to begin with: a year back, and a year ahead from today's month on. */
export const MONTHS_BACK = 12
export const MONTHS_AHEAD = 12
/** How far ahead one can look: nobody signs for longer. */
export const FARTHEST_AHEAD = 36

/** All that the place shows, worked out once for a state of the book. */
export interface IncomeView {
  readonly today: Day
  readonly now: Month
  readonly currency: string
  readonly target: Minor | null
  readonly months: readonly IncomeMonth[]
  /** The months in which there is any work at all; null where there is none. */
  readonly work: MonthsOfWork | null
  /** Those that run, in any currency. */
  readonly retainers: readonly Retainer[]
  /** The same as what they come to in the user's currency, as far as there are rates. */
  readonly signed: readonly SignedAgreement[]
  readonly prospect: Prospect | null
  readonly falls: readonly Fall[]
  /** Whether some fees are for more than a month: what falls is then told as a mean, a month. */
  readonly isMean: boolean
  /** The last day of the last retainer there was, when there is none any more. */
  readonly endedOn: Day | null
  readonly steady: Steadiness
  readonly earned: { readonly since: Month; readonly months: number; readonly all: number; readonly guaranteed: number }
  readonly others: readonly OtherCurrency[]
  /** What other currencies are worth, where the user has said it. */
  readonly exchange: Exchange
  readonly engagementOf: (id: Id) => Engagement | undefined
  /** Whose an engagement is. */
  readonly clientOf: (engagementId: Id) => Client | undefined
  readonly clients: ReadonlyMap<Id, Client>
  readonly nameOf: (clientId: Id) => string
}

/** The same one for every visit to the place until something changes: to look again costs no more than the drawing. */
export const incomeView = onceADay((book: Book, today: Day): IncomeView => {
  const { currency, target } = preferencesOf(book.workspace)
  const { engagements, clients, exchangeRates } = book.workspace.tables
  const exchange = exchangeOf(exchangeRates.values(), currency)
  const now = monthOf(today)
  const months = incomeByMonth(
    book,
    currency,
    today,
    addToMonth(now, -MONTHS_BACK),
    addToMonth(now, MONTHS_AHEAD - 1),
    exchange,
  )
  const retainers = runningRetainers(book)
  const signed = retainers.map((retainer) => inOwnCurrency(retainer, exchange))
  const steps = stepsAhead(signed, today, addMonths(today, MONTHS_AHEAD))
  const falls = fallsIn(steps, signed)
  const clientIdOf = (id: Id): Id | undefined => engagements.get(id)?.clientId
  return {
    today,
    now,
    currency,
    target: target !== null && target > 0 ? target : null,
    months,
    work: monthsOfWork(book, currency, exchange),
    retainers,
    signed,
    prospect: prospectOf(
      steps,
      falls,
      signed,
      months.flatMap(({ month, sums }) => (month >= now ? [{ month, guaranteed: sums.guaranteed }] : [])),
    ),
    isMean: isMean(steps, signed),
    falls,
    endedOn: endedOn(book, currency, today, steps),
    steady: steadiness(months, now, target !== null && target > 0 ? target : null, clientIdOf),
    earned: earnedBefore(months, now),
    others: otherCurrencies(book, currency),
    exchange,
    engagementOf: (id) => engagements.get(id),
    clientOf(id) {
      const clientId = clientIdOf(id)
      return clientId && clients.get(clientId)
    },
    clients,
    nameOf: (id) => clients.get(id)?.name ?? '',
  }
})

const inOwnCurrency = ({ id, agreement }: Retainer, exchange: Exchange): SignedAgreement => ({
  id,
  agreement,
  worth: (amount, month) => convert(amount, agreement.currency, month, exchange),
})

function endedOn(book: Book, currency: string, today: Day, steps: readonly Step[]): Day | null {
  if (steps.some(({ guaranteed }) => guaranteed > 0)) return null
  return signedIn(book, currency)
    .flatMap((engagement) =>
      engagement.kind === 'retainer' ? (guaranteedUntil(engagement.agreement, today) ?? []) : [],
    )
    .filter((day) => day < today)
    .reduce<Day | null>((last, day) => (last === null || day > last ? day : last), null)
}

/** The months before today's, from the first that brought something. */
function earnedBefore(months: readonly IncomeMonth[], now: Month): IncomeView['earned'] {
  const before = months.filter(({ month }) => month < now)
  const first = before.findIndex((month) => earnedIn(month) > 0)
  const counted = first === -1 ? [] : before.slice(first)
  return {
    since: counted[0]?.month ?? now,
    months: counted.length,
    all: sumOf(counted, earnedIn),
    guaranteed: sumOf(counted, ({ sums }) => sums.guaranteed),
  }
}
