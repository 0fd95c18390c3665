import type { Day } from '../kernel/day.ts'
import { scaleRounded } from '../kernel/rounding.ts'
import { minor, sumOf, type Minor } from '../kernel/units.ts'
import type { Agreement } from '../model/agreement.ts'
import { draw, drop, expire, inOrder, leftIn, type Lot, type Move } from './lots.ts'
import { finalIndex, lastOfTerm, periodAt, periodsUntil, termsOf, type Period } from './periods.ts'
import { totalBetween, type ByDay, type DayTotal } from './totals.ts'

/** What was done of an agreement: totals by day, and deliveries by day where its basis is deliverables. */
export interface Done {
  readonly days: ByDay
  readonly deliveries?: readonly { readonly day: Day; readonly units: number }[]
}

/**
 * A row of the period ledger (domain.md, The period ledger). Time in seconds (deliverables: units), money in minor
 * units. Always: opening + granted + overage = used + expired + dropped + carriedOut. An open period is shown as if it
 * closed now.
 */
export interface LedgerRow {
  readonly period: Period
  readonly opening: number
  readonly granted: number
  readonly used: number
  readonly usedCarried: number
  readonly usedIncluded: number
  readonly usedTopUp: number
  readonly overage: number
  readonly expired: number
  readonly dropped: number
  readonly carriedOut: number
  /** Every second spent, billable or not, on a perk or not. */
  readonly worked: number
  readonly fee: Minor
  readonly topUpAmount: Minor
  readonly overageAmount: Minor
  /** Fee per hour worked; null when nothing was. */
  readonly effectiveRate: Minor | null
  /** The lots at the start of the period, its own included: what there was to use, in order of use. */
  readonly lots: readonly Lot[]
  readonly moves: readonly Move[]
}

/** What one period hands to the next: its lots, and what it took from the next one's included time. */
interface Handed {
  readonly lots: readonly Lot[]
  readonly borrowed: number
}

/** Seconds in what the agreement calls one: minutes are 60, a unit is itself. */
const scaleOf = (agreement: Agreement): number => (agreement.basis === 'hours' ? 60 : 1)

/** The ledger of the periods that start on or before a day: a fold over them, oldest first. */
export function ledger(agreement: Agreement, done: Done, asOf: Day): LedgerRow[] {
  const rows: LedgerRow[] = []
  const last = finalIndex(agreement) ?? Infinity
  let handed: Handed = { lots: [], borrowed: 0 }
  for (const period of periodsUntil(agreement, asOf)) {
    const step = closePeriod(agreement, period, last, handed, done)
    rows.push(step.row)
    handed = step.handed
  }
  return rows
}

/** @param last the last period there will ever be; Infinity while the agreement goes on. */
function closePeriod(
  agreement: Agreement,
  period: Period,
  last: number,
  before: Handed,
  done: Done,
): { row: LedgerRow; handed: Handed } {
  const total = totalBetween(done.days, period.start, period.end)
  const { fee, included } = termsOf(agreement, period)
  const granted = grantsOf(agreement, period, last, included, before.borrowed)
  const lots = inOrder([...before.lots, ...granted.lots])
  const used = usedIn(agreement, period, total, done)

  const drawn = draw(lots, used)
  const uncovered = used - sumOf(drawn.moves, (move) => move.amount)
  const borrowed = period.index === last ? 0 : borrowable(agreement, period, uncovered)
  const expired = expire(drawn.lots, period.index === last ? Infinity : period.index)
  const dropped = drop(expired.lots, capOf(agreement))

  const overage = uncovered - borrowed
  const row: LedgerRow = {
    period,
    opening: leftIn(before.lots) - before.borrowed,
    granted: granted.amount,
    used,
    ...sourcesOf(drawn.moves, period),
    overage,
    expired: sumOf(expired.moves, (move) => move.amount),
    dropped: sumOf(dropped.moves, (move) => move.amount),
    carriedOut: leftIn(dropped.lots) - borrowed,
    worked: total.worked,
    fee,
    topUpAmount: minor(sumOf(topUpsIn(agreement, period), (topUp) => topUp.price)),
    overageAmount: overageAmount(agreement, overage),
    effectiveRate: total.worked === 0 ? null : minor(scaleRounded(fee, 3600, total.worked)),
    lots,
    moves: [...drawn.moves, ...expired.moves, ...dropped.moves],
  }
  return { row, handed: { lots: dropped.lots, borrowed } }
}

const topUpsIn = (agreement: Agreement, period: Period): Agreement['topUps'] =>
  agreement.topUps.filter((topUp) => topUp.on >= period.start && topUp.on < period.end)

/** A period's own lots. What the one before borrowed is taken off the included one; access grants nothing. */
function grantsOf(
  agreement: Agreement,
  period: Period,
  last: number,
  included: number,
  borrowed: number,
): { lots: Lot[]; amount: number } {
  if (agreement.basis === 'access') return { lots: [], amount: 0 }
  const scale = scaleOf(agreement)
  const lot = (source: Lot['source'], granted: number, expiresAfter: number): Lot => ({
    source,
    period: period.index,
    granted,
    left: granted,
    expiresAfter,
  })
  const own = lot('included', included * scale - borrowed, includedExpiry(agreement, period, last))
  const topUps = topUpsIn(agreement, period).map((topUp) => lot('topUp', topUp.amount * scale, last))
  return {
    lots: [own, ...topUps].filter((each) => each.left > 0),
    amount: included * scale + sumOf(topUps, (each) => each.granted),
  }
}

/** Own period without rollover; the K-th after it; or the term's last. Never after the last period of all. */
function includedExpiry(agreement: Agreement, period: Period, last: number): number {
  const { rollover } = agreement
  if (rollover === null) return period.index
  const chosen = rollover.periods === null ? lastOfTerm(agreement, period.index) : period.index + rollover.periods
  return Math.min(chosen, last)
}

/** What draws on the lots: charged time with what exceeds the perks' quotas; units delivered; nothing for access. */
function usedIn(agreement: Agreement, period: Period, total: DayTotal, done: Done): number {
  if (agreement.basis === 'access') return 0
  if (agreement.basis === 'deliverables')
    return sumOf(done.deliveries ?? [], ({ day, units }) => (day >= period.start && day < period.end ? units : 0))
  return total.charged + sumOf(Object.entries(total.perks), ([id, charged]) => beyondQuota(agreement, id, charged))
}

/** A quota is full at each period's start; a perk that is not in the agreement has none. */
function beyondQuota(agreement: Agreement, perkId: string, charged: number): number {
  const quota = agreement.perks.find((perk) => perk.id === perkId)?.minutes ?? 0
  return Math.max(0, charged - quota * 60)
}

/** What `borrow` may take from the next period's included amount; the last period has no next. */
function borrowable(agreement: Agreement, period: Period, uncovered: number): number {
  if (agreement.overage.policy !== 'borrow' || agreement.basis === 'access') return 0
  const next = periodAt(agreement, period.index + 1)
  return next ? Math.min(uncovered, termsOf(agreement, next).included * scaleOf(agreement)) : 0
}

const capOf = (agreement: Agreement): number | null => {
  const cap = agreement.rollover?.cap ?? null
  return cap === null ? null : cap * scaleOf(agreement)
}

function overageAmount(agreement: Agreement, overage: number): Minor {
  const { policy, rate = agreement.listRate } = agreement.overage
  if (policy === 'absorb') return minor(0)
  return minor(scaleRounded(overage, rate, agreement.basis === 'hours' ? 3600 : 1))
}

function sourcesOf(
  moves: readonly Move[],
  period: Period,
): Pick<LedgerRow, 'usedCarried' | 'usedIncluded' | 'usedTopUp'> {
  const from = (is: (lot: Lot) => boolean): number => sumOf(moves, (move) => (is(move.lot) ? move.amount : 0))
  return {
    usedCarried: from((lot) => lot.source === 'included' && lot.period < period.index),
    usedIncluded: from((lot) => lot.source === 'included' && lot.period === period.index),
    usedTopUp: from((lot) => lot.source === 'topUp'),
  }
}
