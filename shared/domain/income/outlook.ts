import { addToMonth, monthOf, monthsBetween, type Day, type Month } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { divideRounded } from '../../kernel/rounding.ts'
import { minor, sumOf, type Minor } from '../../kernel/units.ts'
import type { Agreement } from '../../model/agreement.ts'
import { feesOf } from './guaranteed.ts'

/** What is known of the months from today's on, twelve of them, of agreements in one currency. */
export interface Outlook {
  readonly months: readonly { readonly month: Month; readonly guaranteed: Minor; readonly expected: Minor }[]
  /** How many months in a row after today's have guaranteed income of at least the target. */
  readonly monthsCovered: number
  /** The largest client's part of guaranteed and expected, in 1/100 of a percent; null when there is nothing. */
  readonly largestClientShareBasisPoints: number | null
}

/** One signed agreement and whose it is. */
export interface Signed {
  readonly clientId: Id | string
  readonly agreement: Agreement
}

const MONTHS = 12

/** domain.md, Income and Steadiness; acceptance/README.md, kind: income. `target` in minor units a month. */
export function outlook(signed: readonly Signed[], target: number, asOf: Day): Outlook {
  const first = monthOf(asOf)
  const last = addToMonth(first, MONTHS - 1)
  const fees = signed.flatMap(({ clientId, agreement }) =>
    feesOf(agreement, asOf, last, first)
      .filter(({ month }) => month >= first)
      .map((fee) => ({ ...fee, clientId })),
  )
  const months = monthsBetween(first, last).map((month) => ({
    month,
    guaranteed: minor(sumOf(fees, (fee) => (fee.month === month && fee.guaranteed ? fee.fee : 0))),
    expected: minor(sumOf(fees, (fee) => (fee.month === month && !fee.guaranteed ? fee.fee : 0))),
  }))
  const short = months.slice(1).findIndex(({ guaranteed }) => guaranteed < target)
  return {
    months,
    monthsCovered: short === -1 ? MONTHS - 1 : short,
    largestClientShareBasisPoints: largestShare(fees),
  }
}

function largestShare(fees: readonly { clientId: Id | string; fee: Minor }[]): number | null {
  const byClient = new Map<Id | string, number>()
  for (const { clientId, fee } of fees) byClient.set(clientId, (byClient.get(clientId) ?? 0) + fee)
  const whole = sumOf(byClient.values(), (sum) => sum)
  return whole === 0 ? null : divideRounded(Math.max(...byClient.values()) * 10_000, whole)
}
