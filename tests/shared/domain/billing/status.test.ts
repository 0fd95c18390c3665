import { describe, expect, test } from 'vitest'
import { owedByClient, standingOfInvoice, unpaidAdvance } from '#shared/domain/billing/status.ts'
import { emptyBook } from '#shared/domain/book.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { made } from '#shared/model/change.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { bookOf, clientNamed, newId, retainerFor } from '#tests/support/books.ts'
import { creditOf, invoiceOf, lineOf, ordinario, paymentOf, vat } from '#tests/support/invoices.ts'

const tax = { ...ordinario, withholdingBasisPoints: 0 }
const invoice = invoiceOf([lineOf(100_000, vat(2200))], { tax })
type Paid = ReturnType<typeof paymentOf>
const workspaceWith = (invoices: readonly Invoice[], payments: readonly Paid[] = []) =>
  bookOf(
    ...invoices.map((each) => made('invoices', each)),
    ...payments.map((payment) => made('payments', { ...payment, on: day(payment.on) })),
  ).workspace
const standing = (payments: readonly Paid[], today: string, others: readonly Invoice[] = [], of = invoice) =>
  standingOfInvoice(workspaceWith([invoice, ...others, of], payments), of, day(today))
const pays = (amount: number) => paymentOf(invoice, '2026-03-10', amount)

describe('an issued invoice', () => {
  test('is open up to the day it is due on, and overdue from the next', () => {
    expect(standing([], '2026-03-16')).toEqual({ state: 'open', due: 122_000, paid: 0, left: 122_000 })
    expect(standing([], '2026-03-17')).toMatchObject({ state: 'overdue', left: 122_000 })
  })

  test('is part paid, and overdue all the same when its day has gone by', () => {
    expect(standing([pays(50_000)], '2026-03-16')).toEqual({
      state: 'partPaid',
      due: 122_000,
      paid: 50_000,
      left: 72_000,
    })
    expect(standing([pays(50_000)], '2026-03-17').state).toBe('overdue')
  })

  test('is paid to the cent, and more is owed to the client', () => {
    expect(standing([pays(50_000), pays(71_999)], '2026-04-01')).toMatchObject({ state: 'overdue', left: 1 })
    expect(standing([pays(50_000), pays(72_000)], '2026-04-01')).toMatchObject({ state: 'paid', left: 0 })
    expect(standing([pays(130_000)], '2026-04-01')).toMatchObject({ state: 'paid', left: -8000 })
    expect(standing([pays(130_000), pays(-8000)], '2026-04-01')).toMatchObject({ state: 'paid', left: 0 })
  })

  test('owes less by its credit notes, once they are issued', () => {
    const [line] = invoice.lines
    const part = creditOf(invoice, [], [{ lineId: line?.id ?? invoice.id, amount: minor(20_000) }])
    expect(standing([], '2026-03-16', [part])).toEqual({ state: 'open', due: 97_600, paid: 0, left: 97_600 })
    expect(standing([], '2026-03-16', [{ ...part, status: 'draft' }])).toMatchObject({ due: 122_000 })
    expect(standing([pays(97_600)], '2026-03-16', [part]).state).toBe('paid')
    const whole = creditOf(invoice, [])
    expect(standing([], '2026-04-01', [whole])).toEqual({ state: 'credited', due: 0, paid: 0, left: 0 })
    expect(standing([pays(122_000)], '2026-04-01', [whole])).toMatchObject({ state: 'paid', left: -122_000 })
    // The note is open while its money has not gone back.
    expect(standing([pays(122_000)], '2026-04-01', [], whole).state).toBe('open')
    expect(standing([pays(122_000), pays(-122_000)], '2026-04-01', [], whole).state).toBe('paid')
    expect(standing([], '2026-04-01', [], whole).state).toBe('paid')
  })
})

test('drafts and void ones stand as they are, and owe nothing', () => {
  for (const status of ['draft', 'void'] as const)
    expect(standing([], '2027-01-01', [], { ...invoice, id: pays(1).id, status })).toEqual({
      state: status,
      due: 0,
      paid: 0,
      left: 0,
    })
})

test('what is owed, by client and currency', () => {
  const other = clientNamed('Other')
  const yen = invoiceOf([lineOf(1000, vat(0))], { currency: 'JPY', tax: { ...tax, stampDuty: null } })
  const theirs = invoiceOf([lineOf(1000, vat(0, 'N6.9'))], { clientId: other.id, dueOn: day('2026-05-01'), tax })
  const second = invoiceOf([lineOf(10_000, vat(2200))], { dueOn: day('2026-06-01'), tax })
  const settled = invoiceOf([lineOf(500, vat(2200))], { tax, clientId: other.id, currency: 'GBP' })
  const draft = invoiceOf([lineOf(500, vat(2200))], { tax, status: 'draft' })
  const workspace = workspaceWith(
    [invoice, yen, theirs, second, settled, draft],
    [pays(22_000), paymentOf(settled, '2026-03-02', 610)],
  )
  expect(owedByClient(workspace, day('2026-03-20'))).toEqual([
    { clientId: invoice.clientId, currency: 'EUR', amount: 112_200, overdue: 100_000 },
    { clientId: invoice.clientId, currency: 'JPY', amount: 1000, overdue: 1000 },
    { clientId: other.id, currency: 'EUR', amount: 1000, overdue: 0 },
  ])
  expect(owedByClient(workspace, day('2026-03-16')).map(({ overdue }) => overdue)).toEqual([0, 0, 0])
})

test('what was paid too much for one invoice counts against the others', () => {
  const second = invoiceOf([lineOf(10_000, vat(2200))], { dueOn: day('2026-06-01'), tax })
  const workspace = workspaceWith([invoice, second], [pays(123_000)])
  expect(owedByClient(workspace, day('2026-07-01'))).toMatchObject([{ amount: 11_200, overdue: 12_200 }])
  expect(owedByClient(workspaceWith([invoice, second], [pays(134_200)]), day('2026-07-01'))).toEqual([])
})

describe('the running period’s advance', () => {
  const client = clientNamed('Halden')
  const retainer = retainerFor(client, '') as Retainer
  const feeOf = (period: string, more: Partial<Invoice> = {}) =>
    invoiceOf([lineOf(100_000, vat(2200), { kind: 'fee', engagementId: retainer.id, period: day(period) })], {
      tax,
      ...more,
    })
  const march = feeOf('2026-03-01')
  const unpaid = (invoices: readonly Invoice[], today: string, payments: readonly Paid[] = []) =>
    unpaidAdvance(emptyBook(workspaceWith(invoices, payments), null), retainer, day(today))

  test('is told once it is past due, and not before', () => {
    expect(unpaid([march], '2026-03-16')).toBeNull()
    expect(unpaid([march], '2026-03-17')).toEqual({ invoice: march, left: 122_000 })
    expect(unpaid([march], '2026-03-17', [paymentOf(march, '2026-03-12', 22_000)])).toMatchObject({ left: 100_000 })
    expect(unpaid([march], '2026-03-17', [paymentOf(march, '2026-03-12', 122_000)])).toBeNull()
  })

  test('is that of the running period alone', () => {
    expect(unpaid([feeOf('2026-02-01')], '2026-03-17')).toBeNull()
    expect(unpaid([march], '2026-04-01')).toBeNull()
    expect(unpaid([march], '2025-12-31')).toBeNull()
    expect(unpaid([feeOf('2026-03-01', { status: 'draft' })], '2026-03-17')).toBeNull()
    expect(unpaid([feeOf('2026-03-01', { status: 'void' })], '2026-03-17')).toBeNull()
  })

  test('is the first of several, wherever the fee stands in it, and no credit note', () => {
    const [line] = march.lines
    const both = invoiceOf([lineOf(500, vat(2200)), ...(line ? [line] : [])], { tax })
    expect(unpaid([both, march], '2026-03-17')?.invoice).toBe(both)
    expect(unpaid([{ ...march, type: 'creditNote' }], '2026-03-17')).toBeNull()
  })

  test('is none that a credit note took back, whatever else is left of its invoice', () => {
    const both = { ...march, id: newId(), lines: [...march.lines, lineOf(500, vat(2200))] }
    const [fee] = both.lines
    if (!fee) throw new Error('no fee')
    const note = creditOf(both, [], [{ lineId: fee.id }])
    expect(unpaid([both, note], '2026-03-17')).toBeNull()
    expect(unpaid([both, { ...note, status: 'draft' }], '2026-03-17')).toMatchObject({ invoice: both })
    const part = creditOf(both, [], [{ lineId: fee.id, amount: minor(1000) }])
    expect(unpaid([both, part], '2026-03-17')).toMatchObject({ left: 121_390 })
  })

  test('is a fee, of this retainer', () => {
    const [line] = march.lines
    const other = (more: object) => invoiceOf([{ ...(line ?? lineOf(1, vat(0))), ...more }], { tax })
    expect(unpaid([other({ kind: 'topUp' })], '2026-03-17')).toBeNull()
    expect(unpaid([other({ engagementId: client.id })], '2026-03-17')).toBeNull()
  })
})
