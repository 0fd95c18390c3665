import { expect, test } from 'vitest'
import type { DueLine } from '#shared/domain/billing/billed.ts'
import { formatter } from '#shared/i18n/format.ts'
import { lineText } from '#shared/i18n/invoice-lines.ts'
import { translator } from '#shared/i18n/languages.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { agreement } from '#tests/support/agreements.ts'
import { retainer } from '#tests/support/bills.ts'
import { lineOf, vat } from '#tests/support/invoices.ts'

function said(terms: Partial<ReturnType<typeof agreement>>, more: Partial<DueLine>): string {
  const engagement = { ...retainer({}), agreement: agreement(terms) }
  const line: DueLine = {
    ...lineOf(10_000, vat(2200)),
    kind: 'fee',
    engagementId: engagement.id,
    owed: minor(0),
    ...more,
  }
  return lineText(translator('en'), formatter('en'), engagement, line).replaceAll('\u00a0', ' ')
}

test('the time past what was agreed is told to the second that is billed', () => {
  const over = (quantity: number): string =>
    said({}, { kind: 'overage', unit: 'hour', quantity, period: day('2026-02-01') })
  expect(over(3659)).toContain('1 h 59 s')
  expect(over(3600)).toContain('1 h')
  expect(over(20)).toContain('20 s')
})
