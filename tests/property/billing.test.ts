import fc from 'fast-check'
import { expect, test } from 'vitest'
import { creditFor, linesLeft } from '#shared/domain/billing/credit.ts'
import { invoiceTotals, type InvoiceTotals } from '#shared/domain/billing/totals.ts'
import { cashByMonth, openCash } from '#shared/domain/income/cash.ts'
import { addDays, day, type Month } from '#shared/kernel/day.ts'
import { minor, sumOf } from '#shared/kernel/units.ts'
import { made } from '#shared/model/change.ts'
import type { Invoice, InvoiceLine, TaxProfile } from '#shared/model/invoice.ts'
import { bookOf, newId } from '#tests/support/books.ts'
import { invoiceOf, lineOf, paymentOf, vat } from '#tests/support/invoices.ts'

const anyVat = fc
  .tuple(fc.constantFrom(0, 0, 400, 500, 1000, 2200), fc.constantFrom('', 'N2.1', 'N2.2', 'N6.9'))
  .map(([basisPoints, reason]) => vat(basisPoints, reason))
const anyKind = fc.constantFrom<InvoiceLine['kind']>('fee', 'overage', 'hours', 'milestone', 'adjustment', 'other')
const anyLine = (least: number) =>
  fc
    .record({
      kind: anyKind,
      vat: anyVat,
      unitPrice: fc.integer({ min: 0, max: 300_000 }),
      quantity: fc.integer({ min: least, max: 40_000 }),
      unit: fc.constantFrom('hour' as const, 'unit' as const),
    })
    .map(({ vat: of, unitPrice, unit, quantity, kind }) =>
      lineOf(unitPrice, of, { unit, kind, quantity: unit === 'hour' ? quantity : quantity % 12 }),
    )
const anyTax: fc.Arbitrary<TaxProfile> = fc.record({
  vat: anyVat,
  pensionFundBasisPoints: fc.constantFrom(0, 200, 400, 500),
  withholdingBasisPoints: fc.constantFrom(0, 2000, 2300),
  withholdsOnPensionFund: fc.boolean(),
  stampDuty: fc.option(
    fc.record({
      above: fc.constantFrom(0, 7747).map(minor),
      amount: fc.constant(minor(200)),
      charged: fc.boolean(),
      reasons: fc.constantFrom<string[]>([], ['N2.1', 'N2.2']),
    }),
  ),
})
const anyInvoice = (least: number): fc.Arbitrary<Invoice> =>
  fc
    .record({ lines: fc.array(anyLine(least), { minLength: 1, maxLength: 6 }), tax: anyTax })
    .map(({ lines, tax }) => invoiceOf(lines, { tax }))

const figures = ['net', 'pensionFund', 'vat', 'stampDuty', 'total', 'withholding', 'toPay'] as const
const add = (all: readonly InvoiceTotals[]): number[] => figures.map((figure) => sumOf(all, (each) => each[figure]))

test('totals add up, for any lines and any profile', () => {
  fc.assert(
    fc.property(anyInvoice(-40_000), (invoice) => {
      const totals = invoiceTotals(invoice)
      expect(totals.net).toBe(sumOf(invoice.lines, ({ amount }) => amount))
      expect(totals.total).toBe(totals.net + totals.pensionFund + totals.vat + totals.stampDuty)
      expect(totals.toPay).toBe(totals.total - totals.withholding)
      expect(totals.net).toBe(sumOf(totals.groups, ({ lines }) => lines))
      expect(totals.pensionFund).toBe(sumOf(totals.groups, ({ pensionFund }) => pensionFund))
      expect(totals.vat).toBe(sumOf(totals.groups, ({ amount }) => amount))
      for (const { taxable, lines, pensionFund, amount, vat: of } of totals.groups) {
        expect(taxable).toBe(lines + pensionFund)
        // Within half a cent of the exact share.
        expect(Math.abs(amount * 10_000 - taxable * of.basisPoints)).toBeLessThanOrEqual(5000)
      }
      const keys = totals.groups.map(({ vat: of }) => `${of.basisPoints} ${of.reason}`)
      expect(new Set(keys).size).toBe(keys.length)
      expect(Object.values(totals).every((figure) => typeof figure === 'object' || Number.isSafeInteger(figure))).toBe(
        true,
      )
    }),
    { numRuns: 1000 },
  )
})

test('credit notes never take back more than there is, and all of them are the invoice to the cent', () => {
  const anyPart = fc.record({ line: fc.nat(5), percent: fc.integer({ min: 1, max: 130 }) })
  fc.assert(
    fc.property(anyInvoice(0), fc.array(anyPart, { maxLength: 8 }), (invoice, parts) => {
      const notes: Invoice[] = []
      const issue = (wanted: Parameters<typeof creditFor>[2]): void => {
        const credit = creditFor(invoice, notes, wanted, false, newId)
        if (!credit.ok) return
        const { lines, tax, left } = credit.value
        notes.push(invoiceOf(lines, { type: 'creditNote', credits: invoice.id, tax, left: [...left] }))
      }
      for (const { line, percent } of parts) {
        const of = invoice.lines[line % invoice.lines.length]
        if (of) issue([{ lineId: of.id, amount: minor(Math.trunc((of.amount * percent) / 100)) }])
      }
      const all = (): InvoiceTotals[] => [invoice, ...notes].map(invoiceTotals)
      for (const note of notes) expect(invoiceTotals(note).total).toBeLessThan(0)
      for (const figure of add(all())) expect(figure).toBeGreaterThanOrEqual(0)
      for (const line of linesLeft(invoice, notes)) expect(line.amount).toBeGreaterThanOrEqual(0)
      issue(null)
      if (invoiceTotals(invoice).total > 0) expect(add(all())).toEqual(figures.map(() => 0))
    }),
    { numRuns: 1000 },
  )
})

test('what payments were for adds up to them, and to the lines once all is paid', () => {
  const anyPayment = fc.record({ after: fc.nat(100), percent: fc.integer({ min: -30, max: 70 }) })
  fc.assert(
    fc.property(anyInvoice(-400), fc.array(anyPayment, { maxLength: 6 }), fc.boolean(), (invoice, drawn, settles) => {
      const { toPay } = invoiceTotals(invoice)
      fc.pre(toPay > 0)
      const payments = drawn.map(({ after, percent }) =>
        paymentOf(invoice, addDays(day('2026-03-01'), after), Math.trunc((toPay * percent) / 100)),
      )
      const rest = toPay - sumOf(payments, ({ amount }) => amount)
      if (settles) payments.push(paymentOf(invoice, '2026-08-31', rest))
      const { workspace } = bookOf(
        made('invoices', invoice),
        ...payments.map((payment) => made('payments', { ...payment, on: day(payment.on) })),
      )
      const months = cashByMonth(workspace, 'EUR', '2026-03' as Month, '2026-08' as Month)
      for (const { received, sums, taxes, beyond, parts } of months) {
        expect(sums.guaranteed + sums.variable + sums.hourly + taxes + beyond).toBe(received)
        for (const { split, payment } of parts) {
          expect(split.whole).toBe(payment.amount)
          expect(sumOf(split.lines.values(), (amount) => amount) + split.taxes + split.beyond).toBe(split.whole)
        }
      }
      expect(sumOf(months, ({ received }) => received)).toBe(sumOf(payments, ({ amount }) => amount))
      const open = openCash(workspace, day('2026-09-01'))
      expect(sumOf(open, ({ amount }) => amount)).toBe(settles ? 0 : Math.max(0, rest))
      const income = sumOf(months, ({ sums }) => sums.guaranteed + sums.variable + sums.hourly)
      const still = sumOf(open, ({ sums }) => sums.guaranteed + sums.variable + sums.hourly)
      const paid = sumOf(payments, ({ amount }) => amount)
      if (paid >= 0) expect(income + still).toBe(sumOf(invoice.lines, ({ amount }) => amount))
      if (!settles) return
      for (const line of invoice.lines)
        expect(sumOf(months, ({ parts }) => sumOf(parts, ({ split }) => split.lines.get(line.id) ?? 0))).toBe(
          line.amount,
        )
    }),
    { numRuns: 1000 },
  )
})
