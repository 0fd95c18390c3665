import { addDays, monthOf, type Day, type Month } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { divideRounded } from '../../kernel/rounding.ts'
import { minor, sumOf, type Minor } from '../../kernel/units.ts'
import type { Agreement } from '../../model/agreement.ts'
import { monthsIn, termsOf, type Period } from '../periods.ts'
import { feesOf } from './guaranteed.ts'

/**
 * Guaranteed income as a line of steps: what can be counted on a month, from which day to which. By the day and not
 * by the month of the fee, so that a fee for a quarter does not look like a fall in its second month, and a term that
 * ends on the 15th falls on the 16th.
 */
export interface Step {
  readonly from: Day
  /** Half-open: the first day of the next step, or the day after the last that was asked for. */
  readonly end: Day
  readonly guaranteed: Minor
  readonly expected: Minor
  readonly shares: readonly Share[]
}

/** One agreement in force during a step. */
interface Share {
  readonly engagementId: Id
  /** A whole period's fee by the month: a third of a quarter's, half away from zero. */
  readonly amount: Minor
  readonly guaranteed: boolean
}

/** One agreement and what it is of. */
export interface SignedAgreement {
  readonly id: Id
  readonly agreement: Agreement
  /** What an amount of it comes to in the currency of the whole, at a month's rate; null where nobody gave one. */
  readonly worth?: (amount: Minor, month: Month) => Minor | null
}

interface Stretch extends Share {
  readonly from: Day
  readonly end: Day
}

/** The steps from a day to another, both included; agreements as they stand on `from`. */
export function stepsAhead(signed: readonly SignedAgreement[], from: Day, to: Day): Step[] {
  const end = addDays(to, 1)
  const stretches = signed.flatMap((each) => stretchesOf(each, from, to))
  const edges = new Set([from, ...stretches.flatMap((each) => [each.from, each.end])])
  const days = [...edges].filter((day) => day >= from && day < end).toSorted()
  const steps = days.map((day, index) => stepOn(day, days[index + 1] ?? end, stretches))
  return joined(steps)
}

function stretchesOf({ id, agreement, worth }: SignedAgreement, from: Day, to: Day): Stretch[] {
  return feesOf(agreement, from, monthOf(to), monthOf(from))
    .filter(({ period }) => period.end > from && period.start <= to)
    .flatMap(({ month, period, guaranteed }) => {
      const own = byMonth(agreement, period)
      const amount = worth ? worth(own, month) : own
      // What nobody knows the worth of is in no sum: it is asked for.
      return amount === null ? [] : [{ engagementId: id, amount, guaranteed, from: period.start, end: period.end }]
    })
}

const byMonth = (agreement: Agreement, period: Period): Minor => {
  const whole = termsOf({ ...agreement, proration: 'none' }, period).fee
  return minor(divideRounded(whole, monthsIn[agreement.period.every]))
}

function stepOn(from: Day, end: Day, stretches: readonly Stretch[]): Step {
  const shares = stretches
    .filter((each) => each.from <= from && from < each.end)
    .map(({ engagementId, amount, guaranteed }) => ({ engagementId, amount, guaranteed }))
  const sum = (guaranteed: boolean): Minor =>
    minor(sumOf(shares, (share) => (share.guaranteed === guaranteed ? share.amount : 0)))
  return { from, end, guaranteed: sum(true), expected: sum(false), shares }
}

/** Steps with the same shares are one. */
function joined(steps: readonly Step[]): Step[] {
  const lasting: Step[] = []
  for (const step of steps) {
    const before = lasting.at(-1)
    if (before && sharesKey(before) === sharesKey(step)) lasting[lasting.length - 1] = { ...before, end: step.end }
    else lasting.push(step)
  }
  return lasting
}

const sharesKey = ({ shares }: Step): string =>
  shares.map(({ engagementId, amount, guaranteed }) => `${engagementId} ${amount} ${guaranteed}`).join()

/**
 * Why it changes for an agreement: it ends, has a renewal before it, is past its notice, is paused, costs less, or (the
 * other way) begins or costs more.
 */
export type FallReason = 'ends' | 'trialEnds' | 'renewal' | 'notice' | 'pause' | 'less' | 'more'

/** What an agreement takes away from what is guaranteed; negative where it adds to it. */
interface FallCause {
  readonly engagementId: Id
  readonly reason: FallReason
  readonly amount: Minor
  /** What may come all the same from then on: the fee after a renewal, or past a notice. */
  readonly still: Minor
}

/** A day on which guaranteed income falls; its causes add up to what it falls by. */
export interface Fall {
  readonly day: Day
  readonly from: Minor
  readonly to: Minor
  readonly causes: readonly FallCause[]
}

export function fallsIn(steps: readonly Step[], signed: readonly SignedAgreement[]): Fall[] {
  return steps.flatMap((step, index) => {
    const before = steps[index - 1]
    if (!before || step.guaranteed >= before.guaranteed) return []
    const causes = signed.flatMap((each) => causeOf(each, before, step))
    return [{ day: step.from, from: before.guaranteed, to: step.guaranteed, causes }]
  })
}

function causeOf({ id, agreement }: SignedAgreement, before: Step, after: Step): FallCause[] {
  const [was, is] = [before, after].map((step) => step.shares.find((share) => share.engagementId === id))
  const lost = (was?.guaranteed ? was.amount : 0) - (is?.guaranteed ? is.amount : 0)
  if (lost === 0) return []
  const still = is && !is.guaranteed ? is.amount : minor(0)
  return [{ engagementId: id, reason: lost < 0 ? 'more' : reasonOf(agreement, is), amount: minor(lost), still }]
}

function reasonOf(agreement: Agreement, is: Share | undefined): FallReason {
  if (!is) return agreement.trial ? 'trialEnds' : 'ends'
  if (!is.guaranteed) return agreement.term.atEnd === 'open' ? 'notice' : 'renewal'
  // A pause is a version of nothing: its periods are there all the same.
  return is.amount === 0 ? 'pause' : 'less'
}

/** Whether something was agreed that makes it fall. A renewal that is still to come is none, nor is a running notice. */
export const isCliff = ({ causes }: Fall): boolean =>
  causes.some(({ reason }) => reason !== 'renewal' && reason !== 'notice' && reason !== 'more')
