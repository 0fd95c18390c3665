import { addToMonth, firstDayOf, monthOf, type Day, type Month } from '../../kernel/day.ts'
import type { Closing } from '../../model/closing.ts'
import type { Retainer } from '../../model/engagement.ts'
import { asksFirst } from '../billing/undecided.ts'
import { doneOf, type Book } from '../book.ts'
import { isSigned } from '../income/signed.ts'
import { ledger, type LedgerRow } from '../ledger/ledger.ts'
import { onceADay } from '../once-a-day.ts'
import { periodAt, periodOn, type Period } from '../periods.ts'
import { noteOn } from './note.ts'

/** A retainer's period that ends in the month, with what is to be said of it. */
export interface MonthLedger {
  readonly retainer: Retainer
  readonly row: LedgerRow
  readonly closing: Closing | null
  /** How many open periods before it are closed along with it. */
  readonly earlier: number
  /** What went past the hours is to be billed as agreed, or given: only the user can say. */
  readonly asks: boolean
  /** The period before it ends in the month too, and is settled first: it is not closed along unasked. */
  readonly waits: boolean
  /** No other period of the retainer ends in the month. */
  readonly isAlone: boolean
}

/** The first day after a month. */
const after = (month: Month): Day => firstDayOf(addToMonth(month, 1))

/**
 * The periods of an agreement that a month's pass is about: those that end in it (domain.md, Closing a month), so that a
 * quarter is closed with its last month, and what runs from the 16th with the month in which it is over. They are two
 * where an end was agreed on within the next one: 15 March, and early on the 20th.
 */
function periodsEndingIn({ agreement }: Retainer, month: Month): Period[] {
  const periods: Period[] = []
  let period = periodOn(agreement, firstDayOf(month)) ?? periodAt(agreement, 0)
  for (; period && period.end <= after(month); period = periodAt(agreement, period.index + 1))
    if (period.end > firstDayOf(month)) periods.push(period)
  return periods
}

/** What was put away is closed with it. */
const retainersOf = ({ workspace }: Book): Retainer[] =>
  [...workspace.tables.engagements.values()].filter(
    (engagement): engagement is Retainer =>
      engagement.kind === 'retainer' && isSigned(engagement) && !engagement.archived,
  )

/** The ledgers that a month's pass settles, each with its period; those that ask something first. */
export function monthLedgers(book: Book, month: Month): MonthLedger[] {
  return retainersOf(book)
    .flatMap((retainer): MonthLedger[] => {
      const periods = periodsEndingIn(retainer, month)
      const last = periods.at(-1)
      if (!last) return []
      const { agreement } = retainer
      const done = doneOf(book, retainer.id)
      const rows = ledger(agreement, done, last.start)
      const open = rows.filter(({ isClosed }) => !isClosed)
      const starts = new Set(periods.map(({ start }) => start))
      const own = rows.filter(({ period }) => starts.has(period.start))
      return own.map((row, place): MonthLedger => {
        const closing = done.closings?.get(row.period.start) ?? null
        const waits = closing === null && own.slice(0, place).some(({ isClosed }) => !isClosed)
        const earlier = closing || waits ? 0 : open.filter(({ period }) => period.start < row.period.start).length
        const asks = closing === null && asksFirst(agreement, row)
        return { retainer, row, closing, earlier, asks, waits, isAlone: own.length === 1 }
      })
    })
    .toSorted((a, b) => Number(b.asks && !b.waits) - Number(a.asks && !a.waits))
}

/**
 * The months that a pass can go over: the last twelve that are over, which is how many are remembered, and none before
 * the first agreement began; without one, all of them.
 */
export function monthsToPass(book: Book, today: Day): { readonly first: Month; readonly last: Month } {
  const last = addToMonth(monthOf(today), -1)
  const earliest = addToMonth(last, -11)
  const begun = retainersOf(book).map(({ agreement }) => monthOf(agreement.startsOn))
  const first = begun.reduce<Month | null>((one, other) => (one === null || other < one ? other : one), null)
  return { first: first === null || first < earliest ? earliest : first < last ? first : last, last }
}

/** The earliest of them in which a period ended that is open; null where all are closed. */
export function firstOpenMonth(book: Book, today: Day): Month | null {
  const { first, last } = monthsToPass(book, today)
  const isOpen = (retainer: Retainer, month: Month): boolean =>
    periodsEndingIn(retainer, month).some(({ start }) => !book.closings.get(retainer.id)?.has(start))
  const retainers = retainersOf(book)
  for (let month = first; month <= last; month = addToMonth(month, 1))
    if (retainers.some((retainer) => isOpen(retainer, month))) return month
  return null
}

/** What a month that is over still asks for. */
export interface MonthToClose {
  readonly month: Month
  readonly open: number
  /** Closed, and the client has not got the report. */
  readonly unsent: number
}

/**
 * The last month that is over, while periods that ended in it are open, or their reports are not sent and the user has
 * not said that the month is done; null where there is nothing to do. A client who was put away is nobody to nag about:
 * their last period is in the pass all the same, where what is open in it can be decided on.
 */
export const monthToClose = onceADay((book, today): MonthToClose | null => {
  const month = addToMonth(monthOf(today), -1)
  let [open, unsent] = [0, 0]
  for (const retainer of retainersOf(book)) {
    if (book.workspace.tables.clients.get(retainer.clientId)?.archived) continue
    for (const { start } of periodsEndingIn(retainer, month)) {
      const closing = book.closings.get(retainer.id)?.get(start)
      if (!closing) open += 1
      else if (closing.sentAt === null) unsent += 1
    }
  }
  const isDone = noteOn(book, month)?.finishedAt != null && open === 0
  return open + unsent === 0 || isDone ? null : { month, open, unsent }
})
