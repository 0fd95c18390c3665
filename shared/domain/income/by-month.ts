import { monthsBetween, type Day, type Month } from '../../kernel/day.ts'
import { minor, sumOf, type Minor } from '../../kernel/units.ts'
import type { Engagement } from '../../model/engagement.ts'
import { doneLately, type Book } from '../book.ts'
import { onceAWork } from '../once-a-work.ts'
import { partsOf, type IncomeKind, type IncomePart, type Span } from './parts.ts'
import { convert, questions, type Exchange, type MissingRate } from './exchange.ts'
import { signedElsewhere, signedIn } from './signed.ts'

export { hourlyIn } from './hourly.ts'

export const incomeKinds: readonly IncomeKind[] = ['guaranteed', 'expected', 'variable', 'hourly', 'estimate']

export interface IncomeMonth {
  readonly month: Month
  readonly sums: Readonly<Record<IncomeKind, Minor>>
  /** What the sums are made of, none of them 0. */
  readonly parts: readonly IncomePart[]
  /** What is not in it for want of a rate: only where other currencies were asked for, and one is missing. */
  readonly missing?: readonly MissingRate[]
  /** Those of them that fees lack. */
  readonly missingFees?: readonly MissingRate[]
}

/**
 * Earned income by month and kind, in one currency (domain.md, Income): guaranteed and expected fees in the month in
 * which their period starts, hourly work in the month of its day, overage in the month in which its period ends (of the
 * running one in today's), projects and top-ups on their day. Other currencies are left out; `otherCurrencies` says which there are.
 * @param exchange brings them in too, each part at the rate of its month; what has none is left out and asked for.
 */
export function incomeByMonth(
  book: Book,
  currency: string,
  today: Day,
  from: Month,
  to: Month,
  exchange?: Exchange,
): IncomeMonth[] {
  const byMonth = new Map<Month, IncomePart[]>(monthsBetween(from, to).map((month) => [month, []]))
  const parts = (engagement: Engagement): readonly IncomePart[] => partsKnown(book, engagement, { today, from, to })
  for (const engagement of signedIn(book, currency))
    for (const part of parts(engagement)) byMonth.get(part.month)?.push(part)
  const missing: (MissingRate & { kind: IncomeKind })[] = []
  for (const other of exchange ? signedElsewhere(book, currency) : [])
    for (const part of parts(other.engagement)) {
      const amount = exchange && convert(part.amount, other.currency, part.month, exchange)
      if (typeof amount !== 'number') missing.push({ month: part.month, currency: other.currency, kind: part.kind })
      // What is worth less than a minor unit here is nothing.
      else if (amount !== 0)
        byMonth.get(part.month)?.push({ ...part, amount, was: { amount: part.amount, currency: other.currency } })
    }
  return [...byMonth].map(([month, list]) => ({ month, sums: sumsOf(list), parts: list, ...asked(missing, month) }))
}

const partsKnown = onceAWork((book, engagement, { today, from, to }: Pick<Span, keyof Span>): readonly IncomePart[] =>
  partsOf(engagement, doneLately(book, engagement.id), { today, from, to }),
)

function asked(
  missing: readonly (MissingRate & { kind: IncomeKind })[],
  of: Month,
): Pick<IncomeMonth, 'missing' | 'missingFees'> {
  const own = missing.filter(({ month }) => month === of)
  const fees = own.filter(({ kind }) => isFee(kind))
  return {
    ...(own.length === 0 ? {} : { missing: questions(own) }),
    ...(fees.length === 0 ? {} : { missingFees: questions(fees) }),
  }
}

/** What a retainer's periods bring, whether it can be counted on or expected. */
export const isFee = (kind: IncomeKind): boolean => kind === 'guaranteed' || kind === 'expected'

function sumsOf(parts: readonly IncomePart[]): IncomeMonth['sums'] {
  const sum = (kind: IncomeKind): Minor => minor(sumOf(parts, (part) => (part.kind === kind ? part.amount : 0)))
  return {
    guaranteed: sum('guaranteed'),
    expected: sum('expected'),
    variable: sum('variable'),
    hourly: sum('hourly'),
    estimate: sum('estimate'),
  }
}

/** The whole of a month's bar: earned and counted on, with what is expected and estimated. */
export const totalOf = (month: IncomeMonth): Minor => minor(sumOf(incomeKinds, (kind) => month.sums[kind]))

/** What of it has been earned. */
export const earnedIn = (month: IncomeMonth): Minor =>
  minor(sumOf(month.parts, (part) => (part.isEarned ? part.amount : 0)))
