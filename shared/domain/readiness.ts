import { addToMonth, monthOf, monthsBetween, type Day, type Month } from '../kernel/day.ts'
import { divideRounded } from '../kernel/rounding.ts'
import { medianTo, spreadOf } from '../kernel/spread.ts'
import { seconds, sumOf, type Seconds } from '../kernel/units.ts'
import type { ByDay, DayTotal } from './totals.ts'
import { trackedMonths, type TrackedMonth } from './tracked-months.ts'

/** Whether a client's history makes a retainer (domain.md, From client to retainer). Each factor stands on its own. */
export interface Readiness {
  /** Whole months with billable work, ever: years between two of them are no history. */
  readonly historyMonths: number
  /** How many of the last six whole months had billable work. */
  readonly monthsWorked: number
  /** 1 − coefficient of variation of those six months, floored at 0, in 1/100 of a percent. */
  readonly regularityBasisPoints: number
  readonly lastWorked: Day | null
  /** A month: the median of the months that were worked, to the half hour. */
  readonly usual: Seconds
  readonly isReady: boolean
  /** What the history is worth as a whole: each factor with its weight, and their sum, of 100. */
  readonly factors: readonly Factor[]
  readonly score: number
}

/** One factor of readiness: how far it is met, what it weighs, and what it brings to the sum. */
export interface Factor {
  readonly name: 'history' | 'worked' | 'regular' | 'recent'
  /** Of all that could be asked for, in 1/100 of a percent. */
  readonly metBasisPoints: number
  /** The weights of all factors are 100. */
  readonly weight: number
  /** Met × weight, rounded; the sum is of these, so that it is the sum of what is shown. */
  readonly points: number
}

const MONTHS = 6
const HALF_HOUR = 1800
const WHOLE = 10_000

/**
 * What each factor weighs; the rule names the factors only. Working in most months says most of a habit, and how alike
 * they were nearly as much; that the work is recent decides whether a talk is welcome now; a long past adds least, since
 * a trial takes care of a short one.
 */
const weights = { worked: 35, regular: 30, recent: 20, history: 15 } as const

/**
 * From the client's totals by day. Months are whole ones: today's is still being worked, and would make a regular
 * client look irregular until its last day. Ready is who worked in this month or the one before it, at a regularity of a
 * half or more: a retainer asks for a habit, not for a record. Five of the six months that are much alike come to 55 %,
 * four to 29 %.
 */
export function readiness(days: readonly ReadonlyMap<Day, DayTotal>[], today: Day): Readiness {
  const now = monthOf(today)
  const before = addToMonth(now, -1)
  const months = trackedMonths(days, addToMonth(now, -MONTHS), before)
  const sums = months.map(({ charged }) => charged)
  const worked = sums.filter((sum) => sum > 0)
  const { last, workedMonths } = pastOf(days)
  const historyMonths = [...workedMonths].filter((month) => month <= before).length
  const regularityBasisPoints = regularityOf(sums)
  const factors = [
    factor('worked', divideRounded(worked.length * WHOLE, MONTHS)),
    factor('regular', regularityBasisPoints),
    factor('recent', last === null ? 0 : recency(monthOf(last), now)),
    factor('history', divideRounded(Math.min(historyMonths, MONTHS) * WHOLE, MONTHS)),
  ]
  return {
    historyMonths,
    monthsWorked: worked.length,
    regularityBasisPoints,
    lastWorked: last,
    usual: usualOf(months),
    isReady: last !== null && monthOf(last) >= before && regularityBasisPoints >= WHOLE / 2,
    factors,
    score: sumOf(factors, ({ points }) => points),
  }
}

/** Whether there was billable work in this month or the one before: without it nobody is ready, and that is soon told. */
export function hasRecentWork(days: readonly ByDay[], today: Day): boolean {
  const now = monthOf(today)
  return trackedMonths(days, addToMonth(now, -1), now).some(({ charged }) => charged > 0)
}

/** The median of those months that had work, to the half hour; 0 where none had. */
export const usualOf = (months: readonly TrackedMonth[]): Seconds =>
  seconds(
    medianTo(
      HALF_HOUR,
      months.map(({ charged }) => charged).filter((charged) => charged > 0),
    ),
  )

const factor = (name: Factor['name'], metBasisPoints: number): Factor => ({
  name,
  metBasisPoints,
  weight: weights[name],
  points: divideRounded(metBasisPoints * weights[name], WHOLE),
})

/** All of it for work in this month or the last, a fifth less for each month before, nothing after six. */
function recency(last: Month, now: Month): number {
  const monthsAgo = monthsBetween(last, now).length - 1
  return Math.max(0, Math.min(WHOLE, ((MONTHS - monthsAgo) * WHOLE) / (MONTHS - 1)))
}

/** The last day with billable work, and all months with any. */
function pastOf(days: readonly ReadonlyMap<Day, DayTotal>[]) {
  let last: Day | null = null
  const workedMonths = new Set<Month>()
  for (const each of days)
    for (const [day, { charged, perks }] of each) {
      if (charged <= 0 && !Object.values(perks).some((onPerk) => onPerk > 0)) continue
      workedMonths.add(monthOf(day))
      if (last === null || day > last) last = day
    }
  return { last, workedMonths }
}

function regularityOf(sums: readonly number[]): number {
  const variation = spreadOf(sums)?.variationBasisPoints ?? WHOLE
  return Math.max(0, WHOLE - variation)
}
