import { addToMonth, firstDayOf, monthOf, monthsBetween, type Day, type Month } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { divideRounded, scaleRounded } from '../../kernel/rounding.ts'
import { minor, sumOf, type Minor } from '../../kernel/units.ts'
import type { Engagement, Hourly, Project, Retainer } from '../../model/engagement.ts'
import { daysOf, type Book } from '../book.ts'
import { ledger } from '../ledger.ts'
import { lastDay } from '../periods.ts'
import { totalBetween, type ByDay } from '../totals.ts'
import { feesOf } from './guaranteed.ts'

/** `estimate`: hourly work ahead, as the mean of the last six months; it is never counted as earned. */
export type IncomeKind = 'guaranteed' | 'expected' | 'variable' | 'hourly' | 'estimate'
export const incomeKinds: readonly IncomeKind[] = ['guaranteed', 'expected', 'variable', 'hourly', 'estimate']

/** What one engagement brings in a month: what is behind a bar. */
export interface IncomePart {
  readonly engagementId: Id
  readonly kind: IncomeKind
  readonly month: Month
  readonly amount: Minor
}

export interface IncomeMonth {
  readonly month: Month
  readonly sums: Readonly<Record<IncomeKind, Minor>>
  readonly parts: readonly IncomePart[]
}

/** How many whole months the estimate of hourly work is the mean of. */
const ESTIMATE_MONTHS = 6

/**
 * Earned income by month and kind, in one currency (domain.md, Income): guaranteed and expected fees in the month in
 * which their period starts, hourly work in the month of its day, overage in the month in which its period ends,
 * projects and top-ups on their day. Other currencies are left out; `currenciesOf` says which there are.
 */
export function incomeByMonth(book: Book, currency: string, today: Day, from: Month, to: Month): IncomeMonth[] {
  const earlier = addToMonth(monthOf(today), -ESTIMATE_MONTHS)
  const since = from < earlier ? from : earlier
  const parts = counted(book, currency).flatMap((engagement) => partsOf(book, engagement, today, since, to))
  const byMonth = groupByMonth(parts)
  return monthsBetween(from, to).map((month) => incomeMonth(month, byMonth.get(month) ?? []))
}

function groupByMonth(parts: readonly IncomePart[]): Map<Month, IncomePart[]> {
  const byMonth = new Map<Month, IncomePart[]>()
  for (const part of parts) {
    const same = byMonth.get(part.month)
    if (same) same.push(part)
    else byMonth.set(part.month, [part])
  }
  return byMonth
}

function incomeMonth(month: Month, parts: readonly IncomePart[]): IncomeMonth {
  const sum = (kind: IncomeKind): Minor => minor(sumOf(parts, (part) => (part.kind === kind ? part.amount : 0)))
  return {
    month,
    sums: {
      guaranteed: sum('guaranteed'),
      expected: sum('expected'),
      variable: sum('variable'),
      hourly: sum('hourly'),
      estimate: sum('estimate'),
    },
    parts: parts.filter((part) => part.amount !== 0),
  }
}

/** Signed work only: a draft or a proposal is nobody's income yet. */
const counted = (book: Book, currency: string): Engagement[] =>
  [...book.workspace.tables.engagements.values()].filter(
    (engagement) => isSigned(engagement) && currencyOf(book, engagement) === currency,
  )

const isSigned = (engagement: Engagement): boolean =>
  engagement.kind !== 'retainer' || engagement.status === 'active' || engagement.status === 'ended'

const currencyOf = (book: Book, engagement: Engagement): string | undefined =>
  engagement.kind === 'retainer'
    ? engagement.agreement.currency
    : book.workspace.tables.clients.get(engagement.clientId)?.currency

/** The currencies in which there is signed work, beside the given one. */
export const otherCurrencies = (book: Book, currency: string): string[] => [
  ...new Set(
    [...book.workspace.tables.engagements.values()]
      .filter(isSigned)
      .flatMap((engagement) => currencyOf(book, engagement) ?? [])
      .filter((other) => other !== currency),
  ),
]

function partsOf(book: Book, engagement: Engagement, today: Day, from: Month, to: Month): IncomePart[] {
  const days = daysOf(book, engagement.id)
  const parts =
    engagement.kind === 'retainer'
      ? retainerParts(engagement, days, today, to)
      : engagement.kind === 'project'
        ? projectParts(engagement)
        : hourlyParts(engagement, days, today, from, to)
  return parts.filter((part) => part.month >= from && part.month <= to)
}

function retainerParts(retainer: Retainer, days: ByDay, today: Day, to: Month): IncomePart[] {
  const { id: engagementId, agreement } = retainer
  const fees = feesOf(agreement, today, to).map(({ month, fee, guaranteed }): IncomePart => ({
    engagementId,
    month,
    amount: fee,
    kind: guaranteed ? 'guaranteed' : 'expected',
  }))
  const topUps = agreement.topUps.map(({ on, price }): IncomePart => ({
    engagementId,
    month: monthOf(on),
    amount: price,
    kind: 'variable',
  }))
  const overage = ledger(agreement, { days }, today).map(({ period, overageAmount }): IncomePart => ({
    engagementId,
    month: monthOf(lastDay(period)),
    amount: overageAmount,
    kind: 'variable',
  }))
  return [...fees, ...topUps, ...overage]
}

const projectParts = (project: Project): IncomePart[] =>
  project.milestones.map(({ on, amount }) => ({
    engagementId: project.id,
    month: monthOf(on),
    amount,
    kind: 'variable',
  }))

function hourlyParts(hourly: Hourly, days: ByDay, today: Day, from: Month, to: Month): IncomePart[] {
  const now = monthOf(today)
  const part = (month: Month, amount: Minor, kind: IncomeKind): IncomePart => ({
    engagementId: hourly.id,
    month,
    amount,
    kind,
  })
  const earned = monthsBetween(from, to < now ? to : now).map((month) =>
    part(month, hourlyIn(hourly, days, month), 'hourly'),
  )
  const mean = hourly.archived ? 0 : meanBefore(hourly, days, now)
  const ahead = now < to ? monthsBetween(addToMonth(now, 1), to) : []
  return [...earned, ...ahead.map((month) => part(month, minor(mean), 'estimate'))]
}

const meanBefore = (hourly: Hourly, days: ByDay, now: Month): number => {
  const months = monthsBetween(addToMonth(now, -ESTIMATE_MONTHS), addToMonth(now, -1))
  return divideRounded(
    sumOf(months, (month) => hourlyIn(hourly, days, month)),
    ESTIMATE_MONTHS,
  )
}

/** What a month of hourly work is worth: each rate's charged time is one line, rounded once. */
export function hourlyIn(hourly: Hourly, days: ByDay, month: Month): Minor {
  const [first, next] = [firstDayOf(month), firstDayOf(addToMonth(month, 1))]
  return minor(
    sumOf(ratesBetween(hourly, first, next), ({ rate, from, to }) =>
      scaleRounded(totalBetween(days, from, to).charged, rate, 3600),
    ),
  )
}

/** The rates in force from one day up to, not including, another. */
function ratesBetween(hourly: Hourly, first: Day, next: Day): { rate: Minor; from: Day; to: Day }[] {
  return hourly.rates.flatMap(({ from, rate }, index) => {
    const until = hourly.rates[index + 1]?.from ?? next
    const start = from === null || from < first ? first : from
    const end = until < next ? until : next
    return start < end ? [{ rate, from: start, to: end }] : []
  })
}

/** The whole of a month's bar: earned and counted on, with what is expected and estimated. */
export const totalOf = (month: IncomeMonth): number => sumOf(incomeKinds, (kind) => month.sums[kind])
