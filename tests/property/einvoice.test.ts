import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nobody } from '#shared/domain/billing/parties.ts'
import { ublLacks } from '#shared/formats/einvoice/lacks.ts'
import type { EInvoice } from '#shared/formats/einvoice/source.ts'
import { ublInvoice } from '#shared/formats/einvoice/ubl.ts'
import { minor } from '#shared/kernel/units.ts'
import { creditFor } from '#shared/domain/billing/credit.ts'
import type { InvoiceLine } from '#shared/model/invoice.ts'
import type { Issuer, Party } from '#shared/model/party.ts'
import { newId } from '#tests/support/books.ts'
import { broken } from '#tests/support/en16931.ts'
import { invoiceOf, lineOf, vat } from '#tests/support/invoices.ts'

const anyVat = fc.constantFrom(
  vat(2200),
  vat(1000),
  vat(400),
  ...['', 'N1', 'N2.1', 'N2.2', 'N3.1', 'N3.2', 'N4', 'N6.9', 'N7', 'in words & <signs>'].map((reason) =>
    vat(0, reason),
  ),
)
const anyLine: fc.Arbitrary<InvoiceLine> = fc
  .record({
    of: anyVat,
    unitPrice: fc.integer({ min: -300_000, max: 300_000 }).map(minor),
    quantity: fc.integer({ min: -3, max: 40_000 }),
    unit: fc.constantFrom('hour' as const, 'unit' as const),
    text: fc.constantFrom('', '  ', 'Review', 'R&D <b>"quoted"</b> àè'),
  })
  .map(({ of, ...more }) => lineOf(more.unitPrice, of, more))
const anyTax = fc.record({
  vat: anyVat,
  pensionFundBasisPoints: fc.constantFrom(0, 200, 400),
  withholdingBasisPoints: fc.constantFrom(0, 2000),
  withholdsOnPensionFund: fc.boolean(),
  stampDuty: fc.option(
    fc.record({
      above: fc.constant(minor(7747)),
      amount: fc.constant(minor(200)),
      charged: fc.boolean(),
      reasons: fc.constantFrom<string[]>([], ['N2.1', 'N2.2', 'N4']),
    }),
  ),
})
const anyParty: fc.Arbitrary<Party> = fc
  .record({
    country: fc.constantFrom('IT', 'DE', 'GR', 'NO', 'US'),
    vatId: fc.constantFrom('', '12345670017', 'IT12345670017'),
    taxCode: fc.constantFrom('', 'SRRGLI84C55L219P'),
    city: fc.constantFrom('', 'Torino'),
    email: fc.constantFrom('', 'a@b.example'),
  })
  .map((more) => ({ ...nobody, name: 'Serra & Figlie', ...more }))
const anyIssuer: fc.Arbitrary<Issuer> = fc
  .tuple(anyParty, fc.constantFrom('', 'IT60 X054 2811 1010 0000 0123 456'))
  .map(([party, iban]) => ({ ...party, iban, regime: '', pensionFund: '' }))

const anySource: fc.Arbitrary<EInvoice> = fc
  .record({
    lines: fc.array(anyLine, { minLength: 1, maxLength: 5 }),
    tax: anyTax,
    issuer: anyIssuer,
    client: anyParty,
    currency: fc.constantFrom('EUR', 'USD', 'JPY'),
    language: fc.constantFrom('en' as const, 'it' as const),
  })
  .map(({ lines, tax, issuer, client, currency, language }) => ({
    invoice: invoiceOf(lines, { tax, currency, language }),
    issuer,
    client,
    corrected: null,
  }))

test('whatever an invoice says and whoever it is for: where nothing lacks, its file keeps every rule', () => {
  let written = 0
  fc.assert(
    fc.property(anySource, (source) => {
      if (ublLacks(source).length > 0) return
      written += 1
      expect(broken(ublInvoice(source))).toEqual([])
    }),
    { numRuns: 500 },
  )
  expect(written).toBeGreaterThan(100)
})

test('so does a credit note for a part of its lines', () => {
  fc.assert(
    fc.property(anySource, fc.integer({ min: 1, max: 100 }), (source, share) => {
      const { invoice } = source
      const [line] = invoice.lines.filter(({ amount }) => amount > 0)
      if (!line) return
      const wanted = [{ lineId: line.id, amount: minor(Math.ceil((line.amount * share) / 100)) }]
      const credit = creditFor(invoice, [], wanted, false, newId)
      if (!credit.ok || ublLacks(source).length > 0) return
      const { lines, tax, left } = credit.value
      const note = invoiceOf(lines, {
        ...invoice,
        type: 'creditNote',
        number: 2,
        lines: [...lines],
        tax,
        left: [...left],
      })
      expect(broken(ublInvoice({ ...source, invoice: note, corrected: invoice }))).toEqual([])
    }),
    { numRuns: 500 },
  )
})
