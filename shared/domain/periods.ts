import { addDays, addMonths, addToMonth, daysBetween, firstDayOf, monthOf, type Day } from '../kernel/day.ts'
import { divideRounded } from '../kernel/rounding.ts'
import { minor, type Minor } from '../kernel/units.ts'
import type { Agreement } from '../model/agreement.ts'
import { rulesOn } from './rules.ts'

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

export const monthsIn = { month: 1, quarter: 3, year: 12 } as const

/** How an agreement is cut into periods, and where it is over. */
interface Course {
  /** The first day of the first whole period, of which the start may lie in the middle. */
  readonly anchor: Day
  /** Months from one cut to the next. */
  readonly step: number
  /** The day after the last; null while it goes on. */
  readonly over: Day | null
  /** Those that were asked for, by their index. */
  readonly periods: Map<number, Period | null>
}

/** Worked out once: an agreement is never changed, only replaced by another. */
const known = new WeakMap<Agreement, Course>()

function courseOf(agreement: Agreement): Course {
  const found = known.get(agreement)
  if (found) return found
  const step = monthsIn[agreement.period.every]
  const course: Course = { anchor: anchorOf(agreement), step, over: overOn(agreement), periods: new Map() }
  known.set(agreement, course)
  return course
}

function anchorOf({ startsOn, period }: Agreement): Day {
  if (period.anchor === 'anniversary') return startsOn
  const month = Number(startsOn.slice(5, 7)) - 1
  return firstDayOf(addToMonth(monthOf(startsOn), -(month % monthsIn[period.every])))
}

/** By its term or, where that was agreed, earlier; never before its first day. */
function overOn(agreement: Agreement): Day | null {
  const { endsOn, startsOn } = agreement
  const byTerm = overByTerm(agreement)
  if (endsOn === null) return byTerm
  const after = addDays(endsOn < startsOn ? startsOn : endsOn, 1)
  return byTerm === null || after < byTerm ? after : byTerm
}

function overByTerm(agreement: Agreement): Day | null {
  const { term, period, startsOn, proration } = agreement
  if (term.atEnd !== 'ends') return null
  const months = term.periods * monthsIn[period.every]
  const isWhole = proration === 'none' || period.anchor === 'anniversary'
  return addMonths(isWhole ? anchorOf(agreement) : startsOn, months)
}

/** The day after the term's last, of an agreement that ends; null of one that goes on. */
export const termEnd = (agreement: Agreement): Day | null => courseOf(agreement).over

const cut = ({ anchor, step }: Course, index: number): Day => addMonths(anchor, index * step)

/** The part of a whole period that lies in the term; null where none of it does. */
function cutOut({ over }: Course, startsOn: Day, index: number, from: Day, to: Day): Period | null {
  const start = from < startsOn ? startsOn : from
  const end = over !== null && over < to ? over : to
  if (end <= start) return null
  const wholeDays = daysBetween(from, to)
  const days = start === from && end === to ? wholeDays : daysBetween(start, end)
  return { index, start, end, days, wholeDays }
}

/** The n-th period, from 0; null past the end of a term that ends. Found by itself, whatever lies before it. */
export function periodAt(agreement: Agreement, index: number): Period | null {
  const course = courseOf(agreement)
  const found = course.periods.get(index)
  if (found !== undefined) return found
  const from = cut(course, index)
  const period = index < 0 ? null : cutOut(course, agreement.startsOn, index, from, cut(course, index + 1))
  course.periods.set(index, period)
  return period
}

/** The periods that start on or before a day, oldest first, from the n-th on. */
export function periodsUntil(agreement: Agreement, asOf: Day, first = 0): Period[] {
  const periods: Period[] = []
  for (let period = periodAt(agreement, first); period && period.start <= asOf;) {
    periods.push(period)
    period = periodAt(agreement, period.index + 1)
  }
  return periods
}

/** The index of the whole period that a day lies in; negative before the first. */
function indexOn({ anchor, step }: Course, day: Day): number {
  const monthsOn = (of: Day): number => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7))
  const index = Math.floor((monthsOn(day) - monthsOn(anchor)) / step)
  // The month may begin before its cut does: on 3 April a period that is cut on the 15th is still March's.
  return addMonths(anchor, index * step) <= day ? index : index - 1
}

/** The period that a day lies in; null before the start and after the end. */
export function periodOn(agreement: Agreement, day: Day): Period | null {
  if (day < agreement.startsOn) return null
  const period = periodAt(agreement, indexOn(courseOf(agreement), day))
  return period && day < period.end ? period : null
}

/** The last period that has begun by a day; null before the start. */
export function lastBegun(agreement: Agreement, day: Day): Period | null {
  if (day < agreement.startsOn) return null
  const final = finalIndex(agreement)
  const index = indexOn(courseOf(agreement), day)
  return periodAt(agreement, final === null ? index : Math.min(index, final))
}

/**
 * The last period of the term that a period belongs to: of its only one, or of the t-th of N periods, which an agreed
 * end cuts short. That end leaves the terms before it as they were.
 */
export function lastOfTerm(agreement: Agreement, index: number): number {
  const { periods } = agreement.term
  const byTerm = Math.floor(index / periods) * periods + periods - 1
  const final = finalIndex(agreement)
  if (final === null) return byTerm
  return agreement.term.atEnd === 'ends' ? final : Math.min(byTerm, final)
}

/** The index of the last period there will ever be; null when the agreement goes on. */
export function finalIndex(agreement: Agreement): number | null {
  const course = courseOf(agreement)
  return course.over === null ? null : indexOn(course, addDays(course.over, -1))
}

/**
 * A period's terms: the rules on its first day. A partial period is prorated by calendar days, the fee to the minor
 * unit, included time to the minute, units to the unit, half away from zero.
 */
export function termsOf(agreement: Agreement, period: Period): PeriodTerms {
  const { fee, included } = rulesOn(agreement, period.start)
  if (agreement.proration === 'none' || period.days === period.wholeDays) return { fee, included }
  const share = (whole: number): number => divideRounded(whole * period.days, period.wholeDays)
  return { fee: minor(share(fee)), included: share(included) }
}

/** The last day of a period, as people name it. */
export const lastDay = (period: Period): Day => addDays(period.end, -1)
