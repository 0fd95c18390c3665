import { by } from '../../kernel/order.ts'
import { scaleRounded } from '../../kernel/rounding.ts'
import { minor, sumOf, type Minor } from '../../kernel/units.ts'
import type { Agreement, TopUp } from '../../model/agreement.ts'
import { deliveriesBetween } from '../deliveries-between.ts'
import { lastOfTerm, periodAt, termsOf, type Period } from '../periods.ts'
import { rulesOn, type Rules } from '../rules.ts'
import { totalBetween } from '../totals.ts'
import { beyondQuota, perkUses } from './perk-uses.ts'
import { changesOf, draw, drop, expire, inOrder, leftIn, type Lot, type Move } from './lots.ts'
import type { Done, Handed, LedgerRow } from './row.ts'

/** Seconds in what the agreement calls one: minutes are 60, a unit is itself. */
export const scaleOf = (agreement: Agreement): number => (agreement.basis === 'hours' ? 60 : 1)

/**
 * One step of the ledger's fold (acceptance/README.md, The rules): what was handed over and granted is drawn on, then
 * what expires expires, then the cap drops, and the rest is handed on.
 * @param last the last period there will ever be; Infinity while the agreement goes on
 * @param said what was said of the period when it was closed, and holds whatever is agreed for later ones; null of one
 *   that is open
 */
export function closePeriod(
  agreement: Agreement,
  period: Period,
  last: number,
  before: Handed,
  done: Done,
  said: Said | null = null,
): { row: LedgerRow; handed: Handed } {
  const rules = rulesOn(agreement, period.start)
  const { fee, included } = termsOf(agreement, period)
  const total = totalBetween(done.days, period.start, period.end)
  const topUps = topUpsIn(agreement, period)
  const perks = perkUses(rules.perks, total, done, period)
  const used = usedIn(agreement, total.charged + beyondQuota(perks), done, period)

  const own = grantsOf(agreement, rules, period, last, included, before.borrowed, topUps)
  const lots = inOrder(before.lots.concat(said ? own.map(said.expires) : own))
  const drawn = draw(lots, used)
  const uncovered = used - drawn.amount + unrepaidIn(agreement, included, before.borrowed)
  const borrowed = borrowable(agreement, rules, period, uncovered, said)
  const expired = expire(drawn.lots, period.index === last ? Infinity : period.index)
  const dropped = drop(expired.lots, capOf(agreement, rules))

  const overage = uncovered - borrowed
  const sources = sourcesOf(drawn.moves, period)
  const reported = before.reported ?? before
  const opening = leftIn(reported.lots) - reported.borrowed
  const row: LedgerRow = {
    period,
    opening,
    adjusted: leftIn(before.lots) - before.borrowed - opening,
    adjustedLots: before.reported ? changesOf(reported.lots, before.lots) : unchanged,
    granted: grantedIn(agreement, included, topUps),
    used,
    usedCarried: sources.carried,
    usedIncluded: sources.included,
    usedTopUp: sources.topUp,
    overage,
    expired: expired.amount,
    dropped: dropped.amount,
    carriedOut: leftIn(dropped.lots) - borrowed,
    repaid: before.borrowed,
    borrowed,
    worked: total.worked,
    fee,
    topUpAmount: minor(sumOf(topUps, (topUp) => topUp.price)),
    overageAmount: overageAmount(agreement, rules, overage),
    effectiveRate: total.worked === 0 ? null : minor(scaleRounded(fee, 3600, total.worked)),
    perks,
    lots,
    moves: [...drawn.moves, ...expired.moves, ...dropped.moves],
    isClosed: false,
  }
  return { row, handed: { lots: dropped.lots, borrowed } }
}

/** What a closing said of its period that other terms for later ones do not change. */
export interface Said {
  /** What may be borrowed of the next period, by what that one grants now. */
  readonly lends: (granted: number) => number
  /** One of the period's own lots, with the expiry that it was given. */
  readonly expires: (lot: Lot) => Lot
}
const unchanged: LedgerRow['adjustedLots'] = []

/** The top-ups dated in a period, the older first: they are used in that order. */
export const topUpsIn = ({ topUps }: Agreement, { start, end }: Period): readonly TopUp[] =>
  topUps.filter(({ on }) => on >= start && on < end).toSorted(byDay)
const byDay = by<TopUp>(({ on }) => on)

function grantedIn(agreement: Agreement, included: number, topUps: readonly TopUp[]): number {
  if (agreement.basis === 'access') return 0
  return (included + sumOf(topUps, (topUp) => topUp.amount)) * scaleOf(agreement)
}

/** A period's own lots. What the one before borrowed is taken off the included one; access grants nothing. */
function grantsOf(
  agreement: Agreement,
  rules: Rules,
  period: Period,
  last: number,
  included: number,
  borrowed: number,
  topUps: readonly TopUp[],
): Lot[] {
  if (agreement.basis === 'access') return []
  const scale = scaleOf(agreement)
  const lot = (topUpId: Lot['topUpId'], granted: number, expiresAfter: number): Lot => ({
    source: topUpId === null ? 'included' : 'topUp',
    period: period.index,
    topUpId,
    granted,
    left: granted,
    expiresAfter,
  })
  const own = [lot(null, included * scale - borrowed, includedExpiry(agreement, rules, period, last))]
  for (const topUp of topUps) own.push(lot(topUp.id, topUp.amount * scale, last))
  return own.filter((each) => each.left > 0)
}

/** Own period without rollover; the K-th after it; or the term's last. Never after the last period of all. */
function includedExpiry(agreement: Agreement, { rollover }: Rules, period: Period, last: number): number {
  if (rollover === null) return period.index
  const chosen = rollover.periods === null ? lastOfTerm(agreement, period.index) : period.index + rollover.periods
  return Math.min(chosen, last)
}

/** What draws on the lots: charged time with what exceeds the perks' quotas; units delivered; nothing for access. */
function usedIn({ basis }: Agreement, charged: number, done: Done, { start, end }: Period): number {
  if (basis === 'access') return 0
  if (basis === 'hours') return charged
  return sumOf(deliveriesBetween(done, start, end), ({ units, perkId }) => (perkId === undefined ? units : 0))
}

/**
 * What was borrowed of a period that grants less by now: the one before was closed, and a smaller version or a pause
 * has come since. It is owed on like work that no lot covers, to be billed or borrowed of the next.
 */
const unrepaidIn = (agreement: Agreement, included: number, borrowed: number): number =>
  Math.max(0, borrowed - included * scaleOf(agreement))

/** What `borrow` may take from the next period's included amount; the last period has no next. */
function borrowable(
  agreement: Agreement,
  { overage }: Rules,
  period: Period,
  uncovered: number,
  said: Said | null,
): number {
  if (overage.policy !== 'borrow' || uncovered <= 0) return 0
  const next = periodAt(agreement, period.index + 1)
  if (!next) return 0
  const granted = termsOf(agreement, next).included * scaleOf(agreement)
  return Math.min(uncovered, said ? said.lends(granted) : granted)
}

/** The most that is carried on from a period, in seconds or units; null where nothing caps it. */
export function capOf(agreement: Agreement, { rollover }: Rules): number | null {
  const cap = rollover?.cap ?? null
  return cap === null ? null : cap * scaleOf(agreement)
}

/** Rounded once, half away from zero; absorbed time is worked and not charged. */
export function overageAmount(
  agreement: Agreement,
  { overage: { policy, rate }, listRate }: Rules,
  overage: number,
): Minor {
  if (policy === 'absorb') return minor(0)
  return minor(scaleRounded(overage, rate ?? listRate, agreement.basis === 'hours' ? 3600 : 1))
}

/** From which lots the draws came. */
function sourcesOf(draws: readonly Move[], period: Period): { carried: number; included: number; topUp: number } {
  let [carried, included, topUp] = [0, 0, 0]
  for (const { lot, amount } of draws)
    if (lot.source === 'topUp') topUp += amount
    else if (lot.period === period.index) included += amount
    else carried += amount
  return { carried, included, topUp }
}
