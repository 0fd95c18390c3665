import { addToMonth, firstDayOf, monthOf, monthsBetween, type Day, type Month } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { scaleRounded } from '../../kernel/rounding.ts'
import { shares } from '../../kernel/shares.ts'
import { inSeconds, minutes, seconds, sumOf, type Seconds } from '../../kernel/units.ts'
import type { Agreement } from '../../model/agreement.ts'
import type { Retainer } from '../../model/engagement.ts'
import { daysOf, preferencesOf, type Book } from '../book.ts'
import { periodsBetween } from '../periods-between.ts'
import { lastDay, termsOf, type Period } from '../periods.ts'
import { rulesOn } from '../rules.ts'
import { totalBetween, type ByDay } from '../totals.ts'
import { calendarOf, countWorkingDays, minutesBetween, type WorkCalendar } from '../working-days.ts'
import { guaranteedUntil } from './guaranteed.ts'
import { isRunning } from './signed.ts'

/** What one retainer takes of a month. */
export interface CapacityPart {
  readonly engagementId: Id
  readonly committed: Seconds
  /** Agreed: its included time. Tracked: what it took of late, where the agreement names no time. */
  readonly source: 'agreed' | 'tracked'
  /** Inside a signed term; else it is expected, as the fee is. */
  readonly isGuaranteed: boolean
}

export interface CapacityMonth {
  readonly month: Month
  /** Days off left out. */
  readonly workingDays: number
  /** Working days by the hours of one. */
  readonly available: Seconds
  readonly committed: Seconds
  /** What can still be sold, or, where more is committed than there is, by how much it is over. */
  readonly toSell: Seconds
  readonly over: Seconds
  /** None of them 0. */
  readonly parts: readonly CapacityPart[]
}

/** How many whole months the tracked time of an agreement without included time is the mean of. */
const TRACKED_MONTHS = 3

/**
 * The hours there are to sell in each month against those that active retainers have taken (domain.md, Capacity), the
 * months whole. A period's included time and its top-ups are shared out to the months that it lies in by their working
 * days, to the second, so that the parts add up to the period; a period without a working day is shared out evenly. A
 * pause takes nothing. What was carried over is left out, it may never be asked for; so are perks.
 *
 * Deliverables and access name no time: they take what they took a working day in the last three whole months before
 * today, whatever the work was. While there is no such month nothing is known of them, and nothing is counted.
 */
export function capacity(book: Book, today: Day, from: Month, to: Month): CapacityMonth[] {
  const calendar = calendarOf(preferencesOf(book.workspace))
  const byMonth = new Map<Month, CapacityPart[]>(monthsBetween(from, to).map((month) => [month, []]))
  for (const engagement of book.workspace.tables.engagements.values())
    if (engagement.kind === 'retainer' && isRunning(engagement))
      for (const { month, ...part } of partsOf(engagement, daysOf(book, engagement.id), { today, from, to, calendar }))
        if (part.committed !== 0) byMonth.get(month)?.push(part)
  return [...byMonth].map(([month, parts]) => monthOfCapacity(month, parts, calendar))
}

/** The same months if nothing was renewed: what is inside signed terms alone. */
export const signedAlone = (months: readonly CapacityMonth[]): CapacityMonth[] =>
  months.map((month) => {
    const parts = month.parts.filter(({ isGuaranteed }) => isGuaranteed)
    return { ...month, parts, ...against(parts, month.available) }
  })

/** The months in which more is committed than there is. */
export const overCommitted = (months: readonly CapacityMonth[]): CapacityMonth[] =>
  months.filter(({ over }) => over > 0)

function monthOfCapacity(month: Month, parts: readonly CapacityPart[], calendar: WorkCalendar): CapacityMonth {
  const [first, next] = [firstDayOf(month), firstDayOf(addToMonth(month, 1))]
  const available = inSeconds(minutesBetween(first, next, calendar))
  return { month, workingDays: countWorkingDays(first, next, calendar), available, ...against(parts, available), parts }
}

function against(
  parts: readonly CapacityPart[],
  available: Seconds,
): Pick<CapacityMonth, 'committed' | 'toSell' | 'over'> {
  const committed = seconds(sumOf(parts, (part) => part.committed))
  return {
    committed,
    toSell: seconds(Math.max(0, available - committed)),
    over: seconds(Math.max(0, committed - available)),
  }
}

interface Around {
  readonly today: Day
  readonly from: Month
  readonly to: Month
  readonly calendar: WorkCalendar
}

type Dated = CapacityPart & { readonly month: Month }

/** What a retainer takes of each month of the span, part by part: one for each period. */
function partsOf({ id, agreement }: Retainer, days: ByDay, { today, from, to, calendar }: Around): Dated[] {
  const until = guaranteedUntil(agreement, today)
  const isAgreed = agreement.basis === 'hours'
  const rate = isAgreed ? null : trackedRate(agreement, days, today, calendar)
  return unpaused(agreement, firstDayOf(from), firstDayOf(addToMonth(to, 1))).flatMap((period) => {
    const months = monthsBetween(monthOf(period.start), monthOf(lastDay(period)))
    const weights = (): number[] => months.map((month) => workingDaysIn(period, month, calendar))
    const parts = rate
      ? weights().map((weight) => scaleRounded(rate.worked, weight, rate.days))
      : sharedOut(isAgreed ? includedIn(agreement, period) : 0, months.length, weights)
    return months.map((month, index): Dated => ({
      month,
      engagementId: id,
      committed: seconds(parts[index] ?? 0),
      source: isAgreed ? 'agreed' : 'tracked',
      isGuaranteed: until !== null && period.start <= until,
    }))
  })
}

/** Most periods lie in one month, which has the whole: no day of it is counted. */
const sharedOut = (whole: number, months: number, weights: () => number[]): number[] =>
  months === 1 || whole === 0 ? [whole] : shares(whole, weights())

/** Included time of a period and what it is topped up by, in seconds. */
function includedIn(agreement: Agreement, period: Period): Seconds {
  const { start, end } = period
  const toppedUp = sumOf(agreement.topUps, ({ on, amount }) => (on >= start && on < end ? amount : 0))
  return inSeconds(minutes(termsOf(agreement, period).included + toppedUp))
}

function workingDaysIn({ start, end }: Period, month: Month, calendar: WorkCalendar): number {
  const [first, next] = [firstDayOf(month), firstDayOf(addToMonth(month, 1))]
  return countWorkingDays(start > first ? start : first, end < next ? end : next, calendar)
}

/** Seconds worked on so many working days, in the last whole months; null while there were none. */
function trackedRate(
  agreement: Agreement,
  days: ByDay,
  today: Day,
  calendar: WorkCalendar,
): { readonly worked: number; readonly days: number } | null {
  const now = firstDayOf(monthOf(today))
  const from = firstDayOf(addToMonth(monthOf(today), -TRACKED_MONTHS))
  const stretches = unpaused(agreement, from, now).map(({ start, end }) => ({
    start: start > from ? start : from,
    end: end < now ? end : now,
  }))
  const count = sumOf(stretches, ({ start, end }) => countWorkingDays(start, end, calendar))
  if (count === 0) return null
  return { worked: sumOf(stretches, ({ start, end }) => totalBetween(days, start, end).worked), days: count }
}

/** The periods with a day from one day up to, not including, another, that are not paused. */
const unpaused = (agreement: Agreement, from: Day, to: Day): Period[] =>
  periodsBetween(agreement, from, to).filter(({ start }) => !rulesOn(agreement, start).isPause)
