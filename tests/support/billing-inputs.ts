import type { CommandInput, CommandName } from '#shared/commands/index.ts'
import { toInvoice } from '#shared/domain/billing/due.ts'
import { addDays, day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { dayAt } from '#shared/kernel/instant.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { ROME, testId } from './agreements.ts'
import { ordinario } from './invoices.ts'
import type { Session } from './session.ts'

interface Draw {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly flag: boolean
}
type BillingName = Extract<CommandName, `${'invoice' | 'payment' | 'payments' | 'exchangeRate'}.${string}`>

const MISSING = testId(0xffff)
const pick = <Item>(items: readonly Item[], number: number): Item | undefined => items[number % items.length]
const idIn = (records: ReadonlyMap<Id, unknown>, number: number): Id => pick([...records.keys()], number) ?? MISSING
const invoicesOf = ({ book }: Session, status: Invoice['status']): Invoice[] =>
  [...book.workspace.tables.invoices.values()].filter((invoice) => invoice.status === status)
/** Mostly one of the status that the command is for. */
const invoiceIn = (at: Session, status: Invoice['status'], { a, c }: Draw): Id =>
  c % 7 === 0 ? idIn(at.book.workspace.tables.invoices, a) : (pick(invoicesOf(at, status), a)?.id ?? MISSING)

const rates = [0, 400, 1000, 2200]
const reasons = ['N2.1', 'N2.2', 'N6.9', '']
const someLines = ({ a, b, c }: Draw) =>
  Array.from({ length: (c % 3) + 1 }, (_, index) => ({
    kind: 'other' as const,
    quantity: ((a >> index) % 9000) - 50,
    unit: (b + index) % 2 === 0 ? ('hour' as const) : ('unit' as const),
    unitPrice: minor((b >> index) % 50_000),
    vat: { basisPoints: rates[(a + index) % 4] ?? 0, reason: reasons[(b + index) % 4] ?? '' },
  }))

/** An input for each command of billing, good or bad; what comes up to be invoiced is drafted more often than not. */
export const billingInputs: {
  readonly [Name in BillingName]: (at: Session, draw: Draw) => CommandInput<Name>
} = {
  'invoice.draft': (at, draw) => {
    const due = pick(toInvoice(at.book, addDays(dayAt(at.now, ROME), (draw.b % 60) - 10)) ?? [], draw.a)
    if (due && !(draw.flag && draw.c % 3 === 0))
      return { clientId: due.clientId, currency: due.currency, lines: [...due.lines] }
    const tax = { ...ordinario, pensionFundBasisPoints: draw.b % 5 === 0 ? 400 : 0 }
    return { clientId: idIn(at.book.workspace.tables.clients, draw.a), lines: someLines(draw), tax }
  },
  'invoice.update': (at, draw) => ({
    id: invoiceIn(at, 'draft', draw),
    note: `${draw.b}`,
    ...(draw.flag ? { issuedOn: addDays(dayAt(at.now, ROME), (draw.b % 800) - 400) } : { lines: someLines(draw) }),
  }),
  'invoice.discard': (at, draw) => ({ id: invoiceIn(at, 'draft', draw) }),
  'invoice.issue': (at, draw) => ({
    id: invoiceIn(at, 'draft', draw),
    ...(draw.flag ? {} : { on: addDays(dayAt(at.now, ROME), (draw.b % 40) - 38) }),
  }),
  'invoice.void': (at, draw) => ({ id: invoiceIn(at, 'issued', draw) }),
  'invoice.credit': (at, draw) => {
    const invoice = pick(
      invoicesOf(at, 'issued').filter(({ type }) => type === 'invoice'),
      draw.a,
    )
    const line = pick(invoice?.lines ?? [], draw.b)
    const some = line && [{ lineId: line.id, amount: minor(Math.trunc((line.amount * (draw.c % 130)) / 100)) }]
    return { id: invoice?.id ?? MISSING, lines: draw.flag ? null : (some ?? null), billAgain: draw.c % 2 === 0 }
  },
  'payment.record': (at, draw) => ({
    invoiceId: invoiceIn(at, 'issued', draw),
    on: addDays(dayAt(at.now, ROME), 1 - (draw.b % 50)),
    amount: minor((draw.flag ? 1 : -1) * draw.c),
  }),
  'payments.import': (at, draw) => ({
    payments: [
      {
        invoiceId: invoiceIn(at, 'issued', draw),
        on: addDays(dayAt(at.now, ROME), 1 - (draw.b % 50)),
        amount: minor(draw.c + 1),
        source: `line ${draw.b % 20}`,
      },
    ],
  }),
  'payment.remove': (at, { a }) => ({ id: idIn(at.book.workspace.tables.payments, a) }),
  'exchangeRate.set': (_at, { a, b, c }) => ({
    months: [a, a + 31].map((days) => addDays(day('2026-01-01'), days % 300).slice(0, 7)),
    currency: pick(['USD', 'GBP', 'JPY', 'EUR'], b) ?? 'USD',
    millionths: c + 1,
  }),
  'exchangeRate.remove': (at, { a }) => ({ id: idIn(at.book.workspace.tables.exchangeRates, a) }),
}
