import { by } from '../kernel/order.ts'
import type { Retainer } from '../model/engagement.ts'
import type { Standing } from './standing.ts'

/**
 * The shares, in percent, that a period's time has reached and that the user has not been told of yet, the smallest
 * first (domain.md, Pace: alerts at shares that the user sets, once each). Once means once a period: a share that is
 * left again, because an entry was mended or time was topped up, and reached anew is no news.
 *
 * The time is all that there was to use, as in the standing. A period without any has no shares of it, so that access
 * and a pause never alert; nor does what is not under way.
 */
export function dueAlerts({ status, archived, agreement, told }: Retainer, { row, available }: Standing): number[] {
  if (status !== 'active' || archived || available <= 0) return []
  const known = new Set(told.find(({ period }) => period === row.period.start)?.shares)
  const reached = agreement.alerts.filter((share) => row.used * 100 >= share * available && !known.has(share))
  return [...new Set(reached)].toSorted((a, b) => a - b)
}

/** What is known of a retainer once the user has been told: each share once, periods in order. */
export function withTold(
  told: Retainer['told'],
  period: Retainer['told'][number]['period'],
  shares: readonly number[],
) {
  const before = told.find((each) => each.period === period)
  const all = [...new Set([...(before?.shares ?? []), ...shares])].toSorted((a, b) => a - b)
  const others = told.filter((each) => each !== before)
  return [...others, { ...before, period, shares: all }].toSorted(by((each) => each.period))
}
