import { addDays, addMonths, daysBetween, type Day } from '#shared/kernel/day.ts'
import { dayAt, msOf, startOfDay, type Zone } from '#shared/kernel/instant.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { isSpan, type TimeEntry } from '#shared/model/entry.ts'

/**
 * The ledger once more, as acceptance/README.md tells it and in no other way: day by day, entry by entry, slowly. It
 * shares nothing with `shared/domain` but the calendar, so that a rule which was misread there is not misread here.
 */
export interface ModelRow {
  start: Day
  end: Day
  opening: number
  granted: number
  used: number
  usedCarried: number
  usedIncluded: number
  usedTopUp: number
  overage: number
  expired: number
  dropped: number
  carriedOut: number
  worked: number
  fee: number
  topUpAmount: number
  overageAmount: number
}

interface ModelLot {
  readonly from: 'included' | 'topUp'
  readonly period: number
  readonly until: number
  left: number
}

/** Half away from zero, in exact arithmetic; nothing here is negative. */
const share = (whole: number, part: number, of: number): number =>
  Number((2n * BigInt(whole) * BigInt(part) + BigInt(of)) / (2n * BigInt(of)))

const monthsIn = { month: 1, quarter: 3, year: 12 } as const

/** The first day of the whole period that a day lies in. */
function cutOn({ period, startsOn }: Agreement, day: Day): Day {
  const length = monthsIn[period.every]
  if (period.anchor === 'anniversary') {
    let k = 0
    while (addMonths(startsOn, (k + 1) * length) <= day) k += 1
    return addMonths(startsOn, k * length)
  }
  const month = Number(day.slice(5, 7)) - 1
  return `${day.slice(0, 4)}-${String(month - (month % length) + 1).padStart(2, '0')}-01` as Day
}

function nextCut(agreement: Agreement, cut: Day): Day {
  let day = addDays(cut, 1)
  while (cutOn(agreement, day) === cut) day = addDays(day, 1)
  return day
}

/** The first day after the term; null when it goes on. */
function overOn(agreement: Agreement): Day | null {
  const { term, period, startsOn, proration } = agreement
  if (term.atEnd !== 'ends') return null
  const from = proration === 'none' ? cutOn(agreement, startsOn) : startsOn
  return addMonths(from, term.periods * monthsIn[period.every])
}

interface ModelPeriod {
  readonly start: Day
  readonly end: Day
  readonly whole: number
}

function periodsOf(agreement: Agreement, asOf: Day): ModelPeriod[] {
  const over = overOn(agreement)
  const periods: ModelPeriod[] = []
  const until = over !== null && over <= asOf ? over : addDays(asOf, 1)
  for (let start = agreement.startsOn; start < until;) {
    const cut = cutOn(agreement, start)
    const next = nextCut(agreement, cut)
    periods.push({ start, end: over !== null && over < next ? over : next, whole: daysBetween(cut, next) })
    start = next
  }
  return periods
}

interface ModelPart {
  readonly day: Day
  readonly at: number
  readonly worked: number
  readonly charged: number
  readonly perkId?: string | undefined
}

/** Each entry cut at midnights, rounded as a whole, the difference in its first part; in order of start. */
function partsOf(entries: readonly TimeEntry[], { rounding }: Agreement, zone: Zone): ModelPart[] {
  return entries
    .flatMap((entry): ModelPart[] => {
      if (!isSpan(entry))
        return [{ day: entry.day, at: msOf(startOfDay(entry.day, zone)), ...amounts(entry, [entry.seconds], 0) }]
      const cuts = [entry.start]
      if (entry.end === null) return []
      for (let day = dayAt(entry.start, zone); ; day = addDays(day, 1)) {
        const midnight = startOfDay(addDays(day, 1), zone)
        if (midnight >= entry.end) break
        if (midnight > (cuts.at(-1) ?? midnight)) cuts.push(midnight)
      }
      const lengths = cuts.map((cut, index) => (msOf(cuts[index + 1] ?? entry.end ?? cut) - msOf(cut)) / 1000)
      return cuts.map((cut, index) => ({
        day: dayAt(cut, zone),
        at: msOf(entry.start),
        ...amounts(entry, lengths, index),
      }))
    })
    .toSorted((a, b) => a.at - b.at)

  function amounts(entry: TimeEntry, lengths: readonly number[], index: number): Omit<ModelPart, 'day' | 'at'> {
    const worked = lengths[index] ?? 0
    const whole = lengths.reduce((sum, length) => sum + length, 0)
    const step = (rounding.minutes ?? 1) * 60
    const steps = rounding.mode === 'up' ? Math.ceil(whole / step) : Math.floor((2 * whole + step) / (2 * step))
    const more = rounding.mode === 'none' || index > 0 ? 0 : steps * step - whole
    return { worked, charged: entry.billable ? worked + more : 0, perkId: entry.perkId }
  }
}

export function modelLedger(
  agreement: Agreement,
  entries: readonly TimeEntry[],
  deliveries: readonly { readonly day: Day; readonly units: number }[],
  zone: Zone,
  asOf: Day,
): ModelRow[] {
  const parts = partsOf(entries, agreement, zone)
  const scale = agreement.basis === 'hours' ? 60 : 1
  const over = overOn(agreement)
  const isLast = (end: Day): boolean => over !== null && end >= over
  // One period more than is listed, to borrow from, and as many as the term has, to know its last.
  const periods = periodsOf(agreement, asOf)
  const all = periodsOf(agreement, addMonths(asOf, 15))
  const last = over === null ? Infinity : periodsOf(agreement, addDays(over, -1)).length - 1
  let lots: ModelLot[] = []
  let owed = 0
  return periods.map((period, index) => {
    const within = ({ day }: { readonly day: Day }): boolean => day >= period.start && day < period.end
    const { fee, included } = termsAt(agreement, period)
    const topUps = agreement.topUps.filter(({ on }) => within({ day: on }))
    const opening = lots.reduce((sum, { left }) => sum + left, 0) - owed
    const grants = agreement.basis === 'access' ? [] : topUps
    const grantedIncluded = agreement.basis === 'access' ? 0 : included * scale
    const until =
      agreement.rollover === null
        ? index
        : agreement.rollover.periods === null
          ? over === null
            ? (Math.floor(index / agreement.term.periods) + 1) * agreement.term.periods - 1
            : last
          : Math.min(index + agreement.rollover.periods, last)
    lots.push({ from: 'included', period: index, until, left: grantedIncluded - owed })
    for (const { amount } of grants) lots.push({ from: 'topUp', period: index, until: last, left: amount * scale })
    const row: ModelRow = {
      start: period.start,
      end: addDays(period.end, -1),
      opening,
      granted: grantedIncluded + grants.reduce((sum, { amount }) => sum + amount * scale, 0),
      used: 0,
      usedCarried: 0,
      usedIncluded: 0,
      usedTopUp: 0,
      overage: 0,
      expired: 0,
      dropped: 0,
      carriedOut: 0,
      worked: 0,
      fee,
      topUpAmount: topUps.reduce((sum, { price }) => sum + price, 0),
      overageAmount: 0,
    }
    const quotas = new Map(agreement.perks.map(({ id, minutes }) => [id, (minutes ?? 0) * 60]))
    const use = (amount: number): void => {
      row.used += amount
      let rest = amount
      for (const lot of lots.toSorted(byUse)) {
        const taken = Math.min(lot.left, rest)
        lot.left -= taken
        rest -= taken
        if (lot.from === 'topUp') row.usedTopUp += taken
        else if (lot.period === index) row.usedIncluded += taken
        else row.usedCarried += taken
      }
      row.overage += rest
    }
    for (const part of parts.filter(within)) {
      row.worked += part.worked
      const quota = part.perkId === undefined ? 0 : (quotas.get(part.perkId) ?? 0)
      const free = Math.min(quota, part.charged)
      if (part.perkId !== undefined) quotas.set(part.perkId, quota - free)
      if (agreement.basis === 'hours') use(part.charged - free)
    }
    if (agreement.basis === 'deliverables') for (const { units } of deliveries.filter(within)) use(units)

    const next = all[index + 1]
    owed = 0
    if (agreement.overage.policy === 'borrow' && agreement.basis !== 'access' && next && !isLast(period.end))
      owed = Math.min(row.overage, termsAt(agreement, next).included * scale)
    row.overage -= owed
    for (const lot of lots)
      if (lot.until <= index || isLast(period.end)) [row.expired, lot.left] = [row.expired + lot.left, 0]
    const cap = agreement.rollover?.cap ?? null
    for (const lot of lots.filter(({ from }) => from === 'included').toSorted(byUse)) {
      const carried = lots.filter(({ from }) => from === 'included').reduce((sum, { left }) => sum + left, 0)
      const above = cap === null ? 0 : Math.min(lot.left, Math.max(0, carried - cap * scale))
      lot.left -= above
      row.dropped += above
    }
    lots = lots.filter(({ left }) => left > 0)
    row.carriedOut = lots.reduce((sum, { left }) => sum + left, 0) - owed
    const rate = agreement.overage.policy === 'absorb' ? 0 : (agreement.overage.rate ?? agreement.listRate)
    row.overageAmount = share(row.overage, rate, agreement.basis === 'hours' ? 3600 : 1)
    return row
  })
}

const byUse = (a: ModelLot, b: ModelLot): number =>
  (a.until === b.until ? 0 : a.until - b.until) ||
  a.period - b.period ||
  (a.from === b.from ? 0 : a.from === 'included' ? -1 : 1)

function termsAt(agreement: Agreement, { start, end, whole }: ModelPeriod): { fee: number; included: number } {
  const version = agreement.versions.filter(({ from }) => from <= start).at(-1)
  const [fee, included] = [version?.fee ?? 0, version?.included ?? 0]
  const days = daysBetween(start, end)
  if (agreement.proration === 'none') return { fee, included }
  return { fee: share(fee, days, whole), included: share(included, days, whole) }
}
