import { describe, expect, test } from 'vitest'
import { creditFor } from '#shared/domain/billing/credit.ts'
import { applyToBook } from '#shared/domain/book.ts'
import { day } from '#shared/kernel/day.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { minor } from '#shared/kernel/units.ts'
import { made, removed, replaced } from '#shared/model/change.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { idAt } from '#shared/sample/ids.ts'
import { change, client, close, draft, print, retainer, withRetainer, worked } from '#tests/support/bills.ts'
import { bookOf, newId } from '#tests/support/books.ts'
import { invoiceOf } from '#tests/support/invoices.ts'

describe('a retainer’s advance', () => {
  test('comes up ten days before its period, and the running one’s if it never was', () => {
    const book = withRetainer(retainer())
    expect(print(book, '2025-12-21')).toEqual([])
    expect(print(book, '2025-12-22')).toEqual(['fee 2026-01-01 1000.00'])
    expect(print(book, '2026-01-21')).toEqual(['fee 2026-01-01 1000.00'])
    expect(print(book, '2026-01-22')).toEqual(['fee 2026-01-01 1000.00', 'fee 2026-02-01 1000.00'])
  })

  test('is billed once: on a draft, issued, but not when it is void', () => {
    const book = withRetainer(retainer())
    const [invoice] = draft(book, '2025-12-22')
    if (!invoice) throw new Error('no invoice')
    expect(print(book, '2026-01-15')).toEqual([])
    const at = (status: Invoice['status']) => {
      const after = { ...invoice, status }
      const other = bookOf(made('clients', client), made('engagements', retainer()), made('invoices', after))
      return print(other, '2026-01-15')
    }
    expect(at('issued')).toEqual([])
    expect(at('void')).toEqual(['fee 2026-01-01 1000.00'])
    applyToBook(book, [removed('invoices', invoice)])
    expect(print(book, '2026-01-15')).toEqual(['fee 2026-01-01 1000.00'])
  })

  test('that was missed comes up later too, once billing has begun', () => {
    const book = withRetainer(retainer())
    draft(book, '2026-01-10')
    expect(print(book, '2026-03-05')).toEqual(['fee 2026-02-01 1000.00', 'fee 2026-03-01 1000.00'])
    expect(print(book, '2026-04-05')).toEqual([
      'fee 2026-02-01 1000.00',
      'fee 2026-03-01 1000.00',
      'fee 2026-04-01 1000.00',
    ])
  })

  test('of the period just over when it was written down was billed elsewhere; what that left is billed here', () => {
    const of = retainer({}, { id: idAt('2026-03-20T09:00:00Z' as Instant, 'retainer') })
    const book = withRetainer(of, worked('2026-01-10', 12, of.id), worked('2026-02-10', 11, of.id))
    close(book, of, '2026-01-01')
    close(book, of, '2026-02-01')
    expect(print(book, '2026-03-05')).toEqual(['overage 2026-02-01 100.00', 'fee 2026-03-01 1000.00'])
    draft(book, '2026-03-05')
    expect(print(book, '2026-03-05')).toEqual([])
    expect(print(book, '2026-04-05')).toEqual(['fee 2026-04-01 1000.00'])
  })

  test('that was taken back to be billed again comes up again, though it is the first and over', () => {
    const book = withRetainer(retainer())
    const [invoice] = draft(book, '2026-01-01', { status: 'issued' })
    if (!invoice) throw new Error('no invoice')
    for (const billAgain of [false, true]) {
      const credit = creditFor(invoice, [], null, billAgain, newId)
      if (!credit.ok) throw new Error(credit.refusal.code)
      const note = invoiceOf(credit.value.lines, { type: 'creditNote', credits: invoice.id })
      applyToBook(book, [made('invoices', note)])
      const fees = billAgain ? ['fee 2026-01-01 1000.00', 'fee 2026-02-01 1000.00'] : ['fee 2026-02-01 1000.00']
      expect(print(book, '2026-02-05')).toEqual(fees)
      applyToBook(book, [removed('invoices', note)])
    }
  })

  test('on a void invoice comes up again, though it was the first and is long over', () => {
    const book = withRetainer(retainer())
    const [invoice] = draft(book, '2026-01-01', { status: 'issued' })
    if (!invoice) throw new Error('no invoice')
    applyToBook(book, [replaced('invoices', invoice, { ...invoice, status: 'void' })])
    expect(print(book, '2026-03-05')).toEqual([
      'fee 2026-01-01 1000.00',
      'fee 2026-02-01 1000.00',
      'fee 2026-03-01 1000.00',
    ])
  })

  test('that is raised after it was billed is asked for at once; one that is lowered waits until its period is over', () => {
    const of = retainer()
    const book = withRetainer(of)
    draft(book, '2026-01-01')
    const raised = change(book, of, { versions: [{ from: day('2026-01-01'), fee: minor(140_000), included: 600 }] })
    expect(print(book, '2026-01-02')).toEqual(['adjustment 2026-01-01 400.00'])
    draft(book, '2026-01-02')
    expect(print(book, '2026-01-02')).toEqual([])
    change(book, raised, { versions: [{ from: day('2026-01-01'), fee: minor(90_000), included: 600 }] })
    expect(print(book, '2026-01-21')).toEqual([])
    expect(print(book, '2026-02-01')).toEqual(['adjustment 2026-01-01 -500.00', 'fee 2026-02-01 900.00'])
  })

  test('that was given back since the agreement ended is asked for at once where it goes on after all', () => {
    const of = retainer()
    const book = withRetainer(of)
    draft(book, '2026-01-01')
    draft(book, '2026-01-25')
    const ended = change(book, of, { endsOn: day('2026-01-31') })
    expect(print(book, '2026-01-25')).toEqual(['adjustment 2026-02-01 -1000.00'])
    draft(book, '2026-01-25')
    change(book, ended, { endsOn: null })
    expect(print(book, '2026-02-02')).toEqual(['adjustment 2026-02-01 1000.00'])
  })

  test('is prorated as in the ledger', () => {
    expect(print(withRetainer(retainer({ startsOn: day('2026-04-16') })), '2026-04-16')).toEqual([
      'fee 2026-04-16 500.00',
    ])
  })

  test('is nothing in a pause', () => {
    const versions = [
      { from: day('2026-01-01'), fee: minor(100_000), included: 600 },
      { from: day('2026-02-01'), fee: minor(0), included: 0, isPause: true },
      { from: day('2026-03-01'), fee: minor(100_000), included: 600 },
    ]
    const book = withRetainer(retainer({ versions }))
    draft(book, '2026-01-01')
    expect(print(book, '2026-02-18')).toEqual([])
    expect(print(book, '2026-02-19')).toEqual(['fee 2026-03-01 1000.00'])
  })

  test.each(['draft', 'proposed', 'declined'] as const)('is nothing while it is %s', (status) => {
    expect(print(withRetainer(retainer({}, { status }), worked('2026-01-10', 12)), '2026-02-01')).toEqual([])
  })

  test('ends with the agreement: what had begun is owed, what is ahead is not', () => {
    const ended = retainer({}, { status: 'ended' })
    expect(print(withRetainer(ended, worked('2026-01-10', 12)), '2026-02-25')).toEqual([
      'fee 2026-01-01 1000.00',
      'fee 2026-02-01 1000.00',
    ])
    const open = retainer({ term: { periods: 12, atEnd: 'open' } }, { status: 'ended', archived: true })
    // Nobody knows when it ended: what was worked is owed, fees that were never billed are not.
    expect(print(withRetainer(open, worked('2026-01-10', 12)), '2026-02-25')).toEqual(['overage 2026-01-01 200.00'])
    expect(print(withRetainer(retainer({}, { archived: true })), '2026-01-25')).toEqual(['fee 2026-01-01 1000.00'])
  })
})
