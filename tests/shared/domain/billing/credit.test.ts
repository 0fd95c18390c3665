import { describe, expect, test } from 'vitest'
import { creditFor, creditsOn, leftAtIssue, leftOf, linesLeft } from '#shared/domain/billing/credit.ts'
import { invoiceTotals } from '#shared/domain/billing/totals.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { testId } from '#tests/support/agreements.ts'
import { newId } from '#tests/support/books.ts'
import { creditOf, foot, forfettario, invoiceOf, lineOf, ordinario, vat } from '#tests/support/invoices.ts'

const tax = { ...ordinario, pensionFundBasisPoints: 400 }
const fee = lineOf(100_000, vat(2200), { kind: 'fee', owed: minor(120_000) })
const hours = lineOf(3333, vat(2200), { kind: 'hours', unit: 'hour', quantity: 9000 })
const invoice = invoiceOf([fee, hours], { tax })
const refusalOf = (...args: Parameters<typeof creditFor>) => {
  const credit = creditFor(...args)
  return credit.ok ? null : credit.refusal
}

describe('a credit note for the whole', () => {
  test('is the invoice turned round, figure by figure', () => {
    const note = creditOf(invoice, [])
    expect(note.lines).toMatchObject([
      { quantity: -1, unit: 'unit', unitPrice: 100_000, amount: -100_000, creditsLineId: fee.id, owed: 0 },
      { quantity: -9000, unit: 'hour', unitPrice: 3333, amount: -8333, creditsLineId: hours.id, owed: null },
    ])
    expect(note.lines.map(({ id }) => id)).not.toContain(fee.id)
    const turned = Object.fromEntries(Object.entries(foot(invoice)).map(([name, figure]) => [name, -figure]))
    expect(foot(note)).toEqual(turned)
    expect(linesLeft(invoice, [note]).map(({ amount }) => amount)).toEqual([0, 0])
  })

  test('after it there is nothing to take back', () => {
    expect(refusalOf(invoice, [creditOf(invoice, [])], null, false, newId)).toEqual({ code: 'nothingToCredit' })
  })
})

describe('a credit note for a part', () => {
  test('takes the lines it names, or an amount of one', () => {
    const note = creditOf(invoice, [], [{ lineId: fee.id, amount: minor(25_000) }])
    expect(note.lines).toMatchObject([{ quantity: -1, unit: 'unit', unitPrice: 25_000, amount: -25_000 }])
    expect(foot(note)).toEqual({
      net: -25_000,
      pensionFund: -1000,
      vat: -5720,
      total: -31_720,
      withholding: -5000,
      toPay: -26_720,
    })
    expect(invoiceTotals(note).groups).toEqual([
      { vat: vat(2200), lines: -25_000, pensionFund: -1000, taxable: -26_000, amount: -5720 },
    ])
    const rest = creditOf(invoice, [note])
    expect(rest.lines.map(({ amount }) => amount)).toEqual([-75_000, -8333])
    expect(rest.lines.map(({ quantity }) => quantity)).toEqual([-1, -9000])
    expect(rest.left).toEqual([{ vat: vat(2200), amount: 83_333 }])
  })

  test('is never more than is left of a line', () => {
    const note = creditOf(invoice, [], [{ lineId: fee.id, amount: minor(25_000) }])
    const ask = (amount: number, credits: Invoice[]) =>
      refusalOf(invoice, credits, [{ lineId: fee.id, amount: minor(amount) }], false, newId)
    const refusal = { code: 'creditTooMuch', field: 'lines.0', currency: 'EUR' }
    expect(ask(100_001, [])).toEqual({ ...refusal, left: 100_000 })
    expect(ask(100_000, [])).toBeNull()
    expect(ask(75_001, [note])).toEqual({ ...refusal, left: 75_000 })
    expect(ask(75_000, [note])).toBeNull()
    expect(ask(-1, [])).toEqual({ ...refusal, left: 100_000 })
    expect(ask(0, [])).toEqual({ code: 'nothingToCredit' })
  })

  test('names lines of the invoice, each once', () => {
    expect(refusalOf(invoice, [], [{ lineId: testId(9) }], false, newId)).toEqual({ code: 'invalid', field: 'lines.0' })
    const twice = [
      { lineId: fee.id, amount: minor(1) },
      { lineId: fee.id, amount: minor(1) },
    ]
    expect(refusalOf(invoice, [], twice, false, newId)).toEqual({ code: 'invalid', field: 'lines.1' })
  })

  test('is never more than is left of the whole, where other lines lower it', () => {
    const less = lineOf(-3000, vat(2200))
    const mixed = invoiceOf([lineOf(10_000, vat(2200)), less], { tax: { ...ordinario, withholdingBasisPoints: 0 } })
    const [first] = mixed.lines
    const ask = (amount: number) =>
      refusalOf(mixed, [], [{ lineId: first?.id ?? less.id, amount: minor(amount) }], false, newId)
    expect(ask(7000)).toBeNull()
    expect(ask(7001)).toEqual({ code: 'creditTooMuch', field: 'lines', left: 8540, currency: 'EUR' })
    // A line that lowers the invoice gives nothing back by itself.
    expect(refusalOf(mixed, [], [{ lineId: less.id }], false, newId)).toEqual({ code: 'nothingToCredit' })
    expect(refusalOf(mixed, [], [{ lineId: less.id, amount: minor(-3001) }], false, newId)).toMatchObject({
      code: 'creditTooMuch',
      left: -3000,
    })
    expect(creditOf(mixed, []).lines.map(({ amount }) => amount)).toEqual([-10_000, 3000])
  })

  test('rounds against what is left, so that the parts are the whole to the cent', () => {
    // 0.06 at 22 % is 0.0132, so 0.01; each half by itself would be 0.0066, so 0.01 as well.
    const small = invoiceOf([lineOf(6, vat(2200))], { tax: { ...ordinario, withholdingBasisPoints: 0 } })
    const [line] = small.lines
    const half = creditOf(small, [], [{ lineId: line?.id ?? testId(0), amount: minor(3) }])
    const rest = creditOf(small, [half])
    expect([half, rest].map((note) => invoiceTotals(note).vat)).toEqual([0, -1])
  })
})

test('lists the VAT of its own lines alone', () => {
  const bill = invoiceOf([lineOf(10_000, vat(0, 'N4')), lineOf(333, vat(2200))], { tax: ordinario })
  const [free] = bill.lines
  const note = creditOf(bill, [], [{ lineId: free?.id ?? testId(0) }])
  expect(invoiceTotals(note).groups).toEqual([
    { vat: vat(0, 'N4'), lines: -10_000, pensionFund: 0, taxable: -10_000, amount: 0 },
  ])
})

describe('what is taken back', () => {
  test('is given up, unless it is to be billed again: then it is owed as much less', () => {
    const again = creditFor(invoice, [], [{ lineId: fee.id, amount: minor(25_000) }], true, newId)
    expect(again.ok && again.value.lines[0]?.owed).toBe(-30_000)
    const whole = creditFor(invoice, [], null, true, newId)
    expect(whole.ok && whole.value.lines.map(({ owed }) => owed)).toEqual([-120_000, null])
  })
})

describe('stamp duty that was charged', () => {
  const bill = invoiceOf([lineOf(10_000, vat(0, 'N2.2')), lineOf(5000, vat(0, 'N2.2'))], { tax: forfettario })
  const [first, second] = bill.lines.map(({ id }) => id)
  const part = creditOf(bill, [], [{ lineId: first ?? testId(0) }])

  test('goes back with the last of what it was due for; that of the note itself is borne', () => {
    expect(foot(part)).toEqual({ net: -10_000, dutyBorne: 200, total: -10_000, toPay: -10_000 })
    const rest = creditOf(bill, [part], [{ lineId: second ?? testId(0) }])
    expect(foot(rest)).toEqual({ net: -5000, stampDuty: -200, total: -5200, toPay: -5200 })
    expect(foot(creditOf(bill, []))).toEqual({
      net: -15_000,
      stampDuty: -200,
      dutyBorne: 200,
      total: -15_200,
      toPay: -15_200,
    })
  })

  test('is not given back where none was charged', () => {
    const small = invoiceOf([lineOf(5000, vat(0, 'N2.2'))], { tax: forfettario })
    expect(foot(creditOf(small, []))).toEqual({ net: -5000, total: -5000, toPay: -5000 })
  })
})

test('voided credit notes do not count; drafts and issued ones do', () => {
  const notes = (['void', 'draft', 'issued'] as const).map((status) =>
    creditOf(invoice, [], [{ lineId: fee.id, amount: minor(1000) }], { status }),
  )
  expect(creditsOn([invoice, ...notes], invoice)).toEqual(notes.slice(1))
  expect(leftOf(invoice, notes.slice(1))).toEqual([{ vat: vat(2200), amount: 106_333 }])
})

test('at issue it takes back what is left then, or says that it is too much', () => {
  const note = creditOf(invoice, [], [{ lineId: fee.id }])
  expect(leftAtIssue(invoice, [], note)).toEqual({ ok: true, value: [{ vat: vat(2200), amount: 108_333 }] })
  expect(leftAtIssue(invoice, [], creditOf(invoice, [])).ok).toBe(true)
  const other = creditOf(invoice, [], [{ lineId: fee.id, amount: minor(50_000) }])
  expect(leftAtIssue(invoice, [other], note)).toMatchObject({
    ok: false,
    refusal: { code: 'creditTooMuch', field: 'id' },
  })
})

test('a credit note that does not say what it found is worked out by itself', () => {
  const bill = invoiceOf([lineOf(10_000, vat(0, 'N2.2')), lineOf(333, vat(2200))], { tax: forfettario })
  const note = creditOf(bill, [])
  expect(foot({ ...note, left: [] })).toEqual(foot(note))
  expect(foot(note)).toMatchObject({ vat: -73, stampDuty: -200, total: -10_606 })
})
