import { addDays, type Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { minor, sumOf, type Minor } from '../../kernel/units.ts'
import type { Engagement, Retainer } from '../../model/engagement.ts'
import type { InvoiceLine } from '../../model/invoice.ts'
import { doneLately, doneOf, invoicesFor, preferencesOf, type Book } from '../book.ts'
import { currencyOf, isSigned } from '../income/signed.ts'
import { courseOf, type Done, type LedgerRow } from '../ledger/ledger.ts'
import { onceADayEach } from '../once-a-day.ts'
import { inTwoParts, isWithin } from '../stood.ts'
import { retainerLines } from './advance.ts'
import { billedOf, type DueLine } from './billed.ts'
import { isBilledHere } from './billed-from.ts'
import { hourlyLines } from './hourly.ts'
import { milestoneLines } from './project.ts'
import { isUndecided } from './undecided.ts'

/** One invoice that is to be written: all that a client is to be billed for in a currency. */
export interface ToInvoice {
  readonly clientId: Id
  readonly currency: string
  readonly lines: readonly DueLine[]
  /** Net of tax. Below zero the client is owed, and it waits for the next invoice that is not. */
  readonly net: Minor
}

/**
 * What is to be invoiced on a day, one invoice a client and currency (domain.md, Billing): retainers' advances with
 * what their periods just over left to bill, hourly work of months that are over, milestones that are due. Nothing
 * that is on an invoice or a draft, nor what the user has to decide on first (`undecidedOverage`). null while the history is still being counted: then nobody knows.
 */
export function toInvoice(book: Book, day: Day): ToInvoice[] | null {
  if (!book.totals) return null
  const { clients, engagements } = book.workspace.tables
  const bills = new Map<string, { clientId: Id; currency: string; lines: DueLine[] }>()
  for (const engagement of engagements.values()) {
    const { clientId } = engagement
    const currency = currencyOf(book, engagement)
    if (currency === undefined || !clients.has(clientId)) continue // a damaged file took the client away
    const lines = linesKnown(book, engagement, day)
    if (lines.length === 0) continue
    const key = `${clientId} ${currency}`
    const bill = bills.get(key) ?? { clientId, currency, lines: [] }
    bills.set(key, bill)
    bill.lines.push(...lines)
  }
  return [...bills.values()].map((bill) => ({ ...bill, net: minor(sumOf(bill.lines, ({ owed }) => owed)) }))
}

/** What of one piece of work is to be invoiced on a day, net of tax; as it is, or as it would be. */
export const dueOf = (book: Book, engagement: Engagement, day: Day): Minor => {
  return minor(sumOf(linesOf(book, engagement, doneOf(book, engagement.id), day), ({ owed }) => owed))
}

const linesKnown = onceADayEach((book, engagement, day) =>
  linesOf(book, engagement, doneLately(book, engagement.id), day),
)

function linesOf(book: Book, engagement: Engagement, done: Done, day: Day, early = false): DueLine[] {
  const billed = billedOf(book, engagement.id)
  if (engagement.kind === 'project') return milestoneLines(engagement, billed, day)
  if (engagement.kind === 'hourly') return hourlyLines(engagement, done.days, billed, day)
  const { advanceDays } = preferencesOf(book.workspace).billing
  return retainerLines(engagement, done, billed, day, advanceDays, early)
}

/** What went past a period that is over, and waits for the pass over its month to be billed or given. */
export interface Undecided {
  readonly retainer: Retainer
  readonly row: LedgerRow
}

/** What is to be invoiced once the user has decided on it, in no invoice until then. Nothing while history is counted. */
export function undecidedOverage(book: Book, day: Day): Undecided[] {
  const { clients, engagements } = book.workspace.tables
  if (!book.totals) return []
  return [...engagements.values()].flatMap((each) =>
    clients.has(each.clientId) ? undecidedKnown(book, each, day) : [],
  )
}

const undecidedInParts = inTwoParts<Undecided>()

const undecidedKnown = onceADayEach((book, retainer, day): Undecided[] => {
  if (retainer.kind !== 'retainer' || !isSigned(retainer)) return []
  const [billed, done] = [billedOf(book, retainer.id), doneLately(book, retainer.id)]
  return undecidedInParts(retainer, done, [retainer, billed, day], (span) =>
    courseOf(retainer.agreement, done, span.to === null ? day : addDays(span.to, -1), span.from ?? undefined).flatMap(
      ({ row }) => {
        const { start, end } = row.period
        const before = billed.periods.get(start)
        const waits = isWithin(span, start) && end <= day && isUndecided(retainer, row, before)
        return waits && isBilledHere(retainer, end, before, day) ? [{ retainer, row }] : []
      },
    ),
  )
})

/**
 * What was billed too much, to be settled by a credit note: of what a line is for, how much more is on invoices than is
 * owed by now, up to an amount and each minor unit once. Nothing while the history is still being counted.
 */
export function overBilled(book: Book, day: Day): (line: InvoiceLine, upTo: number) => number {
  const left = new Map<string, number>()
  const keyOf = ({ engagementId, milestoneId, period }: Pick<InvoiceLine, 'engagementId' | 'milestoneId' | 'period'>) =>
    `${engagementId} ${milestoneId ?? period}`
  for (const engagement of book.totals ? book.workspace.tables.engagements.values() : []) {
    if (invoicesFor(book, engagement.id).size === 0) continue
    for (const line of linesOf(book, engagement, doneOf(book, engagement.id), day, true))
      left.set(keyOf(line), (left.get(keyOf(line)) ?? 0) - line.owed)
  }
  return (line, upTo) => {
    const over = left.get(keyOf(line)) ?? 0
    const settled = Math.max(0, Math.min(over, upTo))
    left.set(keyOf(line), over - settled)
    return settled
  }
}
