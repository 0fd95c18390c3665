import type { Month } from '../../kernel/day.ts'
import { divideRounded } from '../../kernel/rounding.ts'
import { minor, sumOf, type Minor } from '../../kernel/units.ts'
import type { Fall, SignedAgreement, Step } from './steps.ts'

/** What is guaranteed in a month: the fees of periods that start in it (domain.md, Income). */
export interface GuaranteedMonth {
  readonly month: Month
  readonly guaranteed: Minor
}

/** What can be counted on from today, up to the first day on which it is less: what the opening sentence says. */
export interface Prospect {
  readonly now: Step
  /** The step that holds before the fall, or to the end, where it is above today's. */
  readonly peak: Step | null
  /** The first fall, and the step after it. */
  readonly fall: Fall | null
  readonly after: Step | null
  /** What may come all the same from the fall on: fees after a renewal, or past a notice, as they are agreed by then. */
  readonly stillExpected: Minor
  /** Today's month, as the steadiness and the chart have it: a level by the day may be another. */
  readonly thisMonth: GuaranteedMonth
  /**
   * Where some of it is paid for a quarter or a year at once, no level holds from month to month: then what the months
   * ahead guarantee in all, and the mean of them. Null where every fee is for a month.
   */
  readonly inAll: { readonly amount: Minor; readonly mean: Minor; readonly months: readonly GuaranteedMonth[] } | null
}

/** Whether some of what a cause takes away, or more, may come all the same. */
export const isStillExpected = ({ still }: Fall['causes'][number]): boolean => still > 0

/** Whether any step counts on a fee that is paid for more than a month at once: a level "a month" is then a mean. */
export const isMean = (steps: readonly Pick<Step, 'shares'>[], signed: readonly SignedAgreement[]): boolean => {
  const long = new Set(signed.flatMap(({ id, agreement }) => (agreement.period.every === 'month' ? [] : [id])))
  return steps.some(({ shares }) =>
    shares.some(({ engagementId, guaranteed, amount }) => guaranteed && amount !== 0 && long.has(engagementId)),
  )
}

/**
 * null when nothing is guaranteed, now or later.
 * @param months from today's on
 */
export function prospectOf(
  steps: readonly Step[],
  falls: readonly Fall[],
  signed: readonly SignedAgreement[],
  months: readonly GuaranteedMonth[],
): Prospect | null {
  const [now] = steps
  const [thisMonth] = months
  const fall = falls[0] ?? null
  if (!now || !thisMonth || steps.every(({ guaranteed }) => guaranteed === 0)) return null
  const held = fall === null ? steps : steps.filter(({ from }) => from < fall.day)
  const last = held.at(-1) ?? now
  const peak = held.find(({ guaranteed }) => guaranteed === last.guaranteed) ?? now
  return {
    now,
    peak: peak.guaranteed > now.guaranteed ? peak : null,
    fall,
    after: fall && (steps.find(({ from }) => from === fall.day) ?? null),
    stillExpected: minor(sumOf(fall?.causes ?? [], ({ still }) => still)),
    thisMonth,
    inAll: isMean(steps, signed) ? inAll(months) : null,
  }
}

function inAll(months: readonly GuaranteedMonth[]): Prospect['inAll'] {
  const amount = sumOf(months, ({ guaranteed }) => guaranteed)
  return { amount: minor(amount), mean: minor(divideRounded(amount, months.length)), months }
}
