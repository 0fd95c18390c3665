import { addToMonth, monthOf, type Day, type Month } from '../../kernel/day.ts'
import { divideRounded } from '../../kernel/rounding.ts'
import { minor, sumOf, type Minor } from '../../kernel/units.ts'
import { daysOf, type Book } from '../book.ts'
import { incomeByMonth, isFee, type IncomeMonth } from './by-month.ts'
import type { Exchange } from './exchange.ts'
import type { IncomeKind } from './parts.ts'
import { signedElsewhere, signedIn } from './signed.ts'

/** What was earned in a stretch of time, by where it came from. Minor units. */
export interface MixSpan {
  /** The first and the last month in it, both included; the last is today's at most. */
  readonly from: Month
  readonly to: Month
  readonly retained: Minor
  readonly projects: Minor
  readonly hourly: Minor
  /** What fees on retainer were of it all, in 1/100 of a percent; null where nothing was earned. */
  readonly retainedBasisPoints: number | null
}

/** The rows of the mix, in their order. */
export const mixSources = ['retained', 'projects', 'hourly'] as const
export type MixSource = (typeof mixSources)[number]

/** Where a kind of income stands: overage and top-ups stand with projects, they come as they come. */
export const sourceOf = (kind: IncomeKind): MixSource =>
  isFee(kind) ? 'retained' : kind === 'variable' ? 'projects' : 'hourly'

export interface Mix {
  /** Quarters of the last four years at most, else years: as many as one can take in. */
  readonly every: 'quarter' | 'year'
  readonly spans: readonly MixSpan[]
  /** What the spans are made of, from the first month that brought something to today's. */
  readonly months: readonly IncomeMonth[]
}

const MOST_QUARTERS = 16
const MONTHS_IN = { quarter: 3, year: 12 } as const

/**
 * How hourly and project income turned into retained income (domain.md, Income): all that was earned since the first
 * work, up to today, by quarter or by year.
 * @param exchange brings in other currencies, each part at the rate of its month
 */
export function mixOverTime(book: Book, currency: string, today: Day, exchange?: Exchange): Mix | null {
  const worked = monthsOfWork(book, currency, exchange)
  const now = monthOf(today)
  if (worked === null || worked.first > now) return null
  const months = incomeByMonth(book, currency, today, worked.first, now, exchange)
  const begin = months.findIndex(({ parts }) => parts.some(({ isEarned }) => isEarned))
  if (begin === -1) return null
  const earned = months.slice(begin)
  const every = earned.length <= MOST_QUARTERS * MONTHS_IN.quarter ? 'quarter' : 'year'
  return { every, spans: bySpan(earned, MONTHS_IN[every]), months: earned }
}

/** The first and the last month there is anything of work in a currency. */
export interface MonthsOfWork {
  readonly first: Month
  readonly last: Month
}

/**
 * In which a retainer in a currency began, a milestone fell or something was worked; null where nothing was.
 * @param exchange asks for work in other currencies too, where they have a rate
 */
export function monthsOfWork(book: Book, currency: string, exchange?: Exchange): MonthsOfWork | null {
  let months: MonthsOfWork | null = null
  const known = (month: Month): void => {
    const { first, last } = months ?? { first: month, last: month }
    months = { first: month < first ? month : first, last: month > last ? month : last }
  }
  const isConverted = (other: string): boolean => [...(exchange?.rates.keys() ?? [])].some((key) => key.endsWith(other))
  const elsewhere = signedElsewhere(book, currency).filter((other) => isConverted(other.currency))
  const signed = [...signedIn(book, currency), ...elsewhere.map(({ engagement }) => engagement)]
  for (const engagement of signed) {
    if (engagement.kind === 'retainer') known(monthOf(engagement.agreement.startsOn))
    if (engagement.kind === 'project') for (const { on } of engagement.milestones) known(monthOf(on))
    const { ends } = daysOf(book, engagement.id)
    if (ends) [ends.first, ends.last].map(monthOf).forEach(known)
  }
  return months
}

function bySpan(months: readonly IncomeMonth[], length: number): MixSpan[] {
  const spans = new Map<Month, IncomeMonth[]>()
  for (const month of months) {
    const start = startOfSpan(month.month, length)
    spans.set(start, [...(spans.get(start) ?? []), month])
  }
  return [...spans].map(([from, list]) => spanOf(from, list))
}

/** January, or the first month of the quarter. */
const startOfSpan = (month: Month, length: number): Month =>
  addToMonth(month, -((Number(month.slice(5, 7)) - 1) % length))

function spanOf(from: Month, months: readonly IncomeMonth[]): MixSpan {
  const earned = (source: MixSource): number =>
    sumOf(
      months.flatMap(({ parts }) => parts),
      ({ kind, isEarned, amount }) => (isEarned && sourceOf(kind) === source ? amount : 0),
    )
  const [retained, projects, hourly] = [earned('retained'), earned('projects'), earned('hourly')]
  const whole = retained + projects + hourly
  return {
    from,
    to: months.at(-1)?.month ?? from,
    retained: minor(retained),
    projects: minor(projects),
    hourly: minor(hourly),
    retainedBasisPoints: whole === 0 ? null : divideRounded(retained * 10_000, whole),
  }
}

/** The whole of a span. */
export const earnedInSpan = ({ retained, projects, hourly }: MixSpan): Minor => minor(retained + projects + hourly)
