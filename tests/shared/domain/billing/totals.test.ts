import { describe, expect, test } from 'vitest'
import { invoiceTotals, lineAmount } from '#shared/domain/billing/totals.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { foot, forfettario, invoiceOf, lineOf, ordinario, vat } from '#tests/support/invoices.ts'

const with4 = (more: Partial<Invoice['tax']> = {}) => ({ ...ordinario, pensionFundBasisPoints: 400, ...more })

describe('a line', () => {
  test('is its quantity at its price, rounded once, half away from zero', () => {
    const hours = (quantity: number, unitPrice: number) =>
      lineAmount({ quantity, unit: 'hour', unitPrice: minor(unitPrice) })
    expect(hours(9000, 3333)).toBe(8333) // 2.5 h at 33.33 are 83.325
    expect(hours(-9000, 3333)).toBe(-8333)
    expect(hours(9000, 3332)).toBe(8330)
    expect(hours(1, 3600)).toBe(1)
    expect(lineAmount({ quantity: 3, unit: 'unit', unitPrice: minor(1250) })).toBe(3750)
  })
})

describe('ordinario', () => {
  test('with pension fund and withholding: 1,000.00 become 1,268.80, of which 1,068.80 are paid', () => {
    expect(foot(invoiceOf([lineOf(100_000, vat(2200))], { tax: with4() }))).toEqual({
      net: 100_000,
      pensionFund: 4000,
      vat: 22_880,
      total: 126_880,
      withholding: 20_000,
      toPay: 106_880,
    })
  })

  test('the withholding may be on the pension fund too', () => {
    const { withholding, toPay } = invoiceTotals(
      invoiceOf([lineOf(100_000, vat(2200))], { tax: with4({ withholdsOnPensionFund: true }) }),
    )
    expect([withholding, toPay]).toEqual([20_800, 106_080])
  })

  test('for a client who does not withhold, all of it is paid', () => {
    const tax = { ...ordinario, withholdingBasisPoints: 0 }
    expect(foot(invoiceOf([lineOf(100_000, vat(2200))], { tax }))).toEqual({
      net: 100_000,
      vat: 22_000,
      total: 122_000,
      toPay: 122_000,
    })
  })

  test('VAT is rounded once a rate, on the sum of its lines: a cent less here than line by line', () => {
    const lines = [103, 103, 103].map((amount) => lineOf(amount, vat(2200)))
    // Line by line 0.2266 is 0.23 three times: 0.69.
    expect(foot(invoiceOf(lines, { tax: { ...ordinario, withholdingBasisPoints: 0 } }))).toEqual({
      net: 309,
      vat: 68,
      total: 377,
      toPay: 377,
    })
  })

  test('several rates: each with its share of the pension fund, the highest first', () => {
    const lines = [
      lineOf(10_000, vat(0, 'N4')),
      lineOf(505, vat(1000)),
      lineOf(103, vat(2200)),
      lineOf(206, vat(2200, 'said for nothing')),
      lineOf(5000, vat(0, 'N2.1')),
    ]
    const totals = invoiceTotals(invoiceOf(lines, { tax: with4() }))
    expect(totals.groups).toEqual([
      { vat: vat(2200), lines: 309, pensionFund: 12, taxable: 321, amount: 71 },
      { vat: vat(1000), lines: 505, pensionFund: 20, taxable: 525, amount: 53 },
      { vat: vat(0, 'N2.1'), lines: 5000, pensionFund: 200, taxable: 5200, amount: 0 },
      { vat: vat(0, 'N4'), lines: 10_000, pensionFund: 400, taxable: 10_400, amount: 0 },
    ])
    expect(totals).toMatchObject({
      net: 15_814,
      pensionFund: 632,
      vat: 124,
      stampDuty: 200,
      total: 16_770,
      withholding: 3163,
      toPay: 13_607,
    })
  })

  test('reverse charge carries neither VAT nor stamp duty; a client abroad pays the duty', () => {
    const abroad = (reason: string) =>
      foot(invoiceOf([lineOf(100_000, vat(0, reason))], { tax: { ...ordinario, withholdingBasisPoints: 0 } }))
    expect(abroad('N6.9')).toEqual({ net: 100_000, total: 100_000, toPay: 100_000 })
    expect(abroad('N2.1')).toEqual({ net: 100_000, stampDuty: 200, total: 100_200, toPay: 100_200 })
  })
})

test('a code is the same in any case: it is one group, and bears the duty', () => {
  const of = invoiceOf([lineOf(5000, vat(0, 'n2.2')), lineOf(5000, vat(0, ' N2.2'))], { tax: forfettario })
  expect(invoiceTotals(of)).toMatchObject({ stampDuty: 200, groups: [{ vat: { reason: 'N2.2' }, taxable: 10_000 }] })
})

describe('forfettario: no VAT, no withholding, stamp duty above 77.47', () => {
  const bill = (amount: number, tax = forfettario) => foot(invoiceOf([lineOf(amount, tax.vat)], { tax }))

  test('up to 77.47 there is none', () => {
    expect(bill(7747)).toEqual({ net: 7747, total: 7747, toPay: 7747 })
  })

  test('a cent more, and it is 2.00', () => {
    expect(bill(7748)).toEqual({ net: 7748, stampDuty: 200, total: 7948, toPay: 7948 })
  })

  test('borne by the user, it has no place in the total', () => {
    const stampDuty = forfettario.stampDuty && { ...forfettario.stampDuty, charged: false }
    expect(bill(7748, { ...forfettario, stampDuty })).toEqual({ net: 7748, dutyBorne: 200, total: 7748, toPay: 7748 })
  })

  test('what it is due on has the pension fund in it', () => {
    const tax = { ...forfettario, pensionFundBasisPoints: 400 }
    expect(bill(7449, tax)).toEqual({ net: 7449, pensionFund: 298, total: 7747, toPay: 7747 })
    expect(bill(7450, tax)).toEqual({ net: 7450, pensionFund: 298, stampDuty: 200, total: 7948, toPay: 7948 })
  })

  test('where no reasons are named, it is due for all of them', () => {
    const stampDuty = forfettario.stampDuty && { ...forfettario.stampDuty, reasons: [] }
    const tax = { ...forfettario, stampDuty, vat: vat(0, 'anything') }
    expect(bill(7748, tax)).toMatchObject({ stampDuty: 200 })
    expect(bill(7748, { ...forfettario, vat: vat(0, 'N6.1') })).toEqual({ net: 7748, total: 7748, toPay: 7748 })
  })

  test('what carries VAT is not counted', () => {
    const lines = [lineOf(7747, vat(0, 'N2.2')), lineOf(100_000, vat(2200))]
    expect(foot(invoiceOf(lines, { tax: forfettario }))).not.toHaveProperty('stampDuty')
  })
})

describe('other currencies', () => {
  const tax = { ...ordinario, withholdingBasisPoints: 0, stampDuty: null }
  test('without decimals a yen is the smallest part', () => {
    const line = lineOf(5001, vat(1000), { unit: 'hour', quantity: 5400 })
    // 7,501.5 yen, and 750.2 of tax.
    expect(foot(invoiceOf([line], { currency: 'JPY', tax }))).toEqual({ net: 7502, vat: 750, total: 8252, toPay: 8252 })
  })

  test('with three, a fils', () => {
    expect(foot(invoiceOf([lineOf(1005, vat(1000))], { currency: 'BHD', tax }))).toEqual({
      net: 1005,
      vat: 101,
      total: 1106,
      toPay: 1106,
    })
  })
})

test('an invoice without lines is nothing', () => {
  const { groups, ...figures } = invoiceTotals(invoiceOf([], { tax: with4() }))
  expect(groups).toEqual([])
  expect(Object.values(figures).every((figure) => figure === 0)).toBe(true)
})
