import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  calendarOf,
  countWorkingDays,
  isWorkingDay,
  minutesBetween,
  nthWorkingDay,
  workingDaysBefore,
  workingDaysBetween,
  type WorkHabits,
} from '#shared/domain/working-days.ts'
import { addDays, daysBetween, type Day } from '#shared/kernel/day.ts'
import { addSeconds, msOf, startOfDay, type Zone } from '#shared/kernel/instant.ts'
import { ROME, zone } from '#tests/support/agreements.ts'
import { anyDay } from '#tests/support/arbitrary.ts'

const FIRST = '2023-11-01'
const anyHabits: fc.Arbitrary<WorkHabits> = fc.record({
  workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
  minutesPerDay: fc.integer({ min: 1, max: 1440 }),
  daysOff: fc.array(
    fc
      .record({ from: anyDay(FIRST, 900), length: fc.integer({ min: -2, max: 40 }) })
      .map(({ from, length }) => ({ from, to: addDays(from, length), name: '', source: 'user' as const })),
    { maxLength: 12 },
  ),
})
const anyStretch = fc.tuple(anyDay(FIRST, 900), fc.integer({ min: 0, max: 400 })).map(([from, length]) => ({
  from,
  to: addDays(from, length),
}))
const zones: readonly Zone[] = [
  ROME,
  ...['America/New_York', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Africa/Casablanca', 'Australia/Lord_Howe', 'UTC'].map(
    zone,
  ),
]

const weekdays: Readonly<Record<string, number>> = { Mon: 1, Tue: 2, Wed: 3, Thu: 4, Fri: 5, Sat: 6, Sun: 7 }
const writers = new Map(
  zones.map((each) => [
    each,
    new Intl.DateTimeFormat('en-CA', {
      timeZone: each,
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }),
  ]),
)

/** The working days as somebody with a clock of the zone would tick them off, from noon to noon. */
function walked(from: Day, to: Day, { workingDays, daysOff }: WorkHabits, of: Zone): string[] {
  const ticked: string[] = []
  const end = msOf(startOfDay(to, of))
  for (let noon = addSeconds(startOfDay(from, of), 12 * 3600); msOf(noon) < end; noon = addSeconds(noon, 86_400)) {
    const parts = writers.get(of)?.formatToParts(msOf(noon)) ?? []
    const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? ''
    const on = `${part('year')}-${part('month')}-${part('day')}`
    const isOff = daysOff.some((range) => range.from <= on && on <= range.to)
    if (!isOff && workingDays.includes(weekdays[part('weekday')] ?? 0)) ticked.push(on)
  }
  return ticked
}

test('working days are those that a walk through the calendar of any zone finds', () => {
  fc.assert(
    fc.property(anyHabits, anyStretch, fc.constantFrom(...zones), (habits, { from, to }, of) => {
      const calendar = calendarOf(habits)
      const expected = walked(from, to, habits, of)
      expect(workingDaysBetween(from, to, calendar)).toEqual(expected)
      expect(countWorkingDays(from, to, calendar)).toBe(expected.length)
      expect(minutesBetween(from, to, calendar)).toBe(expected.length * habits.minutesPerDay)
    }),
    { numRuns: 1000 },
  )
})

test('the n-th and the last ones are those of the list', () => {
  fc.assert(
    fc.property(anyHabits, anyStretch, fc.integer({ min: -1, max: 60 }), (habits, { from, to }, n) => {
      const calendar = calendarOf(habits)
      const days = workingDaysBetween(from, to, calendar)
      expect(nthWorkingDay(n, from, to, calendar)).toBe(n < 1 ? null : (days[n - 1] ?? null))
      const most = Math.max(1, n)
      const last = days.slice(-most)
      const found = workingDaysBefore(to, most, from, calendar)
      expect(found.count).toBe(last.length)
      expect(workingDaysBetween(found.from, to, calendar)).toEqual(last)
      expect(found.from).toBe(last.length === most ? last[0] : from)
    }),
    { numRuns: 1000 },
  )
})

test('a stretch has the days of its two parts', () => {
  fc.assert(
    fc.property(anyHabits, anyStretch, fc.nat(), (habits, { from, to }, pick) => {
      const calendar = calendarOf(habits)
      const middle = addDays(from, pick % (daysBetween(from, to) + 1))
      const whole = countWorkingDays(from, to, calendar)
      expect(countWorkingDays(from, middle, calendar) + countWorkingDays(middle, to, calendar)).toBe(whole)
      expect(countWorkingDays(from, addDays(from, 1), calendar)).toBe(isWorkingDay(from, calendar) ? 1 : 0)
    }),
    { numRuns: 1000 },
  )
})
