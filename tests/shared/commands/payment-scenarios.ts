import { day, type Month } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { testId } from '#tests/support/agreements.ts'
import { credits, drafts, issues, pays } from './invoice-givens.ts'
import { MISSING, NEW, type Given, type Scenarios } from './scenario.ts'

const PAYMENT = testId(5)
const october = '2026-10' as Month
const setsRate: Given = (at) =>
  void at.run('exchangeRate.set', { months: [october], currency: 'USD', millionths: 920_000 })

/** Money that comes in, and what other currencies are worth. */
export const paymentScenarios: Pick<
  Scenarios,
  Extract<keyof Scenarios, `${'payment' | 'payments' | 'exchangeRate'}.${string}`>
> = {
  'payment.record': [
    {
      says: 'records what came in, on its day',
      given: issues,
      input: { invoiceId: NEW, on: day('2026-10-22'), amount: minor(40_000), note: ' Bank ' },
      leaves: {
        records: { [PAYMENT]: { invoiceId: NEW, on: '2026-10-22', amount: 40_000, note: 'Bank' } },
      },
    },
    {
      says: 'records more than is due as it came',
      given: issues,
      input: { invoiceId: NEW, on: day('2026-10-01'), amount: minor(200_000) },
      leaves: { records: { [PAYMENT]: { amount: 200_000 } } },
    },
    {
      says: 'records what went back, up to what came in',
      given: pays,
      input: { invoiceId: NEW, on: day('2026-10-22'), amount: minor(-40_000) },
      leaves: { records: { [testId(6)]: { amount: -40_000 } } },
    },
    {
      says: 'gives back no more than came in',
      given: pays,
      input: { invoiceId: NEW, on: day('2026-10-22'), amount: minor(-40_001) },
      refused: { code: 'refundTooMuch', field: 'amount', paid: 40_000, currency: 'EUR' },
    },
    {
      says: 'is not of a day to come',
      given: issues,
      input: { invoiceId: NEW, on: day('2026-10-23'), amount: minor(1) },
      refused: { code: 'inFuture', field: 'on' },
    },
    {
      says: 'is of some amount',
      given: issues,
      input: { invoiceId: NEW, on: day('2026-10-22'), amount: minor(0) },
      refused: { code: 'required', field: 'amount' },
    },
    {
      says: 'is for what was issued',
      given: drafts,
      input: { invoiceId: NEW, on: day('2026-10-22'), amount: minor(1) },
      refused: { code: 'notIssued' },
    },
    {
      says: 'is for the invoice, not for its credit note',
      given: (at) => {
        credits(at)
        at.run('invoice.issue', { id: testId(6) })
      },
      input: { invoiceId: testId(6), on: day('2026-10-22'), amount: minor(-1) },
      refused: { code: 'paysCreditNote' },
    },
    {
      says: 'needs the invoice',
      input: { invoiceId: MISSING, on: day('2026-10-22'), amount: minor(1) },
      refused: { code: 'notFound', what: 'invoice' },
    },
  ],
  'payments.import': [
    {
      says: 'records each line once, and how the file was read',
      given: issues,
      input: {
        payments: [
          { invoiceId: NEW, on: day('2026-10-22'), amount: minor(40_000), note: ' Bank ', source: 'a' },
          { invoiceId: NEW, on: day('2026-10-22'), amount: minor(40_000), source: 'a' },
          { invoiceId: NEW, on: day('2026-10-21'), amount: minor(100), source: 'b' },
        ],
        bank: { header: ['Date', 'Amount'], columns: ['day', 'amount'], dateOrder: 'dmy', decimal: ',' },
      },
      leaves: {
        records: {
          [PAYMENT]: { invoiceId: NEW, amount: 40_000, note: 'Bank', source: 'a' },
          [testId(6)]: { amount: 100, source: 'b' },
          [testId(7)]: null,
          preferences: { billing: { bank: { columns: ['day', 'amount'], decimal: ',' } } },
        },
      },
    },
    {
      says: 'adds nothing the second time',
      given: (at) => {
        issues(at)
        at.run('payments.import', {
          payments: [{ invoiceId: NEW, on: day('2026-10-22'), amount: minor(40_000), source: 'a' }],
        })
      },
      input: { payments: [{ invoiceId: NEW, on: day('2026-10-22'), amount: minor(40_000), source: 'a' }] },
      leaves: { records: { [testId(6)]: null } },
    },
    {
      says: 'not of a day to come',
      given: issues,
      input: { payments: [{ invoiceId: NEW, on: day('2026-10-23'), amount: minor(1), source: 'a' }] },
      refused: { code: 'inFuture', field: 'on' },
    },
    {
      says: 'needs the invoice',
      input: { payments: [{ invoiceId: MISSING, on: day('2026-10-22'), amount: minor(1), source: 'a' }] },
      refused: { code: 'notFound', what: 'invoice' },
    },
  ],
  'payment.remove': [
    { says: 'takes it back', given: pays, input: { id: PAYMENT }, leaves: { records: { [PAYMENT]: null } } },
    { says: 'needs the payment', input: { id: MISSING }, refused: { code: 'notFound', what: 'payment' } },
  ],
  'exchangeRate.set': [
    {
      says: 'says what a unit is worth in a month',
      input: { months: [october], currency: 'USD', millionths: 920_000 },
      leaves: { records: { [NEW]: { month: '2026-10', currency: 'USD', to: 'EUR', millionths: 920_000 } } },
    },
    {
      says: 'said again, takes the other’s place',
      given: setsRate,
      input: { months: [october], currency: 'USD', millionths: 930_000 },
      leaves: { records: { [NEW]: { millionths: 930_000 }, [testId(4)]: null } },
    },
    {
      says: 'of another month or currency stands beside it',
      given: (at) => {
        setsRate(at)
        at.run('exchangeRate.set', { months: [october], currency: 'GBP', millionths: 1 })
      },
      input: { months: ['2026-09'], currency: 'USD', millionths: 2 },
      leaves: {
        records: { [NEW]: { millionths: 920_000 }, [testId(4)]: { millionths: 1 }, [testId(5)]: { millionths: 2 } },
      },
    },
    {
      says: 'in another currency of one’s own stands beside it: what was said in the old one is no answer',
      given: (at) => {
        setsRate(at)
        at.run('preferences.set', { currency: 'GBP' })
      },
      input: { months: [october], currency: 'USD', millionths: 790_000 },
      leaves: {
        records: { [NEW]: { to: 'EUR', millionths: 920_000 }, [testId(4)]: { to: 'GBP', millionths: 790_000 } },
      },
    },
    {
      says: 'is for other currencies',
      input: { months: [october], currency: 'EUR', millionths: 1_000_000 },
      refused: { code: 'ownCurrency', field: 'currency' },
    },
  ],
  'exchangeRate.remove': [
    { says: 'takes it back', given: setsRate, input: { id: NEW }, leaves: { records: { [NEW]: null } } },
    { says: 'needs the rate', input: { id: MISSING }, refused: { code: 'notFound', what: 'exchangeRate' } },
  ],
}
