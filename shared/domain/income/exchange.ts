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

/**
 * Minor units of a currency in those of the exchange's own, at the rate of the month; rounded once, half away from
 * zero, and exact for currencies of any number of decimals. null where no rate was given.
 */
export function convert(amount: number, currency: string, month: Month, { to, rates }: Exchange): Minor | null {
  if (currency === to) return minor(amount)
  const millionths = rates.get(keyOf({ month, currency }))
  if (millionths === undefined) return null
  return minor(scaleRounded(amount, millionths, 10 ** (RATE_DECIMALS + decimalsOf(currency) - decimalsOf(to))))
}

/** Each question once, the earliest month first. */
export function questions(missing: readonly MissingRate[]): MissingRate[] {
  const asked = new Map(missing.map(({ month, currency }) => [keyOf({ month, currency }), { month, currency }]))
  return [...asked].toSorted(by(([key]) => key)).map(([, question]) => question)
}
