import type { Month } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { divideRounded } from '../../kernel/rounding.ts'
import { spreadOf } from '../../kernel/spread.ts'
import { minor, sumOf, type Minor } from '../../kernel/units.ts'
import { earnedIn, isFee, type IncomeMonth } from './by-month.ts'
import { comparable, type LeftOut } from './comparable.ts'
import type { IncomePart } from './parts.ts'

/** How far months stray from their mean: the coefficient of variation of what was earned in them. */
export interface Variation {
  readonly months: readonly { readonly month: Month; readonly earned: Minor }[]
  readonly mean: Minor
  /** The standard deviation, of the months themselves and not of a sample. */
  readonly deviation: Minor
  readonly basisPoints: number
  readonly without: LeftOut
}

export interface ClientShare {
  readonly clientId: Id
  readonly amount: Minor
  readonly basisPoints: number
}

/** What clients are of a sum, the largest first. */
export interface ClientShares {
  readonly clients: readonly ClientShare[]
  readonly without: LeftOut
}

/** domain.md, Steadiness. Figures are null where there is nothing to compare. */
export interface Steadiness {
  /** Of the target, what is guaranteed in today's month, in 1/100 of a percent. */
  readonly coverageBasisPoints: number | null
  /** The months after today's in a row of which what is guaranteed covers the target, and the first that does not. */
  readonly covered: readonly IncomeMonth[]
  readonly firstShort: IncomeMonth | null
  readonly variation: Variation | null
  /** Of what is guaranteed and expected from today's month on: the largest is the largest client's share. */
  readonly ahead: ClientShares
  /** Of what the months before today's brought. */
  readonly behind: ClientShares
}

/** The fewest months of which it makes sense to say how far apart they are. */
const FEWEST = 3

/**
 * @param months twelve before today's, which begins the rest.
 * @param clientOf whose an engagement is.
 */
export function steadiness(
  months: readonly IncomeMonth[],
  now: Month,
  target: number | null,
  clientOf: (engagementId: Id) => Id | undefined,
): Steadiness {
  const before = months.filter(({ month }) => month < now)
  const after = months.filter(({ month }) => month > now)
  const guaranteedNow = months.find(({ month }) => month === now)?.sums.guaranteed ?? 0
  const short = target === null ? -1 : after.findIndex(({ sums }) => sums.guaranteed < target)
  return {
    coverageBasisPoints: target === null || target <= 0 ? null : divideRounded(guaranteedNow * 10_000, target),
    covered: target === null ? [] : short === -1 ? after : after.slice(0, short),
    firstShort: after[short] ?? null,
    variation: variationOf(before),
    ahead: sharesOf(
      // Of what is ahead hours that lack a rate are in no share anyway.
      months.filter(({ month }) => month >= now).map((month) => ({ ...month, missing: month.missingFees ?? [] })),
      ({ kind }) => isFee(kind),
      clientOf,
    ),
    behind: sharesOf(before, () => true, clientOf),
  }
}

/**
 * How far apart months were, today's not among them. Counted from the first that brought something: before it there was
 * no income that could have been steady. What has no rate is left out. Null of fewer than three, and of a sum of nothing.
 */
export function variationOf(before: readonly IncomeMonth[]): Variation | null {
  const { months: compared, without } = comparable(before)
  const all = compared.map((month) => ({ month: month.month, earned: earnedIn(month) }))
  const first = all.findIndex(({ earned }) => earned > 0)
  const months = first === -1 ? [] : all.slice(first)
  const spread = spreadOf(months.map(({ earned }) => earned))
  if (months.length < FEWEST || !spread || spread.variationBasisPoints === null) return null
  return {
    months,
    mean: minor(spread.mean),
    deviation: minor(spread.deviation),
    basisPoints: spread.variationBasisPoints,
    without,
  }
}

function sharesOf(
  months: readonly IncomeMonth[],
  counts: (part: IncomePart) => boolean,
  clientOf: (engagementId: Id) => Id | undefined,
): ClientShares {
  const { months: compared, without } = comparable(months)
  const parts = compared.flatMap((month) => month.parts.filter(counts))
  return { clients: clientShares(parts, clientOf), without }
}

/**
 * Whose loss would harm most: the largest client of what is guaranteed and expected (acceptance/README.md, kind: income);
 * where nothing is, of what came in. Null with nothing at all.
 */
export const largestOf = ({ ahead, behind }: Steadiness): ClientShare | null =>
  ahead.clients[0] ?? behind.clients[0] ?? null

/** By client, the largest first; with no income there is none. */
export function clientShares(
  parts: readonly IncomePart[],
  clientOf: (engagementId: Id) => Id | undefined,
): ClientShare[] {
  const byClient = new Map<Id, number>()
  for (const { engagementId, amount } of parts) {
    const client = clientOf(engagementId)
    if (client !== undefined) byClient.set(client, (byClient.get(client) ?? 0) + amount)
  }
  const whole = sumOf(byClient.values(), (sum) => sum)
  return [...byClient]
    .map(([clientId, amount]) => ({
      clientId,
      amount: minor(amount),
      basisPoints: whole === 0 ? 0 : divideRounded(amount * 10_000, whole),
    }))
    .toSorted((a, b) => b.amount - a.amount)
}
