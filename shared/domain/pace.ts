import type { Day } from '../kernel/day.ts'
import { scaleRounded } from '../kernel/rounding.ts'
import { sumOf } from '../kernel/units.ts'
import type { Agreement } from '../model/agreement.ts'
import { deliveriesBetween } from './deliveries-between.ts'
import type { Done } from './ledger/ledger.ts'
import { beyondQuota, perkUses } from './ledger/perk-uses.ts'
import type { Period } from './periods.ts'
import { periodsBetween } from './periods-between.ts'
import { rulesOn } from './rules.ts'
import { totalBetween } from './totals.ts'
import { countWorkingDays, nthWorkingDay, workingDaysBefore, type WorkCalendar } from './working-days.ts'

/** How fast an agreement is used: so much (seconds, or units of deliverables) on so many working days. */
export interface Pace {
  readonly amount: number
  readonly days: number
}

/** How many working days the pace is the mean of. */
const PACE_DAYS = 20

const none: Pace = { amount: 0, days: 0 }

/**
 * The pace of the last 20 working days before today (domain.md, Pace), which is still being worked. What was done on
 * days off between them counts too: it was used all the same. Days before the agreement's start do not count, nor those
 * before the end of its last pause: nothing was asked for on them. So a new agreement has the mean of the days that it
 * has had. Work on a perk is left out while its quota covers it, period by period; what exceeds that draws on included
 * time, and counts. For access there is no pace.
 */
export function paceOf(agreement: Agreement, period: Period, done: Done, today: Day, calendar: WorkCalendar): Pace {
  if (agreement.basis === 'access' || rulesOn(agreement, period.start).isPause) return none
  const { from, count } = workingDaysBefore(today, PACE_DAYS, inForceSince(agreement, period), calendar)
  if (count === 0) return none
  return { amount: usedBetween(agreement, done, from, today), days: count }
}

/** The agreement's start, or the end of its last pause. */
function inForceSince({ versions, startsOn }: Agreement, { start }: Period): Day {
  const resumed = versions.findLast(
    ({ from, isPause }, index) => from <= start && isPause !== true && versions[index - 1]?.isPause === true,
  )
  return resumed?.from ?? startsOn
}

/** Of a period that began before `from` the quotas are taken to be used first by what was worked first. */
function usedBetween(agreement: Agreement, done: Done, from: Day, to: Day): number {
  if (agreement.basis === 'hours')
    return sumOf(periodsBetween(agreement, from, to), (period) => {
      const until = (day: Day): number => usedUntil(agreement, period, done, day < period.end ? day : period.end)
      return until(to) - (period.start < from ? until(from) : 0)
    })
  return sumOf(deliveriesBetween(done, from, to), ({ units, perkId }) => (perkId === undefined ? units : 0))
}

/** What draws on the lots from a period's start up to, not including, a day. */
function usedUntil(agreement: Agreement, { start }: Period, done: Done, end: Day): number {
  const total = totalBetween(done.days, start, end)
  return total.charged + beyondQuota(perkUses(rulesOn(agreement, start).perks, total, done, { start, end }))
}

/** Used a working day. */
export const perDayOf = ({ amount, days }: Pace): number => (days === 0 ? 0 : amount / days)

/**
 * The working day, from today on, on which what is left is used up at a pace; null when it lasts to the end. Today
 * counts as a whole one: what it has had already is no longer left.
 */
export function runsOutOn(
  left: number,
  { amount, days }: Pace,
  today: Day,
  end: Day,
  calendar: WorkCalendar,
): Day | null {
  if (left <= 0 || amount <= 0) return null
  return nthWorkingDay(Math.ceil((left * days) / amount), today, end, calendar)
}

/** What will be left at the end, to the whole second or unit; negative where more is wanted by then than is left. */
export function leftAtEnd(left: number, { amount, days }: Pace, today: Day, end: Day, calendar: WorkCalendar): number {
  return days === 0 ? left : left - scaleRounded(amount, countWorkingDays(today, end, calendar), days)
}
