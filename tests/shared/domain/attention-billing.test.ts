import { expect, test } from 'vitest'
import { billingAttention } from '#shared/domain/attention-billing.ts'
import { attention } from '#shared/domain/attention.ts'
import { day } from '#shared/kernel/day.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { made } from '#shared/model/change.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { bookOf, clientNamed } from '#tests/support/books.ts'
import { retainerOf, worked } from '#tests/support/income-book.ts'
import { creditOf, forfettario, invoiceOf, lineOf, paymentOf, vat } from '#tests/support/invoices.ts'

const today = day('2026-03-20')
const [halden, acme] = [clientNamed('Halden'), clientNamed('Acme', { currency: 'USD' })]
const clients = [made('clients', halden), made('clients', acme)]
const invoice = (amount: number, dueOn: string, more: Partial<Invoice> = {}): Invoice =>
  invoiceOf([lineOf(amount, vat(0, 'none'))], { clientId: halden.id, tax: forfettario, dueOn: day(dueOn), ...more })
const asked = (...edits: Parameters<typeof bookOf>) => billingAttention(bookOf(...clients, ...edits), today)

test('nothing where nobody owes and nothing is to be invoiced; what is due today is not late', () => {
  expect(asked(made('invoices', invoice(10_000, '2026-03-20')))).toEqual([])
})

test('a client who is late, with all of it, the invoice that was due first, and for how long', () => {
  const [first, second] = [invoice(30_000, '2026-03-08'), invoice(10_000, '2026-03-19', { number: 2 })]
  const paid = made('payments', { ...paymentOf(first, '2026-03-10', 5000), on: day('2026-03-10') })
  expect(asked(made('invoices', second), made('invoices', first), paid)).toMatchObject([
    { kind: 'overdue', clientId: halden.id, amount: 35_000, count: 2, daysLate: 12, invoice: { id: first.id } },
  ])
})

test('who is late for longest comes first; currencies are not added up', () => {
  const dollars = invoice(20_000, '2026-02-01', { clientId: acme.id, currency: 'USD' })
  const found = asked(made('invoices', invoice(10_000, '2026-03-01')), made('invoices', dollars))
  expect(found).toMatchObject([
    { clientId: acme.id, currency: 'USD', amount: 20_000, daysLate: 47 },
    { clientId: halden.id, currency: 'EUR', amount: 10_000, daysLate: 19 },
  ])
})

test('what was paid, or credited, is not late', () => {
  const [one, other] = [invoice(10_000, '2026-03-01'), invoice(20_000, '2026-03-01', { number: 2 })]
  const paid = made('payments', { ...paymentOf(one, '2026-03-10', 10_000), on: day('2026-03-10') })
  expect(asked(made('invoices', one), made('invoices', other), paid, made('invoices', creditOf(other, [])))).toEqual([])
})

test('advances that can be invoiced and drafts that wait are one thing to do', () => {
  const retainer = retainerOf(halden, { fee: 100_000, startsOn: day('2026-03-01') })
  const draft = invoice(40_000, '2026-04-01', { status: 'draft', number: null, clientId: acme.id, currency: 'USD' })
  const found = asked(made('engagements', retainer), made('invoices', draft))
  expect(found).toEqual([
    {
      kind: 'toInvoice',
      count: 2,
      clientIds: [halden.id, acme.id],
      sums: [
        { currency: 'EUR', amount: 100_000 },
        { currency: 'USD', amount: 40_000 },
      ],
    },
  ])
})

test('stands between what is over and what runs out', () => {
  const [over, full] = [12, 10].map((hours) => {
    const retainer = retainerOf(halden, { fee: 100_000, startsOn: day('2026-03-01') })
    return [made('engagements', retainer), worked(retainer, '2026-03-05', hours)]
  })
  const book = bookOf(...clients, ...(full ?? []), ...(over ?? []))
  const kinds = attention(book, '2026-03-20T12:00:00Z' as Instant, billingAttention(book, today)).map(
    ({ kind }) => kind,
  )
  expect(kinds).toEqual(['over', 'toInvoice', 'runsOut'])
})
