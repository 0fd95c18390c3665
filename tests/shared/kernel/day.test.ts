import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addToMonth,
  day,
  daysBetween,
  daysInMonth,
  firstDayOf,
  isDay,
  lastDayOf,
  monthOf,
  monthsBetween,
  weekdayOf,
  type Month,
} from '#shared/kernel/day.ts'
import { anyDay } from '#tests/support/arbitrary.ts'

const month = (text: string): Month => text as Month

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2028-02-29', true],
  ['2026-02-30', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-04-31', false],
  ['2026-4-1', false],
  ['2026-04-01T00:00:00Z', false],
  ['', false],
])('%s is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected)
})

test('what is no day is refused, not moved', () => {
  expect(() => day('2026-02-30')).toThrow('not a day: 2026-02-30')
})

describe('months are added from the original day', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-05-31', -18, '2024-11-30'],
    ['2026-01-31', 0, '2026-01-31'],
  ])('%s and %i months is %s', (from, count, expected) => {
    expect(addMonths(day(from), count)).toBe(expected)
  })
})

test.each([
  ['2026-10-19', 1],
  ['2026-10-22', 4],
  ['2026-10-25', 7],
  ['1969-12-31', 3],
  ['1970-01-01', 4],
])('%s is weekday %i', (text, expected) => {
  expect(weekdayOf(day(text))).toBe(expected)
})

test('months have their days', () => {
  expect(daysInMonth(2026, 2)).toBe(28)
  expect(daysInMonth(2100, 2)).toBe(28)
  expect(firstDayOf(month('2026-02'))).toBe('2026-02-01')
  expect(lastDayOf(month('2026-02'))).toBe('2026-02-28')
  expect(lastDayOf(month('2026-12'))).toBe('2026-12-31')
  expect(monthsBetween(month('2025-11'), month('2026-02'))).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  expect(monthsBetween(month('2026-02'), month('2026-01'))).toEqual([])
  expect(addToMonth(month('2026-01'), -1)).toBe('2025-12')
})

test('days are counted as they are added, and months keep their place', () => {
  const count = fc.integer({ min: -4000, max: 4000 })
  fc.assert(
    fc.property(anyDay('1999-12-01', 20_000), count, (from, days) => {
      const to = addDays(from, days)
      expect(isDay(to)).toBe(true)
      expect(daysBetween(from, to)).toBe(days)
      expect(to < from).toBe(days < 0)
      const later = addMonths(from, days)
      expect(monthOf(later)).toBe(addToMonth(monthOf(from), days))
      expect(Number(later.slice(8))).toBeLessThanOrEqual(Number(from.slice(8)))
    }),
    { numRuns: 1000 },
  )
})
