import { expect, test } from 'vitest'
import { formatter } from '#shared/i18n/format.ts'
import { translator } from '#shared/i18n/languages.ts'
import { periodName } from '#shared/i18n/period-name.ts'
import { day } from '#shared/kernel/day.ts'
import { agreement } from '#tests/support/agreements.ts'

test('a quarter is called by its first and last month, and what is left of one by the month that it is', () => {
  const quarterly = agreement({ period: { every: 'quarter', anchor: 'calendar' } })
  const name = (start: string, style: 'short' | 'shortYear') =>
    periodName(translator('en'), formatter('en'), quarterly, { start: day(start), end: day('2027-01-01') }, style)
  expect(name('2026-10-01', 'shortYear')).toBe('Oct – Dec 2026')
  expect(name('2026-12-01', 'shortYear')).toBe('Dec 2026')
  expect(name('2026-12-14', 'short')).toBe('Dec')
})
