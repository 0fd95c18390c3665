import fc from 'fast-check'
import { expect, test } from 'vitest'
import { creditsOn } from '#shared/domain/billing/credit.ts'
import { gapsIn } from '#shared/domain/billing/numbers.ts'
import { settlements } from '#shared/domain/billing/status.ts'
import { invoiceTotals } from '#shared/domain/billing/totals.ts'
import { addSeconds } from '#shared/kernel/instant.ts'
import { minor, sumOf } from '#shared/kernel/units.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { agreement, testId } from '#tests/support/agreements.ts'
import { billingInputs } from '#tests/support/billing-inputs.ts'
import { session, type Session } from '#tests/support/session.ts'

const names = Object.keys(billingInputs) as (keyof typeof billingInputs)[]
const anyNumber = fc.nat(400_000)
const anyStep = fc.record({
  name: fc.oneof(fc.constantFrom(...names), fc.constantFrom('invoice.draft', 'invoice.issue', 'invoice.credit')),
  draw: fc.record({ a: anyNumber, b: anyNumber, c: anyNumber, flag: fc.boolean() }),
  /** A year comes to an end now and then. */
  later: fc.integer({ min: 0, max: 20 * 86_400 }),
  undoes: fc.integer({ min: 0, max: 9 }),
})
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never

function begin(): Session {
  const at = session('2026-10-01T09:00:00Z')
  at.run('client.create', { name: 'Client', currency: 'EUR', language: 'en', listRate: minor(10_000) })
  at.run('retainer.create', { clientId: testId(1), agreement: agreement({ term: { periods: 12, atEnd: 'renews' } }) })
  return at
}

function take(at: Session, { name, draw, later, undoes }: Step): void {
  at.now = addSeconds(at.now, later)
  at.run(name, billingInputs[name](at, draw))
  if (undoes === 0) at.undoAll()
}

const invoicesOf = ({ book }: Session): Invoice[] => [...book.workspace.tables.invoices.values()]

test('numbers are gapless, each once, and go up with their days, whatever is done and undone', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 50, size: 'max' }), (steps) => {
      const at = begin()
      for (const step of steps) take(at, step)
      const numbered = invoicesOf(at).filter(({ number }) => number !== null)
      for (const year of new Set(numbered.map((invoice) => invoice.year ?? 0))) {
        const own = numbered
          .filter((invoice) => invoice.year === year)
          .toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0))
        expect(own.map(({ number }) => number)).toEqual(own.map((_, index) => index + 1))
        expect(gapsIn(invoicesOf(at), { year, series: '' })).toEqual([])
        const days = own.map(({ issuedOn }) => issuedOn)
        expect(days).toEqual(days.toSorted())
        expect(days.every((on) => on.startsWith(`${year}-`))).toBe(true)
      }
      expect(invoicesOf(at).every(({ status, number }) => (status === 'draft') === (number === null))).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('what was issued never changes but to void, and credit notes never take back more than there is', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 50, size: 'max' }), (steps) => {
      const at = begin()
      for (const step of steps) {
        const issued = invoicesOf(at).filter(({ status }) => status !== 'draft')
        take(at, step)
        for (const before of issued) {
          const after = at.book.workspace.tables.invoices.get(before.id)
          if (after !== before) expect(after).toEqual({ ...before, status: 'void' })
        }
      }
      const settled = settlements(at.book.workspace)
      for (const invoice of invoicesOf(at)) {
        if (invoice.type !== 'invoice' || invoice.status !== 'issued') continue
        const credits = creditsOn(invoicesOf(at), invoice).filter(({ status }) => status === 'issued')
        const left = sumOf([invoice, ...credits], (each) => invoiceTotals(each).total)
        expect(left).toBeGreaterThanOrEqual(0)
        expect(settled.get(invoice.id)?.due).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 1000 },
  )
})
