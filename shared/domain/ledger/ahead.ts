import type { Day } from '../../kernel/day.ts'
import { divideRounded } from '../../kernel/rounding.ts'
import { sumOf } from '../../kernel/units.ts'
import type { Agreement } from '../../model/agreement.ts'
import { deliveriesBetween } from '../deliveries-between.ts'
import { lastBegun, monthsIn, periodAt, type Period } from '../periods.ts'
import { rulesOn } from '../rules.ts'
import { DayTotals, noPerks, sumByDays, totalBetween } from '../totals.ts'
import { courseOf } from './ledger.ts'
import type { Done, LedgerRow } from './row.ts'

/** How much is used in a whole period as a rule: seconds, units of deliverables. */
export interface Usual {
  readonly amount: number
  /** How many periods it is the mean of; 0 where there is none to go by. */
  readonly periods: number
}

/** Half a year says what is usual, a year and a half what is to come: the same in months, however long a period is. */
const BACK_MONTHS = 6
const AHEAD = { month: 6, quarter: 4, year: 2 } as const

/**
 * The mean of the last half year's periods that are over, whole and not paused; of longer periods the last one. The rule
 * is silent: what was used lately is the best guess at what will be. To the minute, so that it can be said as it counts.
 */
export function usualUse(agreement: Agreement, rows: readonly LedgerRow[], today: Day): Usual {
  const most = Math.max(1, BACK_MONTHS / monthsIn[agreement.period.every])
  const lately = rows
    .filter(({ period }) => period.end <= today && period.days === period.wholeDays)
    .filter(({ period }) => !rulesOn(agreement, period.start).isPause)
    .slice(-most)
  if (lately.length === 0) return { amount: 0, periods: 0 }
  const total = sumOf(lately, (row) => (agreement.basis === 'access' ? row.worked : row.used))
  const step = agreement.basis === 'deliverables' ? 1 : 60
  return { amount: Math.max(0, divideRounded(total, lately.length * step) * step), periods: lately.length }
}

/**
 * The next periods as they will be, if what is usual is used in each: the first ones that are not over on a day, or of
 * a term that ends sooner those that are left. What is told for them already counts, and is filled up to what is usual;
 * of a part of a period its share, in a pause nothing. The rows are those of a ledger in which they are all over.
 */
export function ledgerAhead(agreement: Agreement, done: Done, from: Day, today: Day, usual: Usual): LedgerRow[] {
  const running = lastBegun(agreement, today)?.index ?? 0
  const asOf = from < today ? today : from
  const first = lastBegun(agreement, asOf)?.index ?? 0
  const all: Period[] = []
  for (let index = running; index < first + AHEAD[agreement.period.every]; index += 1) {
    const period = periodAt(agreement, index)
    if (period) all.push(period)
  }
  const last = all.at(-1)
  if (!last) return []
  const rows = courseOf(agreement, withUse(agreement, done, all, today, usual), last.start, today)
  return rows.map(({ row }) => row).filter(({ period }) => period.end > asOf)
}

function withUse(agreement: Agreement, done: Done, periods: readonly Period[], today: Day, usual: Usual): Done {
  const isByUnits = agreement.basis === 'deliverables'
  const days = new DayTotals()
  const deliveries = [...(done.deliveries ?? [])]
  for (const period of periods) {
    const { start, end } = period
    if (end <= today || rulesOn(agreement, start).isPause) continue
    const wanted = divideRounded(usual.amount * period.days, period.wholeDays)
    const told = isByUnits ? unitsIn(done, period) : totalBetween(done.days, start, end).charged
    const rest = wanted - told
    const on = start < today ? today : start
    if (rest <= 0) continue
    if (isByUnits) deliveries.push({ day: on, units: rest })
    else days.set(on, { worked: rest, charged: rest, perks: noPerks, entries: 0 })
  }
  return isByUnits ? { ...done, deliveries } : { ...done, days: sumByDays([done.days, days]) }
}

const unitsIn = (done: Done, { start, end }: Period): number =>
  sumOf(deliveriesBetween(done, start, end), ({ units, perkId }) => (perkId === undefined ? units : 0))
