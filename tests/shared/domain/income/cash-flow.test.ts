import { describe, expect, test } from 'vitest'
import { cashFlow, cashTotal, type CashFlowMonth } from '#shared/domain/income/cash-flow.ts'
import { exchangeOf } from '#shared/domain/income/exchange.ts'
import { addToMonth, day, type Month } from '#shared/kernel/day.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { made, type Edit } from '#shared/model/change.ts'
import { exchangeRateSchema } from '#shared/model/exchange-rate.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { idAt } from '#shared/sample/ids.ts'
import { bookOf, clientNamed, newId } from '#tests/support/books.ts'
import { projectOf, retainerOf } from '#tests/support/income-book.ts'
import { invoiceOf, lineOf, ordinario, paymentOf, vat } from '#tests/support/invoices.ts'

const today = day('2026-03-20')
const february = '2026-02' as Month
const client = clientNamed('Halden')
/** 1,000.00 a month from January to June, and expected after it; written down in March. */
const retainer = {
  ...retainerOf(client, { fee: 100_000, startsOn: day('2026-01-01'), term: { periods: 6, atEnd: 'renews' } }),
  id: idAt('2026-03-05T09:00:00Z' as Instant, 'retainer'),
}
const advance = (period: string, more: Partial<Invoice> = {}): Invoice =>
  invoiceOf([lineOf(100_000, vat(2200), { kind: 'fee', engagementId: retainer.id, period: day(period) })], {
    tax: ordinario,
    clientId: client.id,
    ...more,
  })
const paid = (invoice: Invoice, on: string, amount: number): Edit =>
  made('payments', { ...paymentOf(invoice, on, amount), on: day(on) })

const flow = (edits: readonly Edit[], months = 6, currency = 'EUR'): CashFlowMonth[] => {
  const { tables } = bookOf(...edits).workspace
  const exchange = exchangeOf(tables.exchangeRates.values(), currency)
  return cashFlow(bookOf(...edits), currency, today, february, addToMonth(february, months - 1), exchange)
}
const told = (months: readonly CashFlowMonth[]) =>
  months.map(({ month, received, open, signed, ifRenewed }) => [
    month,
    received.guaranteed,
    open.guaranteed,
    signed,
    ifRenewed,
  ])

describe('what is to come', () => {
  const [march, april] = [
    advance('2026-03-01'),
    advance('2026-04-01', { issuedOn: day('2026-03-18'), dueOn: day('2026-04-02') }),
  ]
  const base = [made('clients', client), made('engagements', retainer)]

  test('an invoice that is late is due today, one that is not on its day; fees are due as they will be invoiced', () => {
    const months = flow([...base, made('invoices', march), made('invoices', april)])
    // Issued ten days before the period and due fifteen after: May's on 6 May, and so on; July is past the term.
    expect(told(months)).toEqual([
      ['2026-02', 0, 0, 0, 0],
      ['2026-03', 0, 100_000, 0, 0],
      ['2026-04', 0, 100_000, 0, 0],
      ['2026-05', 0, 0, 100_000, 0],
      ['2026-06', 0, 0, 100_000, 0],
      ['2026-07', 0, 0, 0, 100_000],
    ])
    expect(months[1]?.items).toMatchObject([{ what: 'open', on: today, isLate: true }])
    expect(months[3]?.items).toMatchObject([{ what: 'fee', on: '2026-05-06', period: { start: '2026-05-01' } }])
  })

  test('what was paid is in the month of its day, and the rest of it still to come', () => {
    const half = paid(march, '2026-02-28', 51_000)
    const months = flow([...base, made('invoices', march), made('invoices', april), half])
    expect(told(months).slice(0, 2)).toEqual([
      ['2026-02', 50_000, 0, 0, 0],
      ['2026-03', 0, 50_000, 0, 0],
    ])
    expect(months[0]).toMatchObject({ paid: 51_000, taxes: 1000, beyond: 0 })
  })

  test('a fee that was never invoiced is due by the settings from today on; one that fell due before it was written down was billed elsewhere', () => {
    // The running period's would be issued today; a draft is not issued.
    const draft = advance('2026-04-01', { status: 'draft' })
    expect(told(flow([...base, made('invoices', draft)], 3))).toEqual([
      ['2026-02', 0, 0, 0, 0],
      ['2026-03', 0, 0, 0, 0],
      ['2026-04', 0, 0, 200_000, 0],
    ])
    // As the user says it: all from February on.
    const said = { ...retainer, billedFrom: day('2026-02-01') }
    expect(told(flow([made('clients', client), made('engagements', said)], 3))[2]).toEqual([
      '2026-04',
      0,
      0,
      300_000,
      0,
    ])
  })

  test('a milestone is due as an invoice of its day would be; one that was invoiced, or billed elsewhere, is not due again', () => {
    const project = {
      ...projectOf(client, [
        ['2026-01-15', 70],
        ['2026-03-10', 300],
        ['2026-05-20', 900],
        ['2026-06-20', 500],
      ]),
      id: idAt('2026-03-05T09:00:00Z' as Instant, 'project'),
    }
    const reached = project.milestones[1]?.id ?? null
    const line = lineOf(30_000, vat(2200), { kind: 'milestone', engagementId: project.id, milestoneId: reached })
    const dues = (more: readonly Edit[]) =>
      flow([made('clients', client), made('engagements', project), ...more]).map(({ milestones }) => milestones)
    // One that was reached would be issued today and due in fifteen days; June's in July.
    expect(dues([])).toEqual([0, 0, 30_000, 0, 90_000, 50_000])
    const issued = invoiceOf([line], { tax: ordinario, clientId: client.id, dueOn: day('2026-04-20') })
    expect(dues([made('invoices', issued)])).toEqual([0, 0, 0, 0, 90_000, 50_000])
    expect(dues([made('engagements', { ...project, archived: true })])).toEqual([0, 0, 30_000, 0, 0, 0])
  })

  test('nobody pays for a retainer that is a proposal, or was ended', () => {
    const sums = (['proposed', 'ended', 'declined'] as const).map((status) =>
      sumOf(flow([made('clients', client), made('engagements', { ...retainer, status })]), cashTotal),
    )
    expect(sums).toEqual([0, 0, 0])
  })
})

describe('other currencies', () => {
  const acme = clientNamed('Acme', { currency: 'USD' })
  const invoice = invoiceOf([lineOf(20_000, vat(0, 'export'))], {
    clientId: acme.id,
    currency: 'USD',
    dueOn: day('2026-04-10'),
  })
  const edits = [made('clients', acme), made('invoices', invoice)]

  test('are asked about where their rate lacks, and left out', () => {
    const [, , april] = flow(edits, 3)
    expect(april).toMatchObject({ open: { variable: 0 }, items: [], missing: [{ month: '2026-04', currency: 'USD' }] })
  })

  test('come in at the rate of the month they are due in', () => {
    const rate = exchangeRateSchema.parse({
      id: newId(),
      month: '2026-04',
      currency: 'USD',
      to: 'EUR',
      millionths: 900_000,
    })
    const [, , april] = flow([...edits, made('exchangeRates', rate)], 3)
    expect(april).toMatchObject({ open: { variable: 18_000 }, missing: [] })
  })
})

test('the items of a month are its sums', () => {
  const overage = lineOf(7_001, vat(2200), { kind: 'overage' })
  const invoice = invoiceOf([lineOf(33_333, vat(2200), { kind: 'fee' }), overage], { clientId: client.id })
  const months = flow([
    made('clients', client),
    made('engagements', retainer),
    made('invoices', invoice),
    paid(invoice, '2026-02-03', 10_007),
    paid(invoice, '2026-03-03', 12_345),
  ])
  for (const month of months) expect(sumOf(month.items, ({ amount }) => amount)).toBe(cashTotal(month))
  expect(months.filter((month) => month.items.length > 0).length).toBeGreaterThan(4)
})
