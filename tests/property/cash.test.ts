import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allKinds, cashFlow } from '#shared/domain/income/cash-flow.ts'
import { cashByMonth } from '#shared/domain/income/cash.ts'
import { exchangeOf } from '#shared/domain/income/exchange.ts'
import { dueOf } from '#shared/domain/income/payment-split.ts'
import { addDays, addToMonth, day, type Month } from '#shared/kernel/day.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { made } from '#shared/model/change.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { bookOf } from '#tests/support/books.ts'
import { creditOf, forfettario, invoiceOf, lineOf, ordinario, paymentOf, vat } from '#tests/support/invoices.ts'

const MARCH = day('2026-03-01')
const kinds = ['fee', 'hours', 'overage', 'other'] as const

/** Invoices of some lines, paid in pieces over a year and a half, some of them credited in between. */
const anyPaid = fc
  .array(
    fc.record({
      lines: fc.array(fc.record({ kind: fc.constantFrom(...kinds), price: fc.integer({ min: 1, max: 300_000 }) }), {
        minLength: 1,
        maxLength: 3,
      }),
      tax: fc.constantFrom(ordinario, forfettario),
      credited: fc.option(fc.nat(400)),
      payments: fc.array(fc.record({ after: fc.nat(500), share: fc.integer({ min: 1, max: 120 }) }), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((asked) => {
    const invoices: Invoice[] = []
    const payments: ReturnType<typeof paymentOf>[] = []
    for (const { lines, tax, credited, payments: paid } of asked) {
      const invoice = invoiceOf(
        lines.map(({ kind, price }) => lineOf(price, vat(2200), { kind })),
        { tax, number: invoices.length + 1 },
      )
      invoices.push(invoice)
      const [line] = invoice.lines
      if (credited !== null && line)
        invoices.push(
          creditOf(invoice, [], [{ lineId: line.id, amount: line.amount }], { issuedOn: addDays(MARCH, credited) }),
        )
      const due = dueOf(invoice, [])
      for (const { after, share } of paid)
        payments.push(paymentOf(invoice, addDays(MARCH, after), Math.max(1, Math.round((due * share) / 100))))
    }
    return { invoices, payments }
  })

const workspaceWith = ({ invoices, payments }: { invoices: Invoice[]; payments: ReturnType<typeof paymentOf>[] }) =>
  bookOf(
    ...invoices.map((invoice) => made('invoices', invoice)),
    ...payments.map((payment) => made('payments', { ...payment, on: day(payment.on) })),
  )

const [first, last] = ['2026-03' as Month, '2027-08' as Month]

test('a month is the same whatever span it is asked in, and no payment is lost between them', () => {
  fc.assert(
    fc.property(anyPaid, fc.nat(17), fc.nat(5), (paid, at, more) => {
      const { workspace } = workspaceWith(paid)
      const all = cashByMonth(workspace, 'EUR', first, last)
      expect(sumOf(all, ({ received }) => received)).toBe(sumOf(paid.payments, ({ amount }) => amount))
      const [from, to] = [addToMonth(first, at), addToMonth(first, Math.min(17, at + more))]
      const asked = cashByMonth(workspace, 'EUR', from, to)
      expect(asked).toEqual(all.filter(({ month }) => month >= from && month <= to))
    }),
    { numRuns: 500 },
  )
})

test('money by the day it comes in is the same too, whatever span it is asked in', () => {
  fc.assert(
    fc.property(anyPaid, fc.nat(500), fc.nat(17), (paid, after, at) => {
      const book = workspaceWith(paid)
      const today = addDays(MARCH, after)
      const exchange = exchangeOf([], 'EUR')
      const all = cashFlow(book, 'EUR', today, first, last, exchange)
      const month = addToMonth(first, at)
      expect(cashFlow(book, 'EUR', today, month, month, exchange)).toEqual(all.filter((each) => each.month === month))
      for (const { received, taxes, beyond, paid: whole } of all)
        expect(allKinds(received) + taxes + beyond).toBe(whole)
    }),
    { numRuns: 300 },
  )
})
