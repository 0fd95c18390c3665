import fc from 'fast-check'
import { expect, test } from 'vitest'
import { totalRows } from '#renderer/features/billing/total-rows.ts'
import { invoicePaper } from '#shared/documents/invoice-paper.ts'
import { nobody } from '#shared/domain/billing/parties.ts'
import { invoiceTotals } from '#shared/domain/billing/totals.ts'
import { fatturaPa } from '#shared/formats/einvoice/fattura-pa.ts'
import { ublInvoice } from '#shared/formats/einvoice/ubl.ts'
import { formatter } from '#shared/i18n/format.ts'
import { translator } from '#shared/i18n/languages.ts'
import type { Invoice, InvoiceLine } from '#shared/model/invoice.ts'
import { bookOf } from '#tests/support/books.ts'
import { forfettario, invoiceOf, lineOf, ordinario, vat } from '#tests/support/invoices.ts'

/** What domain.md and Italian law say of an invoice, worked out again: in cents, whole numbers throughout. */
interface Foot {
  readonly fund: number
  readonly vat: number
  readonly duty: number
  readonly total: number
  readonly withheld: number
  readonly toPay: number
}

const half = (of: number, basisPoints: number): number => {
  const [whole, sign] = [BigInt(Math.abs(of) * basisPoints), of < 0 ? -1 : 1]
  return sign * Number((whole * 2n + 10_000n) / 20_000n)
}

/** Of what carries no VAT: outside it, exempt, or paid in another's name; exports, sales in the Union and reverse charge owe none. */
const OWE_DUTY = new Set(['N1', 'N2.1', 'N2.2', 'N3.5', 'N3.6', 'N4'])

function workedOut(lines: readonly InvoiceLine[], tax: Invoice['tax']): Foot {
  const groups = new Map<string, number>()
  for (const { vat: of, amount } of lines) {
    const key = `${of.basisPoints} ${of.basisPoints === 0 ? of.reason : ''}`
    groups.set(key, (groups.get(key) ?? 0) + amount)
  }
  let [net, fund, taxed, outside] = [0, 0, 0, 0]
  for (const [key, sum] of groups) {
    const [rate, reason = ''] = key.split(' ')
    const own = half(sum, tax.pensionFundBasisPoints)
    net += sum
    fund += own
    taxed += half(sum + own, Number(rate))
    if (rate === '0' && OWE_DUTY.has(reason)) outside += sum + own
  }
  const duty = Math.abs(outside) > 7747 ? 200 : 0
  const withheld = half(net + (tax.withholdsOnPensionFund ? fund : 0), tax.withholdingBasisPoints)
  const total = net + fund + taxed + duty
  return { fund, vat: taxed, duty, total, withheld, toPay: total - withheld }
}

const issuer = {
  ...nobody,
  name: 'Giulia Serra',
  country: 'IT',
  vatId: '12345670017',
  iban: 'IT60X0542811101000000123456',
}
const partiesTo = (country: string): NonNullable<Invoice['parties']> => ({
  issuer: { ...issuer, regime: 'RF01', pensionFund: 'TC22' },
  client: { ...nobody, name: 'Acme', country, vatId: '123456789', city: 'Oslo' },
})

const textsOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map(([, text = '']) => text)
const cents = (text: string | undefined): number => Math.round(Number(text ?? 0) * 100)
const sum = (xml: string, name: string): number => textsOf(xml, name).reduce((all, text) => all + cents(text), 0)

/** Its figures as both files have them. */
function inFiles(invoice: Invoice): { fattura: Foot; ubl: Pick<Foot, 'total'> } {
  const { issuer: from, client } = invoice.parties ?? partiesTo('IT')
  const source = { invoice, issuer: from, client, corrected: null }
  const [xml, ubl] = [fatturaPa(source), ublInvoice(source)]
  const fattura = {
    fund: sum(xml, 'ImportoContributoCassa'),
    vat: sum(xml, 'Imposta'),
    duty: sum(xml, 'ImportoBollo'),
    total: sum(xml, 'ImportoTotaleDocumento'),
    withheld: sum(xml, 'ImportoRitenuta'),
    toPay: sum(xml, 'ImportoPagamento'),
  }
  return { fattura, ubl: { total: cents(textsOf(ubl, 'cbc:TaxInclusiveAmount')[0]) } }
}

/** The figures on paper and on the screen, as they are written. */
function written(invoice: Invoice): { paper: string[]; screen: string[] } {
  const format = formatter(invoice.language)
  const { toPay } = invoiceTotals(invoice)
  const standing = { state: 'open' as const, due: toPay, paid: toPay, left: toPay }
  const rows = totalRows(translator(invoice.language), format, { ...invoice, status: 'draft' }, standing)
  const blocks = invoicePaper(bookOf(), invoice)?.blocks ?? []
  return {
    paper: blocks.flatMap((block) => (block.kind === 'sums' ? block.rows.map(({ figure }) => figure) : [])),
    screen: rows.map(({ amount }) => format.money(amount, invoice.currency, 'always')),
  }
}

const footOf = (invoice: Invoice): Foot => {
  const { pensionFund, vat: taxed, stampDuty, total, withholding, toPay } = invoiceTotals(invoice)
  return { fund: pensionFund, vat: taxed, duty: stampDuty, total, withheld: withholding, toPay }
}

const anyLine = fc
  .tuple(
    fc.integer({ min: 1, max: 300_000 }),
    fc.constantFrom(vat(2200), vat(1000), ...['N1', 'N2.1', 'N2.2', 'N3.1', 'N4', 'N6.9'].map((code) => vat(0, code))),
  )
  .map(([price, of]) => lineOf(price, of))

test('the foot of an invoice is what the rules say, and the same on the screen, on paper and in both files', () => {
  fc.assert(
    fc.property(
      fc.array(anyLine, { minLength: 1, maxLength: 4 }),
      fc.record({
        pensionFundBasisPoints: fc.constantFrom(0, 200, 400),
        withholdingBasisPoints: fc.constantFrom(0, 2000),
        withholdsOnPensionFund: fc.boolean(),
      }),
      fc.constantFrom('IT', 'DE', 'NO'),
      fc.constantFrom('en' as const, 'it' as const),
      (lines, terms, country, language) => {
        const tax = { ...ordinario, ...terms }
        const invoice = invoiceOf(lines, { tax, language, parties: partiesTo(country) })
        const foot = workedOut(lines, tax)
        expect(footOf(invoice)).toEqual(foot)
        const { fattura, ubl } = inFiles(invoice)
        expect(fattura).toEqual(foot)
        expect(ubl).toEqual({ total: foot.total })
        const { paper, screen } = written(invoice)
        // What is to be paid stands on paper only where it is another sum than the total.
        expect(screen).toEqual(foot.withheld === 0 ? [...paper, paper.at(-1)] : paper)
      },
    ),
    { numRuns: 40 },
  )
})

const flat = { ...forfettario, pensionFundBasisPoints: 400 }
test.each<[says: string, amount: number, reason: string, tax: Invoice['tax'], country: string, foot: Partial<Foot>]>([
  ['forfettario at home', 100_000, 'N2.2', forfettario, 'IT', { vat: 0, duty: 200, total: 100_200, toPay: 100_200 }],
  ['forfettario, fund and all', 100_000, 'N2.2', flat, 'IT', { fund: 4000, duty: 200, total: 104_200 }],
  ['up to 77.47, no duty', 7747, 'N2.2', forfettario, 'IT', { duty: 0, total: 7747 }],
  ['a cent above it, the duty', 7748, 'N2.2', forfettario, 'IT', { duty: 200, total: 7948 }],
  ['what the fund lifts above it', 7500, 'N2.2', flat, 'IT', { fund: 300, duty: 200, total: 8000 }],
  ['services in the Union', 100_000, 'N2.1', ordinario, 'DE', { vat: 0, duty: 200, total: 100_200 }],
  ['services outside it', 100_000, 'N2.1', ordinario, 'NO', { vat: 0, duty: 200, total: 100_200 }],
  ['services abroad, forfettario', 100_000, 'N2.1', forfettario, 'DE', { duty: 200, total: 100_200 }],
  ['reverse charge at home', 100_000, 'N6.9', ordinario, 'IT', { vat: 0, duty: 0, total: 100_000 }],
  ['exports', 100_000, 'N3.1', ordinario, 'NO', { vat: 0, duty: 0, total: 100_000 }],
])('%s', (_says, amount, reason, tax, country, foot) => {
  const own = { ...tax, withholdingBasisPoints: 0 }
  const invoice = invoiceOf([lineOf(amount, vat(0, reason))], { tax: own, parties: partiesTo(country) })
  expect(footOf(invoice)).toMatchObject(foot)
  expect(inFiles(invoice).fattura).toMatchObject(foot)
})

test('what is withheld is a share of the work, and of the fund only where that says so', () => {
  const lines = [lineOf(100_000, vat(2200))]
  const of = (withholdsOnPensionFund: boolean) =>
    inFiles(
      invoiceOf(lines, {
        tax: { ...ordinario, pensionFundBasisPoints: 400, withholdsOnPensionFund },
        parties: partiesTo('IT'),
      }),
    ).fattura
  expect(of(false)).toEqual({ fund: 4000, vat: 22_880, duty: 0, total: 126_880, withheld: 20_000, toPay: 106_880 })
  expect(of(true)).toMatchObject({ withheld: 20_800, toPay: 106_080 })
})
