import { addDays, type Day } from '../kernel/day.ts'
import { by } from '../kernel/order.ts'
import type { Agreement } from '../model/agreement.ts'
import type { Retainer } from '../model/engagement.ts'
import { amountOf, billedOn, nothingBilled, type Billed } from './billing/billed.ts'
import { preferencesOf, type Book } from './book.ts'
import { isRunning } from './income/signed.ts'
import { periodsBetween } from './periods-between.ts'
import { lastDay, periodAt, termsOf, type Period } from './periods.ts'
import { rulesOn } from './rules.ts'
import { termAt } from './term.ts'

/** A date that asks for something: the last day of a term or a pause, the last for notice, the day to invoice on. */
export interface Reminder {
  readonly kind: 'termEnds' | 'notice' | 'pauseEnds' | 'invoice'
  readonly on: Day
  readonly retainer: Retainer
  /** The last one of a pause, or the one that is to be paid for. */
  readonly period: Period | null
}

type Dated = Omit<Reminder, 'retainer'>

/**
 * The dates of signed retainers from today to `within` days later, both included, the nearest first (domain.md: notice
 * dates and end dates make reminders; a period is invoiced in advance). What is past is no reminder any more: what
 * there is to act on today is in attention.ts, what is to be invoiced by now in billing/due.ts.
 */
export function remindersOf(book: Book, today: Day, within: number): Reminder[] {
  const last = addDays(today, within)
  const { advanceDays } = preferencesOf(book.workspace).billing
  // A draft has yet to be sent.
  const billed = billedOn([...book.workspace.tables.invoices.values()].filter(({ status }) => status !== 'draft'))
  return [...book.workspace.tables.engagements.values()]
    .flatMap((engagement) => (engagement.kind === 'retainer' && isRunning(engagement) ? [engagement] : []))
    .flatMap((retainer) => {
      const { id, agreement } = retainer
      const periods = periodsBetween(agreement, today, addDays(last, advanceDays + 1))
      return [
        ...termDates(agreement, today),
        ...pauseEnds(agreement, periods),
        ...invoiceDates(agreement, periods, billed.get(id) ?? nothingBilled, advanceDays),
      ].map((date): Reminder => ({ ...date, retainer }))
    })
    .filter(({ on }) => on >= today && on <= last)
    .toSorted(by(({ on }) => on))
}

function termDates(agreement: Agreement, today: Day): Dated[] {
  const { lastDay: ends, noticeBy } = termAt(agreement, today)
  const dates: Dated[] = []
  if (noticeBy !== null) dates.push({ kind: 'notice', on: noticeBy, period: null })
  if (ends !== null) dates.push({ kind: 'termEnds', on: ends, period: null })
  return dates
}

/** Where a paused period is followed by one that is not. */
const pauseEnds = (agreement: Agreement, periods: readonly Period[]): Dated[] =>
  periods.flatMap((period): Dated[] => {
    const next = periodAt(agreement, period.index + 1)
    const isLast = isPaused(agreement, period) && next !== null && !isPaused(agreement, next)
    return isLast ? [{ kind: 'pauseEnds', on: lastDay(period), period }] : []
  })

const isPaused = (agreement: Agreement, { start }: Period): boolean => rulesOn(agreement, start).isPause

/** Of the periods that owe a fee which is on no invoice, or was credited again. */
const invoiceDates = (agreement: Agreement, periods: readonly Period[], billed: Billed, advanceDays: number): Dated[] =>
  periods
    .filter((period) => termsOf(agreement, period).fee > 0 && amountOf(billed.periods.get(period.start), 'fee') === 0)
    .map((period) => ({ kind: 'invoice', on: addDays(period.start, -advanceDays), period }))
