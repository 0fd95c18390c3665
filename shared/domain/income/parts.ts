import {
  addDays,
  addToMonth,
  daysBetween,
  firstDayOf,
  monthOf,
  monthsBetween,
  type Day,
  type Month,
} from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { divideRounded, scaleRounded } from '../../kernel/rounding.ts'
import { minor, sumOf, type Minor } from '../../kernel/units.ts'
import type { Agreement } from '../../model/agreement.ts'
import type { Engagement, Hourly, Project, Retainer } from '../../model/engagement.ts'
import { adjustedLedger } from '../ledger/closing.ts'
import type { Done } from '../ledger/ledger.ts'
import { lastDay, periodOn, type Period } from '../periods.ts'
import { totalBetween, type ByDay } from '../totals.ts'
import { feesOf } from './guaranteed.ts'
import { hourlyIn } from './hourly.ts'
import { isRunning } from './signed.ts'

/** `estimate`: hourly work still to come, at the mean of the last six months; it is never counted as earned. */
export type IncomeKind = 'guaranteed' | 'expected' | 'variable' | 'hourly' | 'estimate'

/** What a part is for. */
type IncomeSource =
  | { readonly what: 'fee'; readonly period: Period }
  /** Past the agreed: seconds, or units of deliverables. */
  | { readonly what: 'overage'; readonly period: Period; readonly over: number }
  | { readonly what: 'topUp'; readonly on: Day; readonly reason: string }
  | { readonly what: 'milestone'; readonly on: Day; readonly name: string }
  | { readonly what: 'hours'; readonly seconds: number }
  | { readonly what: 'estimate' }

/** What one engagement brings in a month: what is behind a bar. */
export interface IncomePart {
  readonly engagementId: Id
  readonly kind: IncomeKind
  readonly month: Month
  readonly amount: Minor
  /**
   * False while it is still ahead. A fee is earned when its month is over: it is paid in advance, but the month's work
   * is not done. Hours and overage are earned as they are worked, milestones and top-ups on their day.
   */
  readonly isEarned: boolean
  readonly source: IncomeSource
  /** Before it was converted: minor units of a currency that is not the user's. */
  readonly was?: { readonly amount: Minor; readonly currency: string }
}

/** How many whole months the estimate of hourly work is the mean of. */
const ESTIMATE_MONTHS = 6

/** The months that are asked for, seen from a day. */
export interface Span {
  readonly today: Day
  readonly from: Month
  readonly to: Month
}

/** All that an engagement brings in the months of a span, and in no other. */
export function partsOf(engagement: Engagement, done: Done, span: Span): IncomePart[] {
  const parts =
    engagement.kind === 'retainer'
      ? retainerParts(engagement, done, span)
      : engagement.kind === 'project'
        ? projectParts(engagement, span)
        : hourlyParts(engagement, done.days, span)
  return parts.filter(({ month, amount }) => amount !== 0 && month >= span.from && month <= span.to)
}

function retainerParts(retainer: Retainer, done: Done, { today, from, to }: Span): IncomePart[] {
  const { id: engagementId, agreement } = retainer
  const now = monthOf(today)
  const fees = feesOf(agreement, today, to, from)
    .filter(({ period }) => isRunning(retainer) || period.start <= today)
    .map(({ month, period, fee, guaranteed }): IncomePart => ({
      engagementId,
      month,
      amount: fee,
      kind: guaranteed ? 'guaranteed' : 'expected',
      isEarned: month < now,
      source: { what: 'fee', period },
    }))
  // One that is dated after an end that was agreed on since is in no period, and on no invoice.
  const inTerm = agreement.topUps.filter(({ on }) => periodOn(agreement, on) !== null)
  const topUps = inTerm.map(({ on, price, reason }): IncomePart => ({
    engagementId,
    month: monthOf(on),
    amount: price,
    kind: 'variable',
    isEarned: on <= today,
    source: { what: 'topUp', on, reason },
  }))
  return [...fees, ...topUps, ...overageParts(retainer, done, today, firstDayOf(from))]
}

/**
 * In the month in which the period ends, adjustments since its close too. What the running one comes to so far has been
 * worked by today, so that is where it stands until then.
 */
function overageParts({ id: engagementId, agreement }: Retainer, done: Done, today: Day, from: Day): IncomePart[] {
  // What is never charged need not be worked out: the ledger is by far the dearest of all this.
  if (!isEverCharged(agreement)) return []
  return adjustedLedger(agreement, done, today, from).map(({ period, overage, overageAmount }) => ({
    engagementId,
    month: monthOf(period.end <= today ? lastDay(period) : today),
    amount: overageAmount,
    kind: 'variable',
    isEarned: true,
    source: { what: 'overage', period, over: overage },
  }))
}

/** Whether overage was ever to be paid for: that too is dated, as all terms are. */
const isEverCharged = ({ basis, overage, versions }: Agreement): boolean =>
  basis !== 'access' &&
  [overage, ...versions.map((version) => version.overage)].some((each) => each && each.policy !== 'absorb')

const projectParts = (project: Project, { today }: Span): IncomePart[] =>
  project.milestones
    .filter(({ on }) => isRunning(project) || on <= today)
    .map(({ on, amount, name }) => ({
      engagementId: project.id,
      month: monthOf(on),
      amount,
      kind: 'variable',
      isEarned: on <= today,
      source: { what: 'milestone', on, name },
    }))

function hourlyParts(hourly: Hourly, days: ByDay, { today, from, to }: Span): IncomePart[] {
  const now = monthOf(today)
  const common = { engagementId: hourly.id } as const
  const past = monthsBetween(from, to < now ? to : now).map((month): IncomePart => {
    const { worked, charged } = totalBetween(days, firstDayOf(month), firstDayOf(addToMonth(month, 1)))
    // Of most months of a long history there is nothing to be priced.
    const amount = worked === 0 && charged === 0 ? minor(0) : hourlyIn(hourly, days, month)
    return { ...common, month, amount, kind: 'hourly', isEarned: true, source: { what: 'hours', seconds: charged } }
  })
  if (!isRunning(hourly)) return past
  const sixMonths = sumOf(monthsBetween(addToMonth(now, -ESTIMATE_MONTHS), addToMonth(now, -1)), (month) =>
    hourlyIn(hourly, days, month),
  )
  const ahead = monthsBetween(from > now ? from : now, to).map((month): IncomePart => {
    const amount = month === now ? restOfMonth(sixMonths, today) : divideRounded(sixMonths, ESTIMATE_MONTHS)
    return { ...common, month, amount: minor(amount), kind: 'estimate', isEarned: false, source: { what: 'estimate' } }
  })
  return [...past, ...ahead]
}

/** The running month has its hours so far; the mean stands for the days that are left of it. */
function restOfMonth(sixMonths: number, today: Day): number {
  const [first, next] = [firstDayOf(monthOf(today)), firstDayOf(addToMonth(monthOf(today), 1))]
  return scaleRounded(sixMonths, daysBetween(addDays(today, 1), next), ESTIMATE_MONTHS * daysBetween(first, next))
}
