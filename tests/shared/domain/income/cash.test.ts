import { describe, expect, test } from 'vitest'
import { cashByMonth, cashKindOf, openCash } from '#shared/domain/income/cash.ts'
import { exchangeOf } from '#shared/domain/income/exchange.ts'
import { addToMonth, day, type Month } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { made } from '#shared/model/change.ts'
import { exchangeRateSchema } from '#shared/model/exchange-rate.ts'
import type { Invoice, InvoiceLine } from '#shared/model/invoice.ts'
import { bookOf, newId } from '#tests/support/books.ts'
import { creditOf, invoiceOf, lineOf, ordinario, paymentOf, vat } from '#tests/support/invoices.ts'

type Paid = ReturnType<typeof paymentOf>
const workspaceWith = (invoices: readonly Invoice[], payments: readonly Paid[]) =>
  bookOf(
    ...invoices.map((invoice) => made('invoices', invoice)),
    ...payments.map((payment) => made('payments', { ...payment, on: day(payment.on) })),
  ).workspace

const march = '2026-03' as Month
/** The figures of the months from March on that have any. */
function months(
  invoices: readonly Invoice[],
  payments: readonly Paid[],
  ...more: [currency?: string, exchange?: never]
) {
  const all = cashByMonth(workspaceWith(invoices, payments), more[0] ?? 'EUR', march, addToMonth(march, 3))
  return all
    .filter(({ parts }) => parts.length > 0)
    .map(({ month, received, sums, taxes, beyond }) => ({ month, received, ...sums, taxes, beyond }))
}

const tax = { ...ordinario, pensionFundBasisPoints: 400 }
const fee = lineOf(100_000, vat(2200), { kind: 'fee' })
const overage = lineOf(30_000, vat(2200), { kind: 'overage' })
const hours = lineOf(20_001, vat(2200), { kind: 'hours' })
/** 1,500.01 with 60.00 of pension fund, 343.20 of VAT and 300.00 withheld: 1,603.21 to pay. */
const invoice = invoiceOf([fee, overage, hours], { tax })

test('what a line is for', () => {
  const kinds: InvoiceLine['kind'][] = ['fee', 'hours', 'overage', 'topUp', 'milestone', 'adjustment', 'other']
  expect(kinds.map((kind) => cashKindOf({ kind }))).toEqual(['guaranteed', 'hourly', ...Array(5).fill('variable')])
})

describe('a payment', () => {
  test('of the whole brings the lines as they are; the rest are taxes', () => {
    expect(months([invoice], [paymentOf(invoice, '2026-04-02', 160_321)])).toEqual([
      {
        month: '2026-04',
        received: 160_321,
        guaranteed: 100_000,
        variable: 30_000,
        hourly: 20_001,
        taxes: 10_320,
        beyond: 0,
      },
    ])
  })

  test('of lines that come to nothing but their VAT brings each line as it is', () => {
    const [back, own] = [lineOf(-20, vat(0, 'x'), { kind: 'fee' }), lineOf(20, vat(500), { kind: 'hours' })]
    const even = invoiceOf([back, own], { tax: { ...tax, pensionFundBasisPoints: 0, withholdingBasisPoints: 0 } })
    expect(months([even], [paymentOf(even, '2026-04-02', 1)])).toEqual([
      { month: '2026-04', received: 1, guaranteed: -20, variable: 0, hourly: 20, taxes: 1, beyond: 0 },
    ])
  })

  test('of a part brings its share of each, and the last what is left of each', () => {
    const payments = [paymentOf(invoice, '2026-04-30', 100_000), paymentOf(invoice, '2026-05-01', 60_321)]
    expect(months([invoice], payments)).toEqual([
      // 1,500.01 × 1,000.00 ÷ 1,603.21 = 935.63.
      {
        month: '2026-04',
        received: 100_000,
        guaranteed: 62_375,
        variable: 18_712,
        hourly: 12_476,
        taxes: 6437,
        beyond: 0,
      },
      {
        month: '2026-05',
        received: 60_321,
        guaranteed: 37_625,
        variable: 11_288,
        hourly: 7525,
        taxes: 3883,
        beyond: 0,
      },
    ])
  })

  test('is taken in the order of the days, on one day in that in which they were entered', () => {
    const [first, second, third] = [
      paymentOf(invoice, '2026-04-30', 100_000),
      paymentOf(invoice, '2026-05-01', 60_000),
      paymentOf(invoice, '2026-05-01', 321),
    ]
    const inOrder = cashByMonth(workspaceWith([invoice], [first, second, third]), 'EUR', march, addToMonth(march, 3))
    for (const payments of [
      [third, second, first],
      [second, first, third],
      [third, first, second],
    ]) {
      const found = cashByMonth(workspaceWith([invoice], payments), 'EUR', march, addToMonth(march, 3))
      expect(found).toEqual(inOrder)
      expect(found[2]?.parts.map(({ payment }) => payment.amount)).toEqual([60_000, 321])
    }
  })

  test('of more than is due is owed back', () => {
    const [month] = months([invoice], [paymentOf(invoice, '2026-03-20', 170_321)])
    expect(month).toMatchObject({ received: 170_321, guaranteed: 100_000, taxes: 10_320, beyond: 10_000 })
    const both = [paymentOf(invoice, '2026-03-20', 170_321), paymentOf(invoice, '2026-04-20', -10_000)]
    expect(months([invoice], both)[1]).toEqual({
      month: '2026-04',
      received: -10_000,
      guaranteed: 0,
      variable: 0,
      hourly: 0,
      taxes: 0,
      beyond: -10_000,
    })
  })

  test('is counted in its own month, and in no other', () => {
    expect(months([invoice], [paymentOf(invoice, '2026-02-28', 160_321)])).toEqual([])
    expect(months([invoice], [paymentOf(invoice, '2026-07-01', 160_321)])).toEqual([])
    expect(months([invoice], [paymentOf(invoice, '2026-03-01', 160_321)])).toHaveLength(1)
    expect(months([invoice], [paymentOf(invoice, '2026-06-30', 160_321)])).toHaveLength(1)
  })

  test('of a void invoice, a draft or one that is not there is nobody’s', () => {
    const paid = [paymentOf(invoice, '2026-03-20', 160_321)]
    expect(months([{ ...invoice, status: 'void' }], paid)).toEqual([])
    expect(months([{ ...invoice, status: 'draft' }], paid)).toEqual([])
    expect(months([], paid)).toEqual([])
  })
})

test('a line that lowers the invoice lowers its income in the same measure', () => {
  const less = invoiceOf([fee, lineOf(-20_000, vat(2200), { kind: 'adjustment' })], {
    tax: { ...ordinario, withholdingBasisPoints: 0 },
  })
  const payments = [paymentOf(less, '2026-03-20', 48_800), paymentOf(less, '2026-04-20', 48_800)]
  expect(months([less], payments)).toEqual(
    ['2026-03', '2026-04'].map((month) => ({
      month,
      received: 48_800,
      guaranteed: 50_000,
      variable: -10_000,
      hourly: 0,
      taxes: 8800,
      beyond: 0,
    })),
  )
})

describe('a credit note', () => {
  const plain = { ...ordinario, withholdingBasisPoints: 0 }
  const bill = invoiceOf([fee, overage], { tax: plain })
  const note = creditOf(bill, [], [{ lineId: overage.id }], { issuedOn: day('2026-04-10') })

  test('leaves what was paid before it as it was; what goes back is its line', () => {
    const payments = [paymentOf(bill, '2026-03-20', 158_600), paymentOf(bill, '2026-04-20', -36_600)]
    const zero = { hourly: 0, beyond: 0 }
    expect(months([bill, note], payments)).toEqual([
      { month: '2026-03', received: 158_600, guaranteed: 100_000, variable: 30_000, taxes: 28_600, ...zero },
      { month: '2026-04', received: -36_600, guaranteed: 0, variable: -30_000, taxes: -6600, ...zero },
    ])
  })

  test('issued by the day of a payment, it is not paid for; a draft is', () => {
    const paid = [paymentOf(bill, '2026-04-10', 122_000)]
    expect(months([bill, note], paid)[0]).toMatchObject({ guaranteed: 100_000, variable: 0, taxes: 22_000 })
    expect(months([bill, { ...note, status: 'draft' }], paid)[0]).toMatchObject({
      guaranteed: 76_923,
      variable: 23_077,
    })
    expect(months([bill, { ...note, issuedOn: day('2026-04-11') }], paid)[0]).toMatchObject({ variable: 23_077 })
  })

  test('for the whole, what is still here came for what was invoiced, until it goes back', () => {
    const whole = creditOf(bill, [], null, { issuedOn: day('2026-04-01') })
    const payments = [
      paymentOf(bill, '2026-03-20', 158_600),
      paymentOf(bill, '2026-04-20', -79_300),
      paymentOf(bill, '2026-05-20', -79_300),
    ]
    const back = { guaranteed: -50_000, variable: -15_000, taxes: -14_300, beyond: 0 }
    expect(months([bill, whole], payments).slice(1)).toMatchObject([back, back])
  })
})

test('for an invoice that comes to nothing there is nothing to pay: it is all owed back', () => {
  const nothing = invoiceOf([lineOf(0, vat(2200), { kind: 'fee' })], { tax })
  expect(months([nothing], [paymentOf(nothing, '2026-03-20', 500)])).toEqual([
    { month: '2026-03', received: 500, guaranteed: 0, variable: 0, hourly: 0, taxes: 0, beyond: 500 },
  ])
})

describe('what is open', () => {
  const plain = { ...ordinario, withholdingBasisPoints: 0 }
  const open = (invoices: readonly Invoice[], payments: readonly Paid[], today = '2026-03-16') =>
    openCash(workspaceWith(invoices, payments), day(today)).map(({ invoice: _invoice, ...rest }) => rest)

  test('is what is left, by the day it is due on, with the income in it', () => {
    const later = invoiceOf([hours], { tax: plain, dueOn: day('2026-03-15') })
    expect(open([invoice, later], [paymentOf(invoice, '2026-03-10', 100_000)])).toEqual([
      { on: '2026-03-15', isLate: true, amount: 24_401, sums: { guaranteed: 0, variable: 0, hourly: 20_001 } },
      { on: '2026-03-16', isLate: false, amount: 60_321, sums: { guaranteed: 37_625, variable: 11_288, hourly: 7525 } },
    ])
  })

  test('is nothing once it is paid, taken back, void, or a draft', () => {
    expect(open([invoice], [paymentOf(invoice, '2026-03-10', 160_321)])).toEqual([])
    expect(open([invoice], [paymentOf(invoice, '2026-03-10', 160_320)])).toMatchObject([{ amount: 1 }])
    expect(open([invoice, creditOf(invoice, [])], [])).toEqual([])
    expect(
      open(
        [
          { ...invoice, status: 'void' },
          { ...invoice, id: newId(), status: 'draft' },
        ],
        [],
      ),
    ).toEqual([])
  })

  test('leaves out what a credit note took back', () => {
    const bill = invoiceOf([fee, overage], { tax: plain })
    const note = creditOf(bill, [], [{ lineId: overage.id }])
    expect(open([bill, note], [])).toMatchObject([{ amount: 122_000, sums: { guaranteed: 100_000, variable: 0 } }])
  })
})

describe('other currencies', () => {
  const dollars = { ...invoice, currency: 'USD' }
  const payments = [paymentOf(dollars, '2026-04-02', 160_321)]
  const cash = (...rates: object[]) =>
    cashByMonth(
      workspaceWith([dollars], payments),
      'EUR',
      march,
      '2026-04' as Month,
      exchangeOf(
        rates.map((rate) => exchangeRateSchema.parse({ id: newId(), to: 'EUR', ...rate })),
        'EUR',
      ),
    )[1]

  test('come in at the rate of the month, and add up', () => {
    expect(cash({ month: '2026-04', currency: 'USD', millionths: 921_234 })).toMatchObject({
      received: 147_693, // 1,476.9319
      sums: { guaranteed: 92_123, variable: 27_637, hourly: 18_426 }, // 1,381.8602, by largest remainder
      taxes: 9507,
      beyond: 0,
    })
  })

  test('what is beyond what is due is converted by itself', () => {
    const usd = exchangeRateSchema.parse({
      id: newId(),
      month: '2026-04',
      currency: 'USD',
      to: 'EUR',
      millionths: 500_000,
    })
    const paid = workspaceWith([dollars], [paymentOf(dollars, '2026-04-02', 170_321)])
    const [month] = cashByMonth(paid, 'EUR', '2026-04' as Month, '2026-04' as Month, exchangeOf([usd], 'EUR'))
    expect(month).toMatchObject({ received: 85_161, beyond: 5000, taxes: 5160 })
  })

  test('are asked for where there is no rate, and left out where nobody asks', () => {
    expect(cash({ month: '2026-03', currency: 'USD', millionths: 921_234 })).toMatchObject({
      received: 0,
      parts: [],
      missing: [{ month: '2026-04', currency: 'USD' }],
    })
    expect(months([dollars], payments)).toEqual([])
    expect(months([dollars], payments, 'USD')).toMatchObject([{ received: 160_321 }])
  })

  test('without taxes, a rounding leaves none', () => {
    const free = { ...ordinario, withholdingBasisPoints: 0 }
    const bill = invoiceOf([lineOf(333, vat(0, 'N6.9')), lineOf(333, vat(0, 'N6.9'))], { tax: free, currency: 'USD' })
    const [month] = cashByMonth(
      workspaceWith([bill], [paymentOf(bill, '2026-03-02', 666)]),
      'EUR',
      march,
      march,
      exchangeOf(
        [exchangeRateSchema.parse({ id: newId(), month: march, currency: 'USD', to: 'EUR', millionths: 915_000 })],
        'EUR',
      ),
    )
    expect(month).toMatchObject({ received: 609, sums: { variable: 609 }, taxes: 0 })
    expect(month).not.toHaveProperty('missing')
    expect(month?.parts[0]?.split.lines.get(bill.lines[0]?.id ?? newId())).toBe(minor(305))
  })
})
