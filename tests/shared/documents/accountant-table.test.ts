import { expect, it } from 'vitest'
import { accountantTable } from '#shared/documents/accountant-table.ts'
import { translator } from '#shared/i18n/languages.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
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
