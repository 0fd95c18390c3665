import { addDays, firstDayOf, lastDayOf, monthOf, type Day, type Month } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { by } from '../../kernel/order.ts'
import { minor, sumOf, type Minor } from '../../kernel/units.ts'
import type { Project, Retainer } from '../../model/engagement.ts'
import type { Invoice } from '../../model/invoice.ts'
import type { Payment } from '../../model/payment.ts'
import type { Preferences } from '../../model/preferences.ts'
import { amountOf, billedOn, nothingBilled, type Billed } from '../billing/billed.ts'
import { isFeeBilledHere, owesFee } from '../billing/advance.ts'
import { billedFrom, isBilledHere } from '../billing/billed-from.ts'
import { preferencesOf, type Book } from '../book.ts'
import type { Period } from '../periods.ts'
import { cashByMonth, openCash, type CashSums } from './cash.ts'
import { convert, questions, type Exchange, type MissingRate } from './exchange.ts'
import { feesOf } from './guaranteed.ts'
import { currencyOf, isRunning, isSigned } from './signed.ts'
import type { Fall } from './steps.ts'

/** What came in, or is to come: what is behind a month. Amounts are income, without taxes. */
export type CashItem =
  | {
      readonly what: 'payment'
      readonly on: Day
      readonly amount: Minor
      readonly invoice: Invoice
      readonly payment: Payment
    }
  /** Issued and not paid. What is late is due today. */
  | {
      readonly what: 'open'
      readonly on: Day
      readonly amount: Minor
      readonly sums: CashSums
      readonly invoice: Invoice
      readonly isLate: boolean
    }
  /** A fee whose invoice is not issued yet. */
  | {
      readonly what: 'fee'
      readonly on: Day
      readonly amount: Minor
      readonly engagementId: Id
      readonly period: Period
      /** Inside a signed term; else it comes if the term renews. */
      readonly isGuaranteed: boolean
    }
  /** A milestone whose invoice is not issued yet. */
  | {
      readonly what: 'milestone'
      readonly on: Day
      readonly amount: Minor
      readonly engagementId: Id
      readonly name: string
      /** The day on which it is reached. */
      readonly reached: Day
    }

/** A month on a cash basis. Always: the kinds of what was received + open + fees + milestones = the items. */
export interface CashFlowMonth {
  readonly month: Month
  /** Income that came in, by kind. */
  readonly received: CashSums
  /** Income of invoices that are issued and due in it, by kind. */
  readonly open: CashSums
  /** Fees that are to be invoiced, and due in it. */
  readonly signed: Minor
  readonly ifRenewed: Minor
  /** Milestones that are to be invoiced, and due in it. */
  readonly milestones: Minor
  /** By day. */
  readonly items: readonly CashItem[]
  /** All that was received, and what of it is no income: taxes, and what was paid beyond what was due. */
  readonly paid: Minor
  readonly taxes: Minor
  readonly beyond: Minor
  /** What is not in it for want of a rate. */
  readonly missing: readonly MissingRate[]
}

/** What a month has brought and is to bring. */
export const cashTotal = ({ received, open, signed, ifRenewed, milestones }: CashFlowMonth): Minor =>
  minor(allKinds(received) + allKinds(open) + signed + ifRenewed + milestones)

/**
 * The day on which money falls where what is guaranteed does: that of the month in which the first fee that is no longer
 * there would have been due, by when the user issues invoices and what time they give for them.
 */
export const cashFallDay = ({ day }: Fall, { advanceDays, dueDays }: BillingDays): Day =>
  firstDayOf(monthOf(addDays(day, dueDays - advanceDays)))

type BillingDays = Pick<Preferences['billing'], 'advanceDays' | 'dueDays'>

/** The kinds added up. */
export const allKinds = ({ guaranteed, variable, hourly }: CashSums): Minor => minor(guaranteed + variable + hourly)

/**
 * Income on a cash basis (domain.md, Income), past and to come, in one currency: payments in the month of their day;
 * issued invoices that are not paid, in the month they are due in, late ones in today's; and fees of retainers that are
 * on no issued invoice, in the month in which an invoice would be due that is issued when the user issues them, by the
 * settings `advanceDays` and `dueDays`; milestones that are on none, in the month in which one would be due that is issued
 * on their day. Hourly work and overage come as they come: they are in it once invoiced.
 * @param exchange brings in other currencies, each amount at the rate of its month
 */
export function cashFlow(
  book: Book,
  currency: string,
  today: Day,
  from: Month,
  to: Month,
  exchange: Exchange,
): CashFlowMonth[] {
  const asked = { book, today, to, exchange }
  const ahead = [...openItems(asked), ...itemsToInvoice(asked)]
  return cashByMonth(book.workspace, currency, from, to, exchange).map(
    ({ month, received, sums, taxes, beyond, parts, missing = [] }) => {
      const items = ahead.flatMap((each) => ('item' in each && monthOf(each.item.on) === month ? [each.item] : []))
      const lacking = ahead.flatMap((each) => ('lacks' in each && each.lacks.month === month ? [each.lacks] : []))
      const sum = (isCounted: (item: CashItem) => boolean): Minor =>
        minor(sumOf(items, (item) => (isCounted(item) ? item.amount : 0)))
      const payments = parts.map(({ payment, invoice, split }): CashItem => ({
        what: 'payment',
        on: payment.on,
        amount: minor(sumOf([...split.lines.values()], (amount) => amount)),
        invoice,
        payment,
      }))
      return {
        month,
        received: sums,
        open: together(items.flatMap((item) => (item.what === 'open' ? [item.sums] : []))),
        signed: sum((item) => item.what === 'fee' && item.isGuaranteed),
        ifRenewed: sum((item) => item.what === 'fee' && !item.isGuaranteed),
        milestones: sum((item) => item.what === 'milestone'),
        items: [...payments, ...items].toSorted(by(({ on }) => on)),
        paid: received,
        taxes,
        beyond,
        missing: questions([...missing, ...lacking]),
      }
    },
  )
}

const together = (all: readonly CashSums[]): CashSums => ({
  guaranteed: minor(sumOf(all, ({ guaranteed }) => guaranteed)),
  variable: minor(sumOf(all, ({ variable }) => variable)),
  hourly: minor(sumOf(all, ({ hourly }) => hourly)),
})

interface Asked {
  readonly book: Book
  readonly today: Day
  readonly to: Month
  readonly exchange: Exchange
}

/** An item in the currency that is asked for, or the rate that lacks for it. */
type Found = { readonly item: CashItem } | { readonly lacks: MissingRate }

function openItems({ book: { workspace }, today, exchange }: Asked): Found[] {
  return openCash(workspace, today).map(({ invoice, on: dueOn, isLate, sums: inOwn }): Found => {
    const on = isLate ? today : dueOn
    const { currency } = invoice
    const worth = (amount: Minor): Minor | null => convert(amount, currency, monthOf(on), exchange)
    const [guaranteed, variable, hourly] = [worth(inOwn.guaranteed), worth(inOwn.variable), worth(inOwn.hourly)]
    if (guaranteed === null || variable === null || hourly === null) return { lacks: { month: monthOf(on), currency } }
    const sums = { guaranteed, variable, hourly }
    return { item: { what: 'open', on, amount: allKinds(sums), sums, invoice, isLate } }
  })
}

function itemsToInvoice({ book, today, to, exchange }: Asked): Found[] {
  const { tables } = book.workspace
  const { billing } = preferencesOf(book.workspace)
  const billed = billedOn([...tables.invoices.values()].filter(({ status }) => status !== 'draft'))
  return [...tables.engagements.values()].flatMap((engagement) => {
    const own = currencyOf(book, engagement)
    if (engagement.kind === 'hourly' || !isSigned(engagement) || own === undefined) return []
    const before = billed.get(engagement.id) ?? nothingBilled
    const items =
      engagement.kind === 'retainer'
        ? feesToInvoice(engagement, before, billing, today, to)
        : milestonesToInvoice(engagement, before, billing, today, to)
    return items.map((item): Found => {
      const month = monthOf(item.on)
      const amount = convert(item.amount, own, month, exchange)
      return amount === null ? { lacks: { month, currency: own } } : { item: { ...item, amount } }
    })
  })
}

/** The milestones that are to be billed here and no issued invoice has, due by the end of a month; of a project that was put away those that were reached. */
const milestonesToInvoice = (
  project: Project,
  billed: Billed,
  { dueDays }: BillingDays,
  today: Day,
  to: Month,
): CashItem[] =>
  project.milestones
    .filter(({ id, on, amount }) => {
      const before = billed.milestones.get(id)
      if (amount === 0 || amountOf(before, 'milestone') !== 0) return false
      return (isRunning(project) || on <= today) && isBilledHere(project, on, before, today)
    })
    .map(({ on: reached, amount, name }): CashItem => {
      const on = addDays(reached < today ? today : reached, dueDays)
      return { what: 'milestone', on, amount, engagementId: project.id, name, reached }
    })
    .filter(({ on }) => on <= lastDayOf(to))

/** The fees that are to be billed here and no issued invoice has, due by the end of a month. */
function feesToInvoice(
  retainer: Retainer,
  billed: Billed,
  { advanceDays, dueDays }: BillingDays,
  today: Day,
  to: Month,
): CashItem[] {
  const since = [billedFrom(retainer, today), ...billed.periods.keys()].toSorted()[0] ?? today
  const last = monthOf(addDays(lastDayOf(to), advanceDays))
  return feesOf(retainer.agreement, today, last, monthOf(since))
    .filter((each) => each.fee !== 0 && owesFee(retainer, each, today))
    .filter(({ period: { start } }) => {
      const before = billed.periods.get(start)
      return amountOf(before, 'fee') === 0 && isFeeBilledHere(retainer, start, before, today)
    })
    .map(({ period, fee, guaranteed }): CashItem => {
      const issued = addDays(period.start, -advanceDays)
      const on = addDays(issued < today ? today : issued, dueDays)
      return { what: 'fee', on, amount: fee, engagementId: retainer.id, period, isGuaranteed: guaranteed }
    })
    .filter(({ on }) => on <= lastDayOf(to))
}
