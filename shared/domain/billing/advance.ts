import { addDays, type Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { by } from '../../kernel/order.ts'
import { minor, sumOf } from '../../kernel/units.ts'
import type { Agreement } from '../../model/agreement.ts'
import type { Retainer } from '../../model/engagement.ts'
import { isRunning, isSigned } from '../income/signed.ts'
import { owedSince } from '../ledger/closing.ts'
import { courseOf, type Done, type LedgerRow, type Step } from '../ledger/ledger.ts'
import { termEnd } from '../periods.ts'
import { rulesOn } from '../rules.ts'
import { inTwoParts, isWithin, type Span } from '../stood.ts'
import { isBilledHere } from './billed-from.ts'
import { adjustment, amountOf, broughtTo, once, sumOfKinds, type Billed, type ByKind, type DueLine } from './billed.ts'
import { lineAmount } from './totals.ts'
import { isUndecided } from './undecided.ts'

/**
 * What of a retainer is to be invoiced on a day (domain.md, Billing), oldest period first, of all that is billed here
 * (billed-from.ts):
 *
 * - the **fee** of each period that starts within `advanceDays` days, or has, where it is on no invoice yet, or what it
 *   was raised by since; prorated as in the ledger; a pause owes nothing;
 * - **overage** and **top-ups** of periods that are closed or over: of one that still runs, overage may yet grow and a
 *   top-up be withdrawn, so both wait; and overage that the user has to decide on waits for that (undecided.ts);
 * - an **adjustment** where a period that is closed or over owes another amount than is on invoices, or where one that
 *   was billed is no more, since the agreement ended before it.
 *
 * With `early` an adjustment too where less than was billed is agreed now of a period that has not come, or runs.
 *
 * A retainer that was ended without a last day owes no fees that are not on an invoice already.
 */
export function retainerLines(
  retainer: Retainer,
  done: Done,
  billed: Billed,
  day: Day,
  advanceDays: number,
  early = false,
): DueLine[] {
  if (!isSigned(retainer)) return []
  const all = [retainer, billed, day, advanceDays, early]
  const inSpan = (span: Span) => linesWithin(span, retainer, done, billed, day, advanceDays, early)
  // Each part ends with what is no more: the order is not to tell where the parts were cut.
  return linesInParts(retainer, done, all, inSpan).toSorted(oldestFirst)
}

const linesInParts = inTwoParts<DueLine>()
const oldestFirst = by<DueLine>(({ period }) => period ?? '')

function linesWithin(
  span: Span,
  retainer: Retainer,
  done: Done,
  billed: Billed,
  day: Day,
  advanceDays: number,
  early: boolean,
): DueLine[] {
  const { agreement } = retainer
  const horizon = addDays(day, advanceDays)
  const until = span.to === null ? latest([horizon, ...billed.periods.keys()]) : addDays(span.to, -1)
  const steps = courseOf(agreement, done, until, span.from ?? undefined).filter(({ row }) =>
    isWithin(span, row.period.start),
  )
  const lines = steps.flatMap((step) => {
    const { row } = step
    const { start, end } = row.period
    if (start > horizon) return []
    const before = billed.periods.get(start)
    const isFeeHere = isFeeBilledHere(retainer, start, before, day) && owesFee(retainer, row, day)
    const owed = owedIn(agreement, row, isFeeHere || amountOf(before, 'fee') !== 0, isUndecided(retainer, row, before))
    if (!isOver(row, day)) return inAdvance(retainer, row, owed, before, early)
    return isBilledHere(retainer, end, before, day) ? settled(retainer, row, owed, before, owedSince(step)) : []
  })
  return [...lines, ...goneLines(retainer, steps, billed, span)]
}

/** Whether the fee of the period that begins on a day is billed here, or was. */
export const isFeeBilledHere = (retainer: Retainer, start: Day, before: ByKind | undefined, day: Day): boolean =>
  isBilledHere(retainer, start, before && 'fee' in before ? before : undefined, day)

/** Once it was ended or put away, only what had begun by then, and where it is known when that was. */
export const owesFee = (retainer: Retainer, { period }: Pick<LedgerRow, 'period'>, day: Day): boolean =>
  isRunning(retainer) || (termEnd(retainer.agreement) !== null && period.start <= day)

const latest = (days: readonly Day[]): Day => days.reduce((last, day) => (day > last ? day : last))
const isOver = ({ period, isClosed }: LedgerRow, day: Day): boolean => isClosed || period.end <= day

type Owed = Readonly<Record<'fee' | 'topUp' | 'overage', readonly Omit<DueLine, 'engagementId'>[]>>

/** What a period owes by its ledger row, as lines. */
function owedIn(agreement: Agreement, row: LedgerRow, owesFee: boolean, waits: boolean): Owed {
  const of = { period: row.period.start, milestoneId: null }
  return {
    fee: owesFee && row.fee !== 0 ? [{ ...of, kind: 'fee', ...once(row.fee) }] : [],
    topUp: topUpPrices(agreement, row).map((price) => ({ ...of, kind: 'topUp', ...once(price) })),
    overage: waits || row.overageAmount === 0 ? [] : [{ ...of, kind: 'overage', ...overagePrice(agreement, row) }],
  }
}

/** Each top-up is a line, but for goodwill; of a closed period that reported another sum, that sum is one. */
function topUpPrices({ topUps }: Agreement, { period, topUpAmount }: LedgerRow): LedgerRow['topUpAmount'][] {
  if (topUpAmount === 0) return []
  const prices = topUps
    .filter(({ on, price }) => on >= period.start && on < period.end && price !== 0)
    .map(({ price }) => price)
  return sumOf(prices, (price) => price) === topUpAmount ? prices : [topUpAmount]
}

/** Time (or units) at its rate; where a closed period was worked out at another rate, its amount as it was reported. */
function overagePrice(agreement: Agreement, { period, overage, overageAmount }: LedgerRow): ReturnType<typeof once> {
  const rules = rulesOn(agreement, period.start)
  const price = {
    quantity: overage,
    unit: agreement.basis === 'hours' ? ('hour' as const) : ('unit' as const),
    unitPrice: rules.overage.rate ?? rules.listRate,
  }
  return lineAmount(price) === overageAmount ? { ...price, owed: overageAmount } : once(overageAmount)
}

/**
 * A period that has not come, or runs: its fee, and what that was raised by, or was given back and is in force again.
 * What was billed too much waits until its figures stand.
 */
function inAdvance(
  { id }: Retainer,
  { period }: LedgerRow,
  { fee }: Owed,
  before: ByKind | undefined,
  early: boolean,
): DueLine[] {
  const of = { engagementId: id, period: period.start, milestoneId: null }
  const whole = sumOf(fee, ({ owed }) => owed)
  if (!early && whole <= sumOfKinds(before)) return []
  return broughtTo(whole, of, ownLines(id, fee), before)
}

const ownLines = (engagementId: Id, lines: Owed['fee']): DueLine[] => lines.map((line) => ({ ...line, engagementId }))

/** A period whose figures stand. */
function settled(
  { id }: Retainer,
  { period }: LedgerRow,
  owed: Owed,
  before: ByKind | undefined,
  later: number,
): DueLine[] {
  const of = { engagementId: id, period: period.start, milestoneId: null }
  const all = [...owed.fee, ...owed.topUp, ...owed.overage]
  const whole = sumOf(all, (line) => line.owed) + later
  return broughtTo(whole, of, ownLines(id, all), before)
}

/** Periods that were billed and are no more: all of it goes back. */
function goneLines({ id }: Retainer, steps: readonly Step[], { periods }: Billed, span: Span): DueLine[] {
  const there = new Set(steps.map(({ row }) => row.period.start))
  return [...periods].flatMap(([period, byKind]) => {
    const amount = sumOfKinds(byKind)
    if (!isWithin(span, period) || there.has(period) || amount === 0) return []
    return [adjustment({ engagementId: id, period, milestoneId: null }, minor(-amount))]
  })
}
