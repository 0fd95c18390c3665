import { addToMonth, daysBetween, firstDayOf, monthOf, monthsBetween, type Day, type Month } from '../kernel/day.ts'
import { scaleRounded } from '../kernel/rounding.ts'
import { shares } from '../kernel/shares.ts'
import { minor, seconds, sumOf, type Minor, type Seconds } from '../kernel/units.ts'
import type { Agreement } from '../model/agreement.ts'
import type { Client } from '../model/client.ts'
import type { Engagement, Retainer } from '../model/engagement.ts'
import { doneOf, preferencesOf, type Book } from './book.ts'
import { convert, exchangeOf, lacking, type Exchange, type MissingRate } from './income/exchange.ts'
import { hourlyIn } from './income/hourly.ts'
import type { Span } from './income/parts.ts'
import { currencyOf, isSigned } from './income/signed.ts'
import { adjustedLedger } from './ledger/closing.ts'
import type { Done, LedgerRow } from './ledger/ledger.ts'
import { perksGiven, type PerkGiven } from './ledger/perks-given.ts'
import { engagementsOf } from './naming.ts'
import { onceAWork } from './once-a-work.ts'
import { lastDay, type Period } from './periods.ts'
import { rulesOn } from './rules.ts'
import { totalBetween } from './totals.ts'

/** What an hour came to, and what was given on top of it. Money in minor units, time in seconds. */
export interface EffectiveRate {
  readonly worked: Seconds
  /** Fees, top-ups, overage that is billed, hours, milestones. */
  readonly earned: Minor
  /** Earned ÷ hours worked, all of them: on perks and past the agreed too. Null where nothing was worked. */
  readonly rate: Minor | null
  /** Time on perks that their quotas cover; and what perks were worth at list price, the counted and promised ones too. */
  readonly perks: Seconds
  readonly perksValue: Minor
  /** What was worked past the agreed and absorbed, at list price: over-servicing. */
  readonly overServicing: Minor
}

export interface RateOfMonth extends EffectiveRate {
  readonly month: Month
}

/** What brings a month something; a rate is worked out of their sum. */
type Line = Omit<RateOfMonth, 'rate'>

const nothing = {
  worked: seconds(0),
  earned: minor(0),
  perks: seconds(0),
  perksValue: minor(0),
  overServicing: minor(0),
}

/**
 * The effective rate of one engagement by month (domain.md, The period ledger: fee ÷ hours worked), for the months of a
 * span up to today's. A fee is spread over the days of its period, so that the first month of a quarter does not look
 * three times as dear; what a period's close decides (overage, top-ups, perks, over-servicing) stands in the month in
 * which it ends, or today. In the running month it is the rate if nothing more was worked.
 */
export function ratesByMonth(
  engagement: Engagement,
  done: Done,
  { listRate }: Pick<Client, 'listRate'>,
  span: Span,
): RateOfMonth[] {
  return summed(linesOf(engagement, done, listRate, span), span)
}

/** What an hour of one work came to, in the currency of its client. */
export interface WorkRates {
  readonly engagement: Engagement
  readonly months: readonly RateOfMonth[]
  /** What the work is paid in, where that is another currency: then its money is converted at each month's rate. */
  readonly currency: string | null
  /** The rates that are missing for that: what was worked and earned in these months is left out of them. */
  readonly missing: readonly MissingRate[]
}

/** A client's signed works, each with its months of a span up to today's. */
export function clientWorks(book: Book, client: Client, span: Span): WorkRates[] {
  const { exchangeRates } = book.workspace.tables
  const exchange = exchangeOf(exchangeRates.values(), preferencesOf(book.workspace).currency)
  return engagementsOf(book, client.id)
    .filter(isSigned)
    .map((engagement) => {
      const currency = currencyOf(book, engagement) ?? client.currency
      // In the work's own currency, as all that is in its months before they are converted.
      const listRate = convert(client.listRate, client.currency, monthOf(span.today), exchange, currency) ?? minor(0)
      const months = ratesKnown(book, engagement, { today: span.today, from: span.from, to: span.to, listRate })
      if (currency === client.currency) return { engagement, months, currency: null, missing: [] }
      return { engagement, currency, ...converted(months, currency, client.currency, exchange) }
    })
}

const ratesKnown = onceAWork(
  (book, engagement, { listRate, ...span }: Pick<Span, keyof Span> & { listRate: Minor }): readonly RateOfMonth[] =>
    ratesByMonth(engagement, doneOf(book, engagement.id), { listRate }, span),
)

/** A month without a rate is left out whole: its hours without its money would make an hour cheaper than it was. */
function converted(
  months: readonly RateOfMonth[],
  from: string,
  into: string,
  exchange: Exchange,
): Pick<WorkRates, 'months' | 'missing'> {
  const isWorth = (month: RateOfMonth): boolean => month.earned + month.perksValue + month.overServicing !== 0
  const missing = months.flatMap((month) => (isWorth(month) ? lacking([from, into], month.month, exchange) : []))
  const lack = new Set(missing.map(({ month }) => month))
  const worth = (amount: Minor, month: Month): Minor => convert(amount, from, month, exchange, into) ?? minor(0)
  return {
    missing,
    months: months.map(({ month, worked, perks, ...money }) => ({
      month,
      ...overall(
        lack.has(month)
          ? []
          : [
              {
                worked,
                perks,
                earned: worth(money.earned, month),
                perksValue: worth(money.perksValue, month),
                overServicing: worth(money.overServicing, month),
              },
            ],
      ),
    })),
  }
}

/** The same of all that a client has. */
export const clientRatesByMonth = (book: Book, client: Client, span: Span): RateOfMonth[] =>
  summed(
    clientWorks(book, client, span).flatMap(({ months }) => months),
    span,
  )

/** What lies ahead has no rate yet. */
const monthsOf = ({ today, from, to }: Span): Month[] => monthsBetween(from, monthOf(today) < to ? monthOf(today) : to)

const summed = (lines: readonly Line[], span: Span): RateOfMonth[] =>
  monthsOf(span).map((month) => ({ month, ...overall(lines.filter((line) => line.month === month)) }))

/** One rate of several months: all that was earned over all hours, not a mean of rates. */
export function overall(months: readonly Omit<EffectiveRate, 'rate'>[]): EffectiveRate {
  const worked = sumOf(months, (month) => month.worked)
  const earned = sumOf(months, (month) => month.earned)
  return {
    worked: seconds(worked),
    earned: minor(earned),
    rate: worked === 0 ? null : minor(scaleRounded(earned, 3600, worked)),
    perks: seconds(sumOf(months, (month) => month.perks)),
    perksValue: minor(sumOf(months, (month) => month.perksValue)),
    overServicing: minor(sumOf(months, (month) => month.overServicing)),
  }
}

function linesOf(engagement: Engagement, done: Done, listRate: Minor, span: Span): Line[] {
  const months = monthsOf(span)
  const worked = months.map((month): Line => ({ ...nothing, month, worked: workedIn(done, month) }))
  return [...worked, ...incomeLines(engagement, done, listRate, months, span.today)]
}

const workedIn = ({ days }: Done, month: Month): Seconds =>
  seconds(totalBetween(days, firstDayOf(month), firstDayOf(addToMonth(month, 1))).worked)

function incomeLines(
  engagement: Engagement,
  done: Done,
  listRate: Minor,
  months: readonly Month[],
  today: Day,
): Line[] {
  if (engagement.kind === 'hourly')
    return months.map((month) => ({ ...nothing, month, earned: hourlyIn(engagement, done.days, month) }))
  if (engagement.kind === 'project')
    return engagement.milestones
      .filter(({ on }) => on <= today)
      .map(({ on, amount }) => ({ ...nothing, month: monthOf(on), earned: amount }))
  const [first] = months
  return adjustedLedger(engagement.agreement, done, today)
    .filter(({ period }) => first !== undefined && period.end > firstDayOf(first))
    .flatMap((row) => rowLines(engagement, row, listRate, today))
}

function rowLines({ agreement }: Retainer, row: LedgerRow, listRate: Minor, today: Day): Line[] {
  const ends = lastDay(row.period)
  const perks = seconds(sumOf(row.perks, ({ covered }) => covered))
  const rules = rulesOn(agreement, row.period.start)
  // Of deliverables the agreement's rate is that of a unit: an hour costs what it costs the client elsewhere.
  const anHour = agreement.basis === 'deliverables' ? listRate : rules.listRate
  // One that names no value is worth its time.
  const worth = ({ perk, use, value }: PerkGiven): number =>
    perk.value === 0 ? scaleRounded(use.covered, anHour, 3600) : value
  const closed: Line = {
    ...nothing,
    month: monthOf(ends < today ? ends : today),
    earned: minor(row.overageAmount + row.topUpAmount),
    perks,
    perksValue: minor(sumOf(perksGiven(agreement, row), worth)),
    overServicing: rules.overage.policy === 'absorb' ? atList(agreement, row.overage, rules.listRate) : minor(0),
  }
  return [closed, ...feeLines(row)]
}

const atList = ({ basis }: Agreement, overage: number, listRate: Minor): Minor =>
  minor(scaleRounded(overage, listRate, basis === 'hours' ? 3600 : 1))

/** The fee by the days of its period that lie in each month; the parts add up to it. */
function feeLines({ period, fee }: LedgerRow): Line[] {
  const months = monthsBetween(monthOf(period.start), monthOf(lastDay(period)))
  const parts = shares(
    fee,
    months.map((month) => daysIn(period, month)),
  )
  return months.map((month, index) => ({ ...nothing, month, earned: minor(parts[index] ?? 0) }))
}

function daysIn({ start, end }: Period, month: Month): number {
  const [first, next] = [firstDayOf(month), firstDayOf(addToMonth(month, 1))]
  return daysBetween(start < first ? first : start, end < next ? end : next)
}
