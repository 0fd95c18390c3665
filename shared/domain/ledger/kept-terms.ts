import { by } from '../../kernel/order.ts'
import { isSame } from '../../kernel/same.ts'
import type { Agreement } from '../../model/agreement.ts'
import type { Closing } from '../../model/closing.ts'
import { finalIndex, lastOfTerm, periodOn, termsOf, type Period } from '../periods.ts'
import { rulesOn } from '../rules.ts'
import { topUpsIn } from './close-period.ts'

/**
 * Whether closed periods keep the terms that they had when an agreement takes the place of another (domain.md,
 * Versions: "a closed period keeps the terms that it had"): their days, rules and top-ups, and what lapsed with them.
 * That an agreement ends with a closed period is no breach: what it took of the next one, which there is no more, then
 * shows as its adjustment. Going on past a period that was reported as the last is one: what lapsed would be back.
 * @returns the first that would not; null where all do.
 */
export function unkept(closings: Iterable<Closing>, before: Agreement, after: Agreement): Closing | null {
  return [...closings].toSorted(by(({ start }) => start)).find(isBroken(before, after)) ?? null
}

const isBroken =
  (before: Agreement, after: Agreement) =>
  (closing: Closing): boolean => {
    const was = periodOn(before, closing.start)
    if (was && isLast(before, was) && !isLast(after, was)) return true
    return !isSame(closedTerms(before, closing), closedTerms(after, closing))
  }

/** All that the row of a closed period was worked out by, but for what was handed to it; null where there is none. */
function closedTerms(agreement: Agreement, { start }: Closing): object | null {
  const period = periodOn(agreement, start)
  if (!period) return null
  const { basis, currency } = agreement
  const rules = rulesOn(agreement, period.start)
  const topUps = topUpsIn(agreement, period)
  const lapses = rules.rollover?.periods === null && isEndOfTerm(agreement, period)
  return { basis, currency, period, rules, ...termsOf(agreement, period), topUps, lapses }
}

const isLast = (agreement: Agreement, { index }: Period): boolean => finalIndex(agreement) === index

/** Whether a term ends with the period, and another one follows. */
const isEndOfTerm = (agreement: Agreement, period: Period): boolean =>
  !isLast(agreement, period) && lastOfTerm(agreement, period.index) === period.index
