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

test('a period that is no more is as long as it was', () => {
  const when = (terms: Partial<ReturnType<typeof agreement>>, start: string): string =>
    said({ startsOn: day('2026-01-01'), ...terms }, { kind: 'adjustment', period: day(start) })
  const byQuarter = { period: { every: 'quarter', anchor: 'calendar' } } as const
  expect(when({ ...byQuarter, endsOn: day('2026-03-31') }, '2026-04-01')).toContain('1 April – 30 June 2026')
  expect(when({ ...byQuarter, startsOn: day('2026-07-01') }, '2026-04-01')).toContain('1 April – 30 June 2026')
  const ended = { term: { periods: 1, atEnd: 'ends' } } as const
  expect(when({ ...byQuarter, ...ended }, '2026-04-01')).toContain('1 April – 30 June 2026')
  expect(when({ period: { every: 'year', anchor: 'calendar' }, ...ended }, '2027-01-01')).toContain(
    '1 January – 31 December 2027',
  )
  expect(when(ended, '2026-02-01')).toContain('February 2026')
  const anniversary = { period: { every: 'quarter', anchor: 'anniversary' }, startsOn: day('2026-01-15') } as const
  expect(when({ ...anniversary, endsOn: day('2026-04-14') }, '2026-04-15')).toContain('15 April – 14 July 2026')
})
