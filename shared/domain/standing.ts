import { addDays, daysBetween, type Day } from '../kernel/day.ts'
import { dayAt, type Instant } from '../kernel/instant.ts'
import { sumOf } from '../kernel/units.ts'
import type { Agreement } from '../model/agreement.ts'
import type { Retainer } from '../model/engagement.ts'
import { preferencesOf, type Book } from './book.ts'
import type { LedgerRow } from './ledger/ledger.ts'
import { capOf } from './ledger/close-period.ts'
import { draw, drop, expire, leftIn, type Lot } from './ledger/lots.ts'
import { leftAtEnd, perDayOf, runsOutOn } from './pace.ts'
import { finalIndex, lastDay, periodAt } from './periods.ts'
import { rulesOn } from './rules.ts'
import { periodNow, type RunningPeriod } from './running-period.ts'
import { pauseOn, type Pause } from './versions.ts'
import { calendarOf, type WorkCalendar } from './working-days.ts'

/** How a retainer stands today (domain.md, Pace). Time in seconds, units for deliverables. */
export interface Standing {
  readonly basis: Agreement['basis']
  /** The ledger of the period that today lies in; null before the start and after the end. */
  readonly row: LedgerRow
  /** All there was to use: carried, included, topped up. */
  readonly available: number
  readonly left: number
  readonly over: number
  /** What is left of what earlier periods carried over, and the last day on which it can be used. */
  readonly carriedLeft: number
  readonly carriedUntil: Day | null
  /** The pause that today lies in; null where none does. */
  readonly pause: Pause | null
  /** 0 to 1: how far the calendar is, today included, and how much of what there was is used (over 1 when past it). */
  readonly calendarShare: number
  readonly usedShare: number
  /** Used a working day, the mean of the last 20; 0 where nothing was, and for access. */
  readonly perDay: number
  /** The day on which the rest is used up at that pace; null when it lasts to the period's end. */
  readonly runsOutOn: Day | null
  /** What will be left over at that pace when the period ends, and what will be wanted by then and is not there. */
  readonly atEnd: number
  readonly missing: number
  /** What of the rest at the end is lost with the period: it expires, or is more than the cap lets through. */
  readonly lapsing: number
}

/**
 * @param now with the timer running on the retainer, what it has run so far counts as used.
 * @returns null when no period of the agreement holds today.
 */
export function standingOf(book: Book, retainer: Retainer, now: Instant): Standing | null {
  const preferences = preferencesOf(book.workspace)
  const period = periodNow(book, retainer, now)
  return period && standingIn(retainer.agreement, period, dayAt(now, preferences.timeZone), calendarOf(preferences))
}

/**
 * How an agreement stands on a day. What there was to use is all that was granted, what earlier periods handed on
 * included: that is what used time is a share of.
 */
export function standingIn(
  agreement: Agreement,
  { row, pace }: RunningPeriod,
  today: Day,
  calendar: WorkCalendar,
): Standing {
  const { start, end, days } = row.period
  const available = row.opening + row.adjusted + row.granted
  const left = Math.max(0, available - row.used)
  const balance = leftAtEnd(left, pace, today, end, calendar)
  const atEnd = Math.max(0, balance)
  return {
    basis: agreement.basis,
    row,
    available,
    left,
    over: Math.max(0, row.used - available),
    ...carried(agreement, row),
    pause: pauseOn(agreement.versions, today),
    calendarShare: daysBetween(start, addDays(today, 1)) / days,
    usedShare: available > 0 ? row.used / available : 0,
    perDay: perDayOf(pace),
    runsOutOn: runsOutOn(left, pace, today, end, calendar),
    atEnd,
    missing: Math.max(0, -balance),
    lapsing: lapsingOf(agreement, row, atEnd),
  }
}

/** What the ledger would let go at the period's close, were so much left: the same steps, in the same order. */
function lapsingOf(agreement: Agreement, { lots, period }: LedgerRow, atEnd: number): number {
  const rest = draw(lots, Math.max(0, leftIn(lots) - atEnd))
  const expired = expire(rest.lots, finalIndex(agreement) === period.index ? Infinity : period.index)
  return expired.amount + drop(expired.lots, capOf(agreement, rulesOn(agreement, period.start))).amount
}

/** How much of all that was used went past what there was: 0 within it, 1 where nothing was granted. */
export const shareOver = ({ over, available }: Pick<Standing, 'over' | 'available'>): number =>
  over > 0 ? over / (available + over) : 0

/**
 * The day on which the hours run out before their period is over, at its pace; null where they last, are used up by
 * now, or no hours were agreed. Deliverables have no such day: they are handed over when they are done. On the period's
 * last working day hours run out where that day wants a minute more than is left.
 */
export function runsShortOn({ basis, over, row, runsOutOn, missing }: Standing): Day | null {
  if (basis !== 'hours' || over > 0 || runsOutOn === null) return null
  return runsOutOn < lastDay(row.period) || missing >= 60 ? runsOutOn : null
}

/** In a pause with nothing to use: a figure of what is left would say less than that it is paused. */
export const isAtRest = ({ pause, over, available }: Standing): boolean =>
  pause !== null && over === 0 && available === 0

/** What is left of the earlier lots after this period's draws; the day is that of the one to be used first. */
function carried(agreement: Agreement, row: LedgerRow): Pick<Standing, 'carriedLeft' | 'carriedUntil'> {
  const drawn = (lot: Lot): number =>
    sumOf(row.moves, (move) => (move.kind === 'draw' && move.lot === lot ? move.amount : 0))
  const left = row.lots
    .filter((lot) => lot.source === 'included' && lot.period < row.period.index)
    .map((lot) => ({ lot, rest: lot.left - drawn(lot) }))
    .filter(({ rest }) => rest > 0)
  const first = left[0] ? periodAt(agreement, left[0].lot.expiresAfter) : null
  return { carriedLeft: sumOf(left, ({ rest }) => rest), carriedUntil: first && lastDay(first) }
}
