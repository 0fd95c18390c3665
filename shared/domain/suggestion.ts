import { addToMonth, firstDayOf, monthOf, type Day, type Month } from '../kernel/day.ts'
import { by } from '../kernel/order.ts'
import { divideRounded, scaleRounded } from '../kernel/rounding.ts'
import { minor, minutes, sumOf, type Minor, type Minutes } from '../kernel/units.ts'
import { agreementSchema, type Agreement } from '../model/agreement.ts'
import type { Client } from '../model/client.ts'
import type { Engagement } from '../model/engagement.ts'
import { daysOf, doneOf, type Book } from './book.ts'
import { isKept } from './ladder.ts'
import { rateOn } from './income/hourly.ts'
import { engagementsOf } from './naming.ts'
import { monthsIn, termEnd } from './periods.ts'
import { readiness, usualOf, type Readiness } from './readiness.ts'
import { nextTerm } from './renewal.ts'
import { latestTracked, trackedMonths } from './tracked-months.ts'

/** A retainer to offer to a client (domain.md, Suggestion), with what it stands on. */
export interface Suggestion {
  /** The median of the worked months, to the half hour. */
  readonly included: Minutes
  /** The months whose work that is: the last six, or of a client from longer ago their own last six. */
  readonly months: Span
  /** What an hour of it costs, and whether that is what the client pays by the hour now or the list rate. */
  readonly rate: Minor
  readonly isPaidRate: boolean
  readonly fee: Minor
  readonly term: SuggestedTerm
  /** The same as an agreement that only has to be read and signed. */
  readonly agreement: Agreement
}

export interface SuggestedTerm {
  readonly periods: number
  readonly trial: boolean
  /** Why it is as long: less than three months are known, more are, they were regular, or the last term was kept. */
  readonly because: 'new' | 'known' | 'regular' | 'kept'
}

/** Whole months, the first and the last included. */
interface Span {
  readonly from: Month
  readonly to: Month
}

/** The months whose rates and times are looked at, as in readiness. */
const MONTHS = 6
/** How alike six months are that are called regular. */
const REGULAR_BASIS_POINTS = 7500
/** The term that a trial leads to. */
const AFTER_TRIAL = 6

/**
 * Null where the history says no amount: no month with work is over, or a usual one has less than a quarter of an hour.
 * The rule is silent on who has not been worked for lately: what is suggested then stands on the last six months of theirs.
 */
export function suggestionFor(book: Book, client: Client, today: Day): Suggestion | null {
  const engagements = engagementsOf(book, client.id)
  const days = engagements.map(({ id }) => daysOf(book, id))
  const ready = readiness(days, today)
  const now = monthOf(today)
  const recent = { from: addToMonth(now, -MONTHS), to: addToMonth(now, -1) }
  const months = ready.monthsWorked > 0 ? recent : latestTracked(days, today, MONTHS)
  const usual = months === null ? 0 : usualOf(trackedMonths(days, months.from, months.to))
  if (months === null || usual === 0) return null
  const paid = paidRate(book, engagements, today, months)
  const rate = paid ?? client.listRate
  const included = minutes(usual / 60)
  const fee = minor(scaleRounded(included, rate, 60))
  const term = suggestedTerm(ready, keptPeriods(book, engagements, today))
  return {
    included,
    months,
    rate,
    isPaidRate: paid !== null,
    fee,
    term,
    agreement: agreementOf(client, { included, rate, fee, term }, today),
  }
}

/**
 * How long a term to offer: of one that was kept the next on the ladder; else six periods after six regular months,
 * else a trial, of two periods for a client of less than three months and of three for any other.
 * @param kept how many months come after the client's last term, if that was kept
 */
export function suggestedTerm(
  { historyMonths, monthsWorked, regularityBasisPoints }: Readiness,
  kept: number | null,
): SuggestedTerm {
  if (kept !== null) return { periods: kept, trial: false, because: 'kept' }
  if (monthsWorked === MONTHS && regularityBasisPoints >= REGULAR_BASIS_POINTS)
    return { periods: AFTER_TRIAL, trial: false, because: 'regular' }
  return historyMonths < 3 ? { periods: 2, trial: true, because: 'new' } : { periods: 3, trial: true, because: 'known' }
}

/** How many months the ladder has after the client's last term that is over; null where there is none or it was not kept. */
function keptPeriods(book: Book, engagements: readonly Engagement[], today: Day): number | null {
  const over = engagements.flatMap((engagement) => {
    if (engagement.kind !== 'retainer' || (engagement.status !== 'active' && engagement.status !== 'ended')) return []
    const end = termEnd(engagement.agreement)
    return end !== null && end <= today ? [{ engagement, end }] : []
  })
  const last = over.toSorted(by(({ end }) => end)).at(-1)?.engagement
  if (!last || isKept(last.agreement, doneOf(book, last.id), today) !== true) return null
  // What is suggested counts in months, whatever the last agreement did.
  return nextTerm(last.agreement).periods * monthsIn[last.agreement.period.every]
}

/**
 * What the client pays for an hour now: the rate of their hourly work that is in force today, of several pieces each
 * by the time that it had in the months. Null where none of it had any.
 */
function paidRate(book: Book, engagements: readonly Engagement[], today: Day, { from, to }: Span): Minor | null {
  const lines = engagements.flatMap((engagement) => {
    if (engagement.kind !== 'hourly') return []
    const months = trackedMonths([daysOf(book, engagement.id)], from, to)
    return [{ rate: rateOn(engagement, today), time: sumOf(months, ({ charged }) => charged) }]
  })
  const time = sumOf(lines, (line) => line.time)
  return time === 0
    ? null
    : minor(
        divideRounded(
          sumOf(lines, (line) => line.rate * line.time),
          time,
        ),
      )
}

/**
 * Where the rule is silent, the plainest terms: by the calendar month from the next one on, unused time lapses, what
 * goes beyond is billed at the same rate. A trial ends, since it is to be talked about; a longer term renews.
 */
function agreementOf(
  { currency, listRate }: Client,
  { included, rate, fee, term }: Pick<Suggestion, 'included' | 'rate' | 'fee' | 'term'>,
  today: Day,
): Agreement {
  const startsOn = today.endsWith('-01') ? today : firstDayOf(addToMonth(monthOf(today), 1))
  return agreementSchema.parse({
    basis: 'hours',
    currency,
    listRate,
    startsOn,
    period: { every: 'month', anchor: 'calendar' },
    term: { periods: term.periods, atEnd: term.trial ? 'ends' : 'renews' },
    trial: term.trial,
    leadsTo: term.trial ? AFTER_TRIAL : null,
    proration: 'days',
    rollover: null,
    overage: { policy: 'bill', ...(rate === listRate ? {} : { rate }) },
    versions: [{ from: startsOn, fee, included }],
  })
}
