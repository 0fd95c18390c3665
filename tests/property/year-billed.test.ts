import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toInvoice } from '#shared/domain/billing/due.ts'
import { invoiceTotals } from '#shared/domain/billing/totals.ts'
import { doneOf } from '#shared/domain/book.ts'
import { adjustedLedger } from '#shared/domain/ledger/closing.ts'
import { monthLedgers } from '#shared/domain/month-close/ledgers.ts'
import { periodOn, periodsUntil } from '#shared/domain/periods.ts'
import { draftOf } from '#shared/i18n/invoice-lines.ts'
import { addDays, addMonths, day, monthOf, type Day } from '#shared/kernel/day.ts'
import { dayAt } from '#shared/kernel/instant.ts'
import { minor, sumOf } from '#shared/kernel/units.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { instant, ROME, testId } from '#tests/support/agreements.ts'
import { anyAgreement } from '#tests/support/arbitrary.ts'
import { session, type Session } from '#tests/support/session.ts'

/**
 * A year of a random workspace, closed month by month as the pass does it, on the day that it is begun on: what is
 * billed is fees + top-ups + overage + VAT ± withholding, each once (issue 9, Proof).
 */
const START = day('2024-01-01')
const MONTHS = 12

const anyTax = fc.record({
  vat: fc.constantFrom(0, 400, 2200).map((basisPoints) => ({ basisPoints, reason: basisPoints === 0 ? 'N2.2' : '' })),
  pensionFundBasisPoints: fc.constantFrom(0, 400),
  withholdingBasisPoints: fc.constantFrom(0, 2000),
  withholdsOnPensionFund: fc.boolean(),
  stampDuty: fc.option(fc.constant({ above: minor(7747), amount: minor(200), charged: true })),
})
const anyMonth = fc.record({
  hours: fc.array(fc.integer({ min: 60, max: 60_000 }), { maxLength: 5 }),
  /** Worked in an earlier month, told late: an adjustment where that one is closed. */
  late: fc.option(fc.integer({ min: 1, max: 20_000 })),
  topUp: fc.option(fc.integer({ min: 0, max: 30_000 })),
  gives: fc.boolean(),
  closes: fc.boolean(),
  /** Other terms, or none for a while: of a period that is over and open, or of one that no invoice can have yet. */
  terms: fc.option(
    fc.record({
      fee: fc.integer({ min: 0, max: 300_000 }),
      included: fc.integer({ min: 0, max: 900 }),
      pauses: fc.boolean(),
      isOver: fc.boolean(),
    }),
  ),
  /** A share of a line of an invoice, in percent: given up, or wrongly written and owed all the same. */
  credit: fc.option(
    fc.record({ pick: fc.nat(1000), share: fc.integer({ min: 1, max: 100 }), billAgain: fc.boolean() }),
  ),
})
type Month = typeof anyMonth extends fc.Arbitrary<infer Value> ? Value : never

const pick = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % items.length]
const retainersOf = ({ book }: Session): Retainer[] =>
  [...book.workspace.tables.engagements.values()].filter((each): each is Retainer => each.kind === 'retainer')
const issuedBy = ({ book }: Session): Invoice[] => [...book.workspace.tables.invoices.values()]

function workIn(at: Session, first: Day, { hours, late, topUp }: Month): void {
  const retainers = retainersOf(at)
  for (const [index, seconds] of hours.entries()) {
    const engagementId = pick(retainers, index)?.id ?? null
    at.run('entry.create', { engagementId, when: { day: addDays(first, index * 5), seconds } })
  }
  const own = pick(retainers, hours.length)
  if (!own) return
  if (late !== null && addMonths(first, -1) >= START)
    at.run('entry.create', { engagementId: own.id, when: { day: addDays(addMonths(first, -1), 3), seconds: late } })
  if (topUp !== null)
    at.run('retainer.topUp', { id: own.id, on: addDays(first, 9), amount: 45, price: minor(topUp), reason: 'More' })
}

/** Where that is refused, since the period is closed or there is none, all stays as it was. */
function agreeOn(at: Session, first: Day, { terms, hours }: Month): void {
  const retainer = pick(retainersOf(at), hours.length)
  if (!terms || !retainer) return
  const today = dayAt(at.now, ROME)
  const { agreement, id } = retainer
  const period = terms.isOver
    ? periodOn(agreement, first)
    : periodsUntil(agreement, addMonths(today, 13)).find(({ start }) => start > addDays(today, 10))
  if (!period || (terms.isOver && period.end > today)) return
  const { fee, included } = terms
  if (terms.pauses) at.run('retainer.pause', { id, from: period.start, to: period.end })
  else at.run('retainer.change', { id, from: period.start, fee: minor(fee), included })
}

function creditSome(at: Session, { credit }: Month): void {
  const invoices = issuedBy(at).filter(({ type, lines }) => type === 'invoice' && lines.length > 0)
  const invoice = credit && pick(invoices, credit.pick)
  const line = invoice && pick(invoice.lines, credit.pick)
  if (!invoice || !line) return
  const amount = minor(Math.trunc((line.amount * credit.share) / 100))
  const drafted = at.run('invoice.credit', {
    id: invoice.id,
    lines: [{ lineId: line.id, amount }],
    billAgain: credit.billAgain,
  })
  if (drafted.ok && drafted.made !== undefined)
    expect(at.run('invoice.issue', { id: drafted.made })).toMatchObject({ ok: true })
}

/** The pass: each ledger is agreed to, or what went past it given; then all that is to be invoiced is. */
function closeMonth(at: Session, first: Day, { gives, closes }: Month): void {
  for (const { retainer, row, asks, closing } of closes ? monthLedgers(at.book, monthOf(first)) : []) {
    if (closing) continue
    const favour = asks && gives ? { goodwill: 'A favour' } : {}
    const ran = at.run('period.close', {
      engagementId: retainer.id,
      start: row.period.start,
      earlier: true,
      ...favour,
    })
    expect(ran).toMatchObject({ ok: true })
  }
  billAll(at)
}

function billAll(at: Session): void {
  const today = dayAt(at.now, ROME)
  for (const bill of toInvoice(at.book, today) ?? []) {
    if (bill.net < 0) continue
    const drafted = at.run('invoice.draft', draftOf(at.book, bill, today))
    if (!drafted.ok || drafted.made === undefined) throw new Error('no draft')
    expect(at.run('invoice.issue', { id: drafted.made })).toMatchObject({ ok: true })
  }
}

/** What the ledgers come to by now: fees of all that has begun or is paid in advance, the rest of what is over and decided. */
function owedByLedgers(at: Session): number {
  const today = dayAt(at.now, ROME)
  return sumOf(retainersOf(at), ({ id, agreement }) =>
    sumOf(adjustedLedger(agreement, doneOf(at.book, id), addDays(today, 10)), (row) => {
      const closed = at.book.closings.get(id)?.has(row.period.start) === true
      return row.fee + (closed || row.period.end <= today ? row.topUpAmount : 0) + (closed ? row.overageAmount : 0)
    }),
  )
}

/** What is billed, what waits for an invoice that is not below zero, and what was given up or settled, is what is owed. */
function expectBilled(at: Session): void {
  const lines = issuedBy(at).flatMap((invoice) => invoice.lines)
  const waits = sumOf(toInvoice(at.book, dayAt(at.now, ROME)) ?? [], ({ net }) => net)
  expect(waits).toBeLessThanOrEqual(0)
  expect(sumOf(lines, ({ owed }) => owed ?? 0) + waits).toBe(owedByLedgers(at))
  for (const { amount, owed, creditsLineId } of lines) {
    if (creditsLineId === null) expect(amount).toBe(owed)
    else expect(Math.abs(owed ?? 0)).toBeLessThanOrEqual(Math.abs(amount))
  }
}

const halfUp = (amount: number, basisPoints: number): number =>
  Math.sign(amount) * Math.floor((Math.abs(amount) * basisPoints + 5000) / 10_000)

/** Its foot, worked out anew from its lines. */
function expectTotals(invoice: Invoice): void {
  const { tax, lines } = invoice
  const net = sumOf(lines, ({ amount }) => amount)
  const fund = halfUp(net, tax.pensionFundBasisPoints)
  const vat = halfUp(net + fund, tax.vat.basisPoints)
  const duty = tax.stampDuty && tax.vat.basisPoints === 0 && net + fund > tax.stampDuty.above ? tax.stampDuty.amount : 0
  const withholding = halfUp(net + (tax.withholdsOnPensionFund ? fund : 0), tax.withholdingBasisPoints)
  const total = net + fund + vat + duty
  expect(invoiceTotals(invoice)).toMatchObject({ net, vat, stampDuty: duty, total, toPay: total - withholding })
}

test('a year that is closed month by month: fees, top-ups and overage with their taxes, each once, numbers gapless', () => {
  const anyRetainers = fc.array(
    anyAgreement.map((agreement) => {
      const [first] = agreement.versions
      return { ...agreement, startsOn: START, topUps: [], versions: first ? [{ ...first, from: START }] : [] }
    }),
    { minLength: 1, maxLength: 3 },
  )
  const months = fc.array(anyMonth, { minLength: MONTHS, maxLength: MONTHS })
  fc.assert(
    fc.property(anyRetainers, anyTax, fc.boolean(), months, (agreements, tax, withholds, year) => {
      const at = session('2024-01-01T09:00:00Z')
      at.run('preferences.set', { billing: { tax } })
      at.run('client.create', { name: 'Acme', currency: 'EUR', language: 'en', listRate: minor(10_000) })
      at.run('client.update', { id: testId(1), billing: { withholds } })
      for (const agreement of agreements)
        expect(at.run('retainer.create', { clientId: testId(1), agreement })).toMatchObject({ ok: true })
      billAll(at)
      for (const [index, month] of year.entries()) {
        const first = addMonths(START, index)
        at.now = instant(`${addMonths(first, 1)}T09:00:00Z`)
        workIn(at, first, month)
        agreeOn(at, first, month)
        creditSome(at, month)
        closeMonth(at, first, month)
        expectBilled(at)
      }
      const invoices = issuedBy(at)
      if (agreements.some(({ versions }) => (versions[0]?.fee ?? 0) > 0)) expect(invoices.length).toBeGreaterThan(0)
      for (const invoice of invoices) if (invoice.type === 'invoice') expectTotals(invoice)
      for (const of of new Set(invoices.map(({ year: in_ }) => in_)))
        expect(
          invoices
            .filter(({ year: in_ }) => in_ === of)
            .map(({ number }) => number)
            .toSorted((a, b) => (a ?? 0) - (b ?? 0)),
        ).toEqual(invoices.filter(({ year: in_ }) => in_ === of).map((_, index) => index + 1))
    }),
    { numRuns: 100 },
  )
})
