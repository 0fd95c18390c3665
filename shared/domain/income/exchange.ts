import type { Month } from '../../kernel/day.ts'
import { decimalsOf } from '../../kernel/currency.ts'
import { by } from '../../kernel/order.ts'
import { scaleRounded } from '../../kernel/rounding.ts'
import { minor, type Minor } from '../../kernel/units.ts'
import type { ExchangeRate } from '../../model/exchange-rate.ts'

/** Rates are given in millionths of a whole unit: ten to the sixth. */
const RATE_DECIMALS = 6

/** What the user has said other currencies are worth, in their own. */
export interface Exchange {
  /** The currency that all comes to. */
  readonly to: string
  /** Millionths by month and currency. */
  readonly rates: ReadonlyMap<string, number>
}

/** A rate that is needed and that nobody gave: it is asked for, never guessed (domain.md, Income). */
export interface MissingRate {
  readonly month: Month
  readonly currency: string
}

const keyOf = ({ month, currency }: MissingRate): string => `${month} ${currency}`

/** Of all that the user has said what is about a currency; what was said of another is no answer. */
export const exchangeOf = (rates: Iterable<ExchangeRate>, to: string): Exchange => ({
  to,
  rates: new Map([...rates].filter((rate) => rate.to === to).map((rate) => [keyOf(rate), rate.millionths])),
})

/** Millionths of the exchange's own currency; null where no rate was given. */
const rateOf = (currency: string, month: Month, { to, rates }: Exchange): number | null =>
  currency === to ? 10 ** RATE_DECIMALS : (rates.get(keyOf({ month, currency })) ?? null)

/**
 * Minor units of a currency in those of another, mostly the exchange's own, at the rates of the month; rounded once, half
 * away from zero, and exact for currencies of any number of decimals. null where a rate was not given.
 */
export function convert(
  amount: number,
  currency: string,
  month: Month,
  exchange: Exchange,
  into = exchange.to,
): Minor | null {
  if (currency === into) return minor(amount)
  const [rate, by] = [rateOf(currency, month, exchange), rateOf(into, month, exchange)]
  if (rate === null || by === null) return null
  const decimals = decimalsOf(currency) - decimalsOf(into)
  return minor(scaleRounded(amount, rate * 10 ** Math.max(0, -decimals), by * 10 ** Math.max(0, decimals)))
}

/** Which of these currencies lack a rate in a month. */
export const lacking = (currencies: readonly string[], month: Month, exchange: Exchange): MissingRate[] =>
  currencies.filter((currency) => rateOf(currency, month, exchange) === null).map((currency) => ({ month, currency }))

/** Each question once, the earliest month first. */
export function questions(missing: readonly MissingRate[]): MissingRate[] {
  const asked = new Map(missing.map(({ month, currency }) => [keyOf({ month, currency }), { month, currency }]))
  return [...asked].toSorted(by(([key]) => key)).map(([, question]) => question)
}
