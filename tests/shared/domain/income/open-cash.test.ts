import { expect, test } from 'vitest'
import { openCash } from '#shared/domain/income/cash.ts'
import { day } from '#shared/kernel/day.ts'
import { made } from '#shared/model/change.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { bookOf } from '#tests/support/books.ts'
import { invoiceOf, lineOf, vat } from '#tests/support/invoices.ts'

const fee = lineOf(100_000, vat(2200), { kind: 'fee' })
const workspaceWith = (...invoices: readonly Invoice[]) =>
  bookOf(...invoices.map((invoice) => made('invoices', invoice))).workspace

test('what is open comes in the order of the days, those of one day as they were made', () => {
  const due = (on: string) => invoiceOf([fee], { dueOn: day(on) })
  const [april, early, late, may] = [due('2026-04-01'), due('2026-03-20'), due('2026-03-20'), due('2026-05-01')]
  const open = openCash(workspaceWith(april, early, may, late), day('2026-03-20'))
  expect(open.map((each) => each.invoice)).toEqual([early, late, april, may])
  expect(open.map(({ isLate }) => isLate)).toEqual([false, false, false, false])
  const next = openCash(workspaceWith(april, early, may, late), day('2026-03-21'))
  expect(next.map(({ isLate }) => isLate)).toEqual([true, true, false, false])
})
