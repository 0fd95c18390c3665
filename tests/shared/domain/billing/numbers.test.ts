import { expect, test } from 'vitest'
import { gapsIn, lastIssuedOn, nextNumber, numbersFor } from '#shared/domain/billing/numbers.ts'
import { day } from '#shared/kernel/day.ts'
import { invoiceOf } from '#tests/support/invoices.ts'

const of = { year: 2026, series: '' }
const issued = (number: number, on: string, more = {}) => invoiceOf([], { number, issuedOn: day(on), ...more })

test('numbers go on from the last of the year and series; a void one keeps its own', () => {
  expect(nextNumber([], of)).toBe(1)
  const all = [
    issued(2, '2026-02-01', { status: 'void' }),
    issued(1, '2026-01-07'),
    issued(9, '2025-12-01', { year: 2025 }),
    issued(5, '2026-03-01', { series: 'B' }),
    invoiceOf([], { status: 'draft', number: null, year: null, issuedOn: day('2026-05-01') }),
  ]
  expect(nextNumber(all, of)).toBe(3)
  expect(nextNumber(all, { year: 2026, series: 'B' })).toBe(6)
  expect(lastIssuedOn(all, of)).toBe('2026-02-01')
  expect(lastIssuedOn(all, { year: 2024, series: '' })).toBeNull()
})

test('drafts say what they will be called, by series', () => {
  const all = [issued(2, '2026-02-01'), issued(5, '2026-03-01', { series: 'B' })]
  const b = { ...of, series: 'B' }
  expect(numbersFor(all, [of])).toEqual(['2026-003'])
  expect(numbersFor(all, [of, b, of, of])).toEqual(['2026-003 – 2026-005', 'B 2026-006'])
})

test('gaps are the numbers that nothing has', () => {
  expect(gapsIn([], of)).toEqual([])
  expect(gapsIn([issued(1, '2026-01-01'), issued(2, '2026-01-02')], of)).toEqual([])
  expect(gapsIn([issued(5, '2026-01-01'), issued(2, '2026-01-02')], of)).toEqual([1, 3, 4])
})
