import { expect, it } from 'vitest'
import { accountantTable } from '#shared/documents/accountant-table.ts'
import { translator } from '#shared/i18n/languages.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { applyToBook } from '#shared/domain/book.ts'
import { made } from '#shared/model/change.ts'
import { bookOf } from '#tests/support/books.ts'
import { forfettario, invoiceOf, lineOf, vat } from '#tests/support/invoices.ts'
import { testId } from '#tests/support/agreements.ts'
import { session } from '#tests/support/session.ts'

it('has a line for each document and rate, whose columns can be added up; void ones keep their number', () => {
  const at = session('2026-10-22T13:11:00Z')
  at.run('client.create', { name: 'Acme', currency: 'EUR', language: 'en', listRate: minor(10_000) })
  const make = (...prices: [number, number][]) => {
    const ran = at.run('invoice.draft', {
      clientId: testId(1),
      lines: prices.map(([unitPrice, basisPoints]) => ({
        kind: 'other' as const,
        text: 'Work',
        unitPrice,
        vat: { basisPoints },
      })),
    })
    if (!ran.ok || ran.made === undefined) throw new Error('no draft')
    at.run('invoice.issue', { id: ran.made, on: day('2026-10-01') })
    return ran.made
  }
  const first = make([10_000, 2200], [5000, 400])
  const second = make([2000, 2200])
  at.run('invoice.void', { id: second })
  at.run('payment.record', { invoiceId: first, on: day('2026-10-09'), amount: minor(3000) })
  make([700, 2200])
  at.run('invoice.draft', { clientId: testId(1) })
  const t = translator('en')
  const [head, ...rows] = accountantTable(t, at.book, day('2026-10-01'), day('2026-12-31'))
  const column = (name: string) => rows.map((row) => row[head?.indexOf(name) ?? -1])
  expect(column('Number')).toEqual(['2026-001', '2026-001', '2026-002', '2026-003'])
  expect(column('Kind')).toEqual(['Invoice', 'Invoice', 'Void', 'Invoice'])
  expect(column('VAT %')).toEqual([22, 4, '', 22])
  expect(column('Taxable')).toEqual([100, 50, '', 7])
  expect(column('VAT')).toEqual([22, 2, '', 1.54])
  expect(column('Total')).toEqual([174, '', '', 8.54])
  expect(column('Paid')).toEqual([30, '', '', 0])
  expect(column('Paid on')).toEqual(['2026-10-09', '', '', ''])
  expect(rows.every((row) => row.length === head?.length)).toBe(true)
  expect(accountantTable(t, at.book, day('2026-10-02'), day('2026-12-31'))).toHaveLength(1)
})

it('has the stamp duty that the user bears in a column of its own, which is no part of the total', () => {
  const book = bookOf()
  const { stampDuty } = forfettario
  const borne = { ...forfettario, stampDuty: stampDuty && { ...stampDuty, charged: false } }
  const lines = [lineOf(100_000, vat(0, 'N2.2'))]
  applyToBook(book, [
    made('invoices', invoiceOf(lines, { tax: forfettario })),
    made('invoices', invoiceOf(lines, { tax: borne, number: 2 })),
  ])
  const [head, ...rows] = accountantTable(translator('en'), book, day('2026-03-01'), day('2026-03-31'))
  const column = (name: string) => rows.map((row) => row[head?.indexOf(name) ?? -1])
  expect(column('Stamp duty')).toEqual([2, 0])
  expect(column('Stamp duty at own cost')).toEqual([0, 2])
  expect(column('Total')).toEqual([1002, 1000])
})
