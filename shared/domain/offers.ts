import { firstDayOf, type Day, type Month } from '../kernel/day.ts'
import { scaleRounded } from '../kernel/rounding.ts'
import { spreadOf, type Spread } from '../kernel/spread.ts'
import { minor, seconds, sumOf, type Minor, type Minutes, type Seconds } from '../kernel/units.ts'
import { agreementSchema, type Agreement, type Overage, type Perk, type Rollover } from '../model/agreement.ts'
import { ledger, type LedgerRow } from './ledger/ledger.ts'
import { pricing, type PricingInput } from './pricing.ts'
import { DayTotals } from './totals.ts'
import type { TrackedMonth } from './tracked-months.ts'

/** A monthly retainer of hours as it could be offered; with perks it is the value-add one. */
export interface RetainerOffer {
  readonly kind: 'retainer'
  readonly fee: Minor
  readonly included: Minutes
  readonly overage: Overage
  readonly rollover: Rollover
  readonly perks: readonly Perk[]
}

/** Ways to pay for the same work. By the hour at list price the discount is 0; it is in 1/100 of a percent. */
export type Offer = { readonly kind: 'byTheHour'; readonly discountBasisPoints: number } | RetainerOffer

/** A month as it would have been. */
export interface OfferedMonth {
  readonly month: Month
  readonly paid: Minor
  /** The tracked work, and what the perks take on top of it. */
  readonly worked: Seconds
  /** Of that, what nobody pays for: perks, and overage that is absorbed. */
  readonly given: Seconds
  /** Paid for and lost, at its expiry or by the cap. */
  readonly unused: Seconds
}

/** What an offer would have come to, for both sides: what the client pays is what the user earns. */
export interface Offered {
  readonly offer: Offer
  readonly months: readonly OfferedMonth[]
  /** Of what was paid by month, in minor units. */
  readonly paid: Spread
  /** The months in which most and least would have been paid; the first of those that are alike. */
  readonly best: OfferedMonth
  readonly worst: OfferedMonth
  /** How far apart these two are. */
  readonly range: Minor
  /** All that was paid over all hours worked; null without work. */
  readonly effectiveRate: Minor | null
  readonly given: Seconds
  /** The same at list price. */
  readonly givenValue: Minor
  readonly unused: Seconds
  /** What the client pays beyond the list price of the tracked work; negative where it is less. */
  readonly beyondList: Minor
}

/** What an hour costs without any offer, and in which currency. */
export interface Ground {
  readonly currency: string
  readonly listRate: Minor
}

const WHOLE = 10_000

/**
 * What each offer would have paid for months that were tracked (domain.md, Pricing a retainer: "the same sheet, fed with
 * a client's own tracked months"). The retainers are real ones: an agreement as if it had been signed for these months,
 * its ledger folded over what was worked.
 *
 * Perks are taken to be used whole in every month, on top of the tracked work, as on the sheet: the dearest case for who
 * gives them. What the last month leaves over is lost, as at the end of a term, and what it borrows is billed.
 * @param months one after another, without a gap; none gives no figures
 */
export function offersOn(months: readonly TrackedMonth[], offers: readonly Offer[], ground: Ground): Offered[] {
  return offers.flatMap((offer) => {
    const by =
      offer.kind === 'byTheHour' ? byTheHour(months, offer.discountBasisPoints, ground) : asIf(months, offer, ground)
    return offeredOf(offer, by, months, ground) ?? []
  })
}

function offeredOf(
  offer: Offer,
  by: readonly OfferedMonth[],
  months: readonly TrackedMonth[],
  { listRate }: Ground,
): Offered | null {
  const paid = spreadOf(by.map((month) => month.paid))
  const best = by.find((month) => month.paid === paid?.most)
  const worst = by.find((month) => month.paid === paid?.least)
  if (!paid || !best || !worst) return null
  const worked = sumOf(by, (month) => month.worked)
  const given = sumOf(by, (month) => month.given)
  return {
    offer,
    months: by,
    paid,
    best,
    worst,
    range: minor(paid.most - paid.least),
    effectiveRate: worked === 0 ? null : minor(scaleRounded(paid.sum, 3600, worked)),
    given: seconds(given),
    givenValue: minor(scaleRounded(given, listRate, 3600)),
    unused: seconds(sumOf(by, (month) => month.unused)),
    beyondList: minor(paid.sum - sumOf(months, ({ charged }) => scaleRounded(charged, listRate, 3600))),
  }
}

/** A month is a line, rounded once. */
const byTheHour = (
  months: readonly TrackedMonth[],
  discountBasisPoints: number,
  { listRate }: Ground,
): OfferedMonth[] =>
  months.map(({ month, charged }) => ({
    month,
    paid: minor(scaleRounded(charged * listRate, WHOLE - discountBasisPoints, 3600 * WHOLE)),
    worked: charged,
    given: seconds(0),
    unused: seconds(0),
  }))

function asIf(months: readonly TrackedMonth[], offer: RetainerOffer, ground: Ground): OfferedMonth[] {
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return []
  const agreement = agreementFor(offer, firstDayOf(first.month), months.length, ground)
  const rows = ledger(agreement, { days: daysOf(months, offer.perks) }, firstDayOf(last.month))
  return months.flatMap(({ month }, index) => {
    const row = rows[index]
    return row ? [monthOfRow(month, row, offer)] : []
  })
}

const agreementFor = (offer: RetainerOffer, startsOn: Day, periods: number, ground: Ground): Agreement =>
  agreementSchema.parse({
    ...ground,
    basis: 'hours',
    startsOn,
    period: { every: 'month', anchor: 'calendar' },
    term: { periods, atEnd: 'ends' },
    proration: 'none',
    rollover: offer.rollover,
    overage: offer.overage,
    versions: [{ from: startsOn, fee: offer.fee, included: offer.included }],
    perks: offer.perks,
  })

/** A month's work and all of its perks, on its first day: nothing here asks for more than the month. */
function daysOf(months: readonly TrackedMonth[], perks: readonly Perk[]): DayTotals {
  const onPerks = Object.fromEntries(
    perks.flatMap(({ id, minutes: quota }) => (quota === null ? [] : [[id, quota * 60]])),
  )
  const extra = sumOf(Object.values(onPerks), (each) => each)
  const days = new DayTotals()
  for (const { month, charged } of months)
    days.set(firstDayOf(month), { worked: charged + extra, charged, perks: onPerks, entries: 1 })
  return days
}

function monthOfRow(month: Month, row: LedgerRow, { overage }: RetainerOffer): OfferedMonth {
  const absorbed = overage.policy === 'absorb' ? row.overage : 0
  return {
    month,
    paid: minor(row.fee + row.overageAmount),
    worked: seconds(row.worked),
    given: seconds(absorbed + sumOf(row.perks, ({ covered }) => covered)),
    unused: seconds(row.expired + row.dropped),
  }
}

/**
 * The offers of a pricing sheet by the month: by the hour at list price and at the discount, a retainer for the
 * discounted fee, and in its place one at full price with the perks. Unused time lapses, overage is billed at list price.
 */
export function offersOfSheet(sheet: PricingInput): Offer[] {
  const { piecemeal, discountedFee } = pricing(sheet)
  const retainer = {
    kind: 'retainer',
    included: sheet.minutesPerPeriod,
    overage: { policy: 'bill' },
    rollover: null,
  } as const
  const perks = sheet.perks.map((perk, index) => ({ ...perk, id: `perk-${index}`, count: null, value: minor(0) }))
  return [
    { kind: 'byTheHour', discountBasisPoints: 0 },
    { kind: 'byTheHour', discountBasisPoints: sheet.discountBasisPoints },
    { ...retainer, fee: discountedFee, perks: [] },
    { ...retainer, fee: piecemeal, perks },
  ]
}
