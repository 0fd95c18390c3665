import { expect, test } from 'vitest'
import { atStart } from '#shared/i18n/at-start.ts'
import { formatter } from '#shared/i18n/format.ts'
import { day, monthOf } from '#shared/kernel/day.ts'

const today = day('2026-10-22')

test('at the start of a line a day and a month have a capital in Italian too', () => {
  expect(atStart(formatter('it').day(today, 'full'))).toBe('Giovedì 22 ottobre')
  expect(atStart(formatter('it').month(monthOf(today), 'name'))).toBe('Ottobre')
  expect(atStart(formatter('en').day(today, 'full'))).toBe('Thursday 22 October')
  expect(atStart('')).toBe('')
})
