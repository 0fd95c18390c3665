import { addDays, addMonths, addToMonth, daysBetween, firstDayOf, monthOf, type Day } from '../kernel/day.ts'
import { divideRounded } from '../kernel/rounding.ts'
import { minor, type Minor } from '../kernel/units.ts'
import type { Agreement, Version } from '../model/agreement.ts'

/**
 * The slices of a retainer (domain.md, Period and Term; acceptance/README.md, Periods). Days are half-open: `end` is
 * the first day that is no longer in it. Period n is counted from the anchor, never from the end of the one before.
 */
export interface Period {
  readonly index: number
  readonly start: Day
  readonly end: Day
  /** Days in the term, of the days of the whole period: 15 of 30 when it starts on 16 April. */
  readonly days: number
  readonly wholeDays: number
}

/** What a period owes and grants: the terms in force on its first day, prorated. */
export interface PeriodTerms {
  readonly fee: Minor
  /** Minutes, units, or 0: the basis' own unit. */
  readonly included: number
}

const monthsIn = { month: 1, quarter: 3, year: 12 } as const

/** The first day of the whole period, of which the start may lie in the middle. */
function firstCut({ startsOn, period }: Agreement): Day {
  if (period.anchor === 'anniversary') return startsOn
  const month = Number(startsOn.slice(5, 7)) - 1
  const intoPeriod = month % monthsIn[period.every]
  return firstDayOf(addToMonth(monthOf(startsOn), -intoPeriod))
}

const cut = (agreement: Agreement, index: number): Day =>
  addMonths(firstCut(agreement), index * monthsIn[agreement.period.every])

/** The day after the term's last, of an agreement that `ends`; null of one that goes on. */
export function termEnd(agreement: Agreement): Day | null {
  const { term, period, startsOn, proration } = agreement
  if (term.atEnd !== 'ends') return null
  return proration === 'none' || period.anchor === 'anniversary'
    ? cut(agreement, term.periods)
    : addMonths(startsOn, term.periods * monthsIn[period.every])
}

/** The n-th period, from 0; null past the end of a term that ends. */
export function periodAt(agreement: Agreement, index: number): Period | null {
  const [from, to, over] = [cut(agreement, index), cut(agreement, index + 1), termEnd(agreement)]
  const start = from < agreement.startsOn ? agreement.startsOn : from
  const end = over !== null && over < to ? over : to
  if (end <= start) return null
  return { index, start, end, days: daysBetween(start, end), wholeDays: daysBetween(from, to) }
}

/** The periods that start on or before a day, oldest first. */
export function periodsUntil(agreement: Agreement, asOf: Day): Period[] {
  const periods: Period[] = []
  for (let period = periodAt(agreement, 0); period && period.start <= asOf;) {
    periods.push(period)
    period = periodAt(agreement, period.index + 1)
  }
  return periods
}

/** The period that a day lies in; null before the start and after the end. */
export const periodOn = (agreement: Agreement, day: Day): Period | null => {
  const period = periodsUntil(agreement, day).at(-1)
  return period && day < period.end ? period : null
}

/** The last period of the term that a period belongs to: of its only one, or of the t-th of N periods. */
export function lastOfTerm(agreement: Agreement, index: number): number {
  const last = finalIndex(agreement)
  const { periods } = agreement.term
  return last ?? Math.floor(index / periods) * periods + periods - 1
}

/** The index of the last period there will ever be; null when the agreement goes on. */
export function finalIndex(agreement: Agreement): number | null {
  const over = termEnd(agreement)
  if (over === null) return null
  const nth = agreement.term.periods
  return periodAt(agreement, nth) === null ? nth - 1 : nth
}

const versionOn = (agreement: Agreement, day: Day): Version | undefined =>
  agreement.versions.findLast((version) => version.from <= day)

/**
 * A period's terms: the last version on or before its first day. A partial period is prorated by calendar days, the
 * fee to the minor unit, included time to the minute, units to the unit, half away from zero. Before its first
 * version an agreement owes and grants nothing.
 */
export function termsOf(agreement: Agreement, period: Period): PeriodTerms {
  const version = versionOn(agreement, period.start)
  const share = (whole: number): number =>
    agreement.proration === 'days' ? divideRounded(whole * period.days, period.wholeDays) : whole
  return { fee: minor(share(version?.fee ?? 0)), included: share(version?.included ?? 0) }
}

/** The last day of a period, as people name it. */
export const lastDay = (period: Period): Day => addDays(period.end, -1)
