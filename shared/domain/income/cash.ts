import { monthOf, monthsBetween, type Day, type Month } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { by } from '../../kernel/order.ts'
import { minor, sumOf, type Minor } from '../../kernel/units.ts'
import type { Invoice, InvoiceLine } from '../../model/invoice.ts'
import type { Payment } from '../../model/payment.ts'
import type { Workspace } from '../../model/workspace.ts'
import { convert, questions, type Exchange, type MissingRate } from './exchange.ts'
import { converted, dueOf, minus, noSplit, splitOf, type Split } from './payment-split.ts'

/** What money came in for. Cash is there or it is not: what is still open is in `openCash`. */
export type CashKind = 'guaranteed' | 'variable' | 'hourly'

/** A fee can be counted on; overage, top-ups, milestones, corrections and what was written by hand come as they come. */
export const cashKindOf = ({ kind }: Pick<InvoiceLine, 'kind'>): CashKind =>
  kind === 'fee' ? 'guaranteed' : kind === 'hours' ? 'hourly' : 'variable'

export type CashSums = Readonly<Record<CashKind, Minor>>

/** A payment, and what it was for: minor units of the currency that was asked for. */
export interface CashPart {
  readonly payment: Payment
  readonly invoice: Invoice
  readonly split: Split
}

/** Income by the day on which money came in. Always: the sums + taxes + beyond = received. */
export interface CashMonth {
  readonly month: Month
  readonly received: Minor
  /** Net of VAT and of the pension fund's share, before what the client withheld. */
  readonly sums: CashSums
  /**
   * What came in with it and is no income: VAT, the pension fund's share and stamp duty, less what clients withheld,
   * which is the user's own tax paid in advance. Negative where more was withheld than charged.
   */
  readonly taxes: Minor
  /** More than was due: the client is owed it. */
  readonly beyond: Minor
  readonly parts: readonly CashPart[]
  /** What is not in it for want of a rate: only where other currencies were asked for, and one is missing. */
  readonly missing?: readonly MissingRate[]
}

/**
 * Income on a cash basis in one currency (domain.md, Income): each payment in the month of its day, as a bookkeeper
 * keeps the register of receipts. VAT is the state's and the pension fund's share the fund's: neither is income. What
 * the client withheld is: it was earned, and paid to the state in the user's name.
 *
 * A payment settles income and taxes in the proportion in which the invoice, less the credit notes issued by that day,
 * is made of them. Payments that settle an invoice add up to its lines exactly, and a credit note changes no month
 * before it.
 * @param exchange brings in other currencies, each payment at the rate of its month
 */
export function cashByMonth(
  workspace: Workspace,
  currency: string,
  from: Month,
  to: Month,
  exchange?: Exchange,
): CashMonth[] {
  const byMonth = new Map<Month, CashPart[]>(monthsBetween(from, to).map((month) => [month, []]))
  const missing: MissingRate[] = []
  for (const part of paymentsSplit(workspace, from, to)) {
    const month = monthOf(part.payment.on)
    const { currency: own } = part.invoice
    const list = byMonth.get(month)
    if (!list || (own !== currency && !exchange)) continue
    const split =
      own === currency || !exchange
        ? part.split
        : converted(part.split, (amount) => convert(amount, own, month, exchange))
    if (split) list.push({ ...part, split })
    else missing.push({ month, currency: own })
  }
  return [...byMonth].map(([month, parts]) => {
    const asked = questions(missing.filter((each) => each.month === month))
    return {
      month,
      received: minor(sumOf(parts, ({ split }) => split.whole)),
      sums: sumsOf(parts),
      taxes: minor(sumOf(parts, ({ split }) => split.taxes)),
      beyond: minor(sumOf(parts, ({ split }) => split.beyond)),
      parts,
      ...(asked.length > 0 && { missing: asked }),
    }
  })
}

/** An invoice's kind of income, line by line. */
const sumsOf = (parts: readonly Pick<CashPart, 'invoice' | 'split'>[]): CashSums => {
  const sums: Record<CashKind, number> = { guaranteed: 0, variable: 0, hourly: 0 }
  for (const { invoice, split } of parts)
    for (const line of invoice.lines) sums[cashKindOf(line)] += split.lines.get(line.id) ?? 0
  return { guaranteed: minor(sums.guaranteed), variable: minor(sums.variable), hourly: minor(sums.hourly) }
}

/**
 * The payments of issued invoices in a span of months, by invoice and day, each with what it was for: the part that came
 * in between what had been paid before it and what was paid with it.
 */
function paymentsSplit({ tables }: Workspace, from: Month, to: Month): CashPart[] {
  const isAsked = ({ on }: Payment): boolean => monthOf(on) >= from && monthOf(on) <= to
  const asked = new Set([...tables.payments.values()].filter(isAsked).map(({ invoiceId }) => invoiceId))
  return settled(tables, ({ id }) => asked.has(id)).flatMap(({ invoice, credits, payments }) =>
    payments.flatMap((payment, index): CashPart[] => {
      if (!isAsked(payment)) return []
      // All that was paid by then, for what the invoice was by then.
      const upTo = (count: number): Split => {
        const paid = payments.slice(0, count)
        const last = paid.at(-1)
        if (!last) return noSplit
        const by = credits.filter(({ issuedOn }) => issuedOn <= last.on)
        return splitOf(
          invoice,
          by,
          sumOf(paid, ({ amount }) => amount),
        )
      }
      return [{ payment, invoice, split: minus(upTo(index + 1), upTo(index)) }]
    }),
  )
}

interface Settled {
  readonly invoice: Invoice
  /** Those that were issued. */
  readonly credits: readonly Invoice[]
  /** The earliest first. */
  readonly payments: readonly Payment[]
}

/** Issued invoices of those that are asked for, each with what became of it. */
function settled(tables: Workspace['tables'], isAsked: (invoice: Invoice) => boolean = () => true): Settled[] {
  const issued = [...tables.invoices.values()].filter(({ status }) => status === 'issued')
  const credits = groupBy(issued, (invoice) => invoice.credits)
  const payments = groupBy(tables.payments.values(), ({ invoiceId }) => invoiceId)
  return issued
    .filter((invoice) => invoice.type === 'invoice' && isAsked(invoice))
    .map((invoice) => ({
      invoice,
      credits: credits.get(invoice.id) ?? [],
      payments: (payments.get(invoice.id) ?? []).toSorted(by(({ on, id }) => `${on} ${id}`)),
    }))
}

function groupBy<Item>(items: Iterable<Item>, key: (item: Item) => Id | null): ReadonlyMap<Id, readonly Item[]> {
  const groups = new Map<Id, Item[]>()
  for (const item of items) {
    const id = key(item)
    if (id === null) continue
    const group = groups.get(id)
    if (group) group.push(item)
    else groups.set(id, [item])
  }
  return groups
}

/** Money that is still to come for an invoice: what is left of it, and the income in it. */
export interface OpenCash {
  readonly invoice: Invoice
  /** The day it is due on: `isLate` where that has gone by. */
  readonly on: Day
  readonly isLate: boolean
  readonly amount: Minor
  readonly sums: CashSums
}

/** What is issued and not paid, by the day it is due on; amounts in the invoice's currency (domain.md, Income: cash). */
export function openCash(workspace: Workspace, today: Day): OpenCash[] {
  return settled(workspace.tables)
    .flatMap(({ invoice, credits, payments }) => {
      const due = dueOf(invoice, credits)
      const paid = sumOf(payments, ({ amount }) => amount)
      if (due - paid <= 0) return []
      const split = minus(splitOf(invoice, credits, due), splitOf(invoice, credits, paid))
      const { dueOn } = invoice
      return [{ invoice, on: dueOn, isLate: today > dueOn, amount: split.whole, sums: sumsOf([{ invoice, split }]) }]
    })
    .toSorted(by(({ on }) => on))
}
