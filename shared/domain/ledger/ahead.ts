import type { Day } from '../../kernel/day.ts'
import { divideRounded } from '../../kernel/rounding.ts'
import { isSame } from '../../kernel/same.ts'
import { sumOf } from '../../kernel/units.ts'
import type { Agreement } from '../../model/agreement.ts'
import { deliveriesBetween } from '../deliveries-between.ts'
import { lastBegun, monthsIn, periodAt, type Period } from '../periods.ts'
import { rulesOn } from '../rules.ts'
import { DayTotals, noPerks, sumByDays, totalBetween, type DayTotal } from '../totals.ts'
import { courseOf } from './ledger.ts'
import { beyondQuota } from './perk-uses.ts'
import type { Done, LedgerRow, PerkUse } from './row.ts'

/** How much is used in a whole period as a rule: seconds, units of deliverables. */
export interface Usual {
  readonly amount: number
  /** What of it was no perk's: what goes past a quota is told by the quotas of its period. */
  readonly own: number
  readonly perks: readonly Pick<PerkUse, 'id' | 'seconds' | 'times'>[]
  /** How many periods it is the mean of; 0 where there is none to go by. */
  readonly periods: number
}

const unknownUse: Usual = { amount: 0, own: 0, perks: [], periods: 0 }

/** Half a year says what is usual, a year and a half what is to come: the same in months, however long a period is. */
const BACK_MONTHS = 6
const AHEAD = { month: 6, quarter: 4, year: 2 } as const

/**
 * The mean of the last half year's periods that are over, whole and not paused; of longer periods the last one. The rule
 * is silent: what was used lately is the best guess at what will be. To the minute, so that it can be said as it counts.
 * Of perks what was worked on each and how often each was used, so that other quotas show what they change.
 */
export function usualUse(agreement: Agreement, rows: readonly LedgerRow[], today: Day): Usual {
  const most = Math.max(1, BACK_MONTHS / monthsIn[agreement.period.every])
  const lately = rows
    .filter(({ period }) => period.end <= today && period.days === period.wholeDays)
    .filter(({ period }) => !rulesOn(agreement, period.start).isPause)
    .slice(-most)
  if (lately.length === 0) return unknownUse
  const step = agreement.basis === 'deliverables' ? 1 : 60
  const mean = (of: (row: LedgerRow) => number): number =>
    Math.max(0, divideRounded(sumOf(lately, of), lately.length * step) * step)
  const used = (row: LedgerRow): number => (agreement.basis === 'access' ? row.worked : row.used)
  if (agreement.basis !== 'hours') return { amount: mean(used), own: mean(used), perks: [], periods: lately.length }
  const perks = [...new Set(lately.flatMap((row) => row.perks.map(({ id }) => id)))].map((id) => {
    const of = (figure: 'seconds' | 'times') => (row: LedgerRow) =>
      row.perks.find((use) => use.id === id)?.[figure] ?? 0
    const times = sumOf(lately, of('times'))
    // Used now and then it is used once: time on one that is counted and never used would be covered by nothing.
    return { id, seconds: mean(of('seconds')), times: times > 0 ? Math.max(1, divideRounded(times, lately.length)) : 0 }
  })
  return { amount: mean(used), own: mean((row) => row.used - beyondQuota(row.perks)), perks, periods: lately.length }
}

/**
 * The same of periods of another length, by its months: of a month's use a quarter's is three times as much. Units are
 * no time and time is no units: of an agreement on the other of the two nothing is known.
 */
export function usualUnder(agreement: Agreement, past: Agreement, usual: Usual): Usual {
  const isByUnits = ({ basis }: Agreement): boolean => basis === 'deliverables'
  if (isByUnits(agreement) !== isByUnits(past)) return unknownUse
  const [is, was] = [monthsIn[agreement.period.every], monthsIn[past.period.every]]
  if (is === was) return usual
  const step = isByUnits(agreement) ? 1 : 60
  const scaled = (amount: number): number => divideRounded(amount * is, was * step) * step
  return {
    periods: usual.periods,
    amount: scaled(usual.amount),
    own: scaled(usual.own),
    perks: usual.perks.map(({ id, seconds, times }) => ({
      id,
      seconds: scaled(seconds),
      times: times > 0 ? Math.max(1, divideRounded(times * is, was)) : 0,
    })),
  }
}

/**
 * Whether what two agreements come to can be set side by side: they count the same, over the same periods. Of others the
 * sums are of different spans, and say nothing of the terms.
 */
export const isComparable = (a: Agreement, b: Agreement): boolean => a.basis === b.basis && isSame(a.period, b.period)

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
    const on = start < today ? today : start
    const rest = (wanted: number, told: number): number =>
      Math.max(0, divideRounded(wanted * period.days, period.wholeDays) - told)
    if (isByUnits) deliveries.push({ day: on, units: rest(usual.own, unitsIn(done, period)) })
    else {
      const told = totalBetween(done.days, start, end)
      const [charged, perks] = [rest(usual.own, told.charged), perksLeft(usual, told, rest)]
      const worked = charged + sumOf(Object.values(perks), (each) => each)
      if (worked > 0) days.set(on, { worked, charged, perks, entries: 0 })
      for (const { id, times } of usual.perks)
        deliveries.push({ day: on, units: Math.max(0, times - timesOf(done, period, id)), perkId: id })
    }
  }
  const handed = deliveries.filter(({ units }) => units > 0)
  const more = handed.length > 0 ? { deliveries: handed } : {}
  return isByUnits ? { ...done, ...more } : { ...done, ...more, days: sumByDays([done.days, days]) }
}

/** What is still to be worked on perks, if it goes on as it did. */
function perksLeft(
  { perks }: Usual,
  told: DayTotal,
  rest: (wanted: number, told: number) => number,
): DayTotal['perks'] {
  const left = perks.map(({ id, seconds }) => [id, rest(seconds, told.perks[id] ?? 0)] as const)
  const some = left.filter(([, seconds]) => seconds > 0)
  return some.length > 0 ? Object.fromEntries(some) : noPerks
}

const timesOf = (done: Done, { start, end }: Period, id: string): number =>
  sumOf(deliveriesBetween(done, start, end), ({ units, perkId }) => (perkId === id ? units : 0))

const unitsIn = (done: Done, { start, end }: Period): number =>
  sumOf(deliveriesBetween(done, start, end), ({ units, perkId }) => (perkId === undefined ? units : 0))
