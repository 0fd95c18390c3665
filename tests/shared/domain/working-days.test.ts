import { describe, expect, test } from 'vitest'
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
import { day } from '#shared/kernel/day.ts'

type Range = readonly [from: string, to: string]
const calendar = (off: readonly Range[] = [], { workingDays = [1, 2, 3, 4, 5] }: Partial<WorkHabits> = {}) =>
  calendarOf({
    workingDays,
    minutesPerDay: 420,
    daysOff: off.map(([from, to]) => ({ from: day(from), to: day(to), name: '', source: 'user' as const })),
  })

/** Friday 1 May, Tuesday 2 June 2026, and two weeks in August. */
const holidays: Range[] = [
  ['2026-08-10', '2026-08-23'],
  ['2026-05-01', '2026-05-01'],
  ['2026-06-02', '2026-06-02'],
]

describe('a working day', () => {
  test.each([
    ['2026-05-01', false],
    ['2026-04-30', true],
    ['2026-05-02', false],
    ['2026-05-04', true],
    ['2026-08-07', true],
    ['2026-08-10', false],
    ['2026-08-21', false],
    ['2026-08-23', false],
    ['2026-08-24', true],
  ])('%s is one: %s', (on, expected) => {
    expect(isWorkingDay(day(on), calendar(holidays))).toBe(expected)
  })

  test('can be a Sunday, and Monday none', () => {
    const sundays = calendar([], { workingDays: [7] })
    expect(isWorkingDay(day('2026-10-25'), sundays)).toBe(true)
    expect(isWorkingDay(day('2026-10-26'), sundays)).toBe(false)
    expect(isWorkingDay(day('2026-10-24'), sundays)).toBe(false)
  })
})

describe('working days are counted', () => {
  test.each([
    ['2026-05-01', '2026-06-01', 20],
    ['2026-04-30', '2026-05-01', 1],
    ['2026-05-01', '2026-05-02', 0],
    ['2026-08-01', '2026-09-01', 11],
    ['2026-08-12', '2026-08-20', 0],
    ['2026-08-20', '2026-08-25', 1],
    ['2026-01-01', '2027-01-01', 261 - 10 - 2],
    ['2026-05-04', '2026-05-04', 0],
    ['2026-05-05', '2026-05-04', 0],
    ['1969-12-29', '1970-01-12', 10],
  ])('from %s up to %s there are %i', (from, to, expected) => {
    expect(countWorkingDays(day(from), day(to), calendar(holidays))).toBe(expected)
    expect(workingDaysBetween(day(from), day(to), calendar(holidays))).toHaveLength(expected)
  })

  test('once, where days off overlap, and not at all where they end before they begin', () => {
    const off: Range[] = [
      ['2026-08-10', '2026-08-21'],
      ['2026-08-10', '2026-08-12'],
      ['2026-08-14', '2026-08-14'],
      ['2026-08-20', '2026-08-25'],
      ['2026-08-27', '2026-08-26'],
    ]
    // The 3rd to the 7th, and Wednesday the 26th to Monday the 31st.
    expect(countWorkingDays(day('2026-08-01'), day('2026-09-01'), calendar(off))).toBe(9)
    expect(isWorkingDay(day('2026-08-27'), calendar(off))).toBe(true)
  })

  test('and are time to sell', () => {
    expect(minutesBetween(day('2026-05-01'), day('2026-06-01'), calendar(holidays))).toBe(20 * 420)
  })
})

describe('the n-th working day', () => {
  test.each([
    [1, '2026-04-30', '2026-04-30'],
    [2, '2026-04-30', '2026-05-04'],
    [1, '2026-05-01', '2026-05-04'],
    [21, '2026-05-04', '2026-06-01'],
    [22, '2026-05-04', '2026-06-03'],
  ])('number %i from %s on is %s', (n, from, expected) => {
    expect(nthWorkingDay(n, day(from), day('2026-12-31'), calendar(holidays))).toBe(expected)
  })

  test('is none when there are too few, and none before the first', () => {
    const [from, to] = [day('2026-05-01'), day('2026-06-01')]
    expect(nthWorkingDay(20, from, to, calendar(holidays))).toBe('2026-05-29')
    expect(nthWorkingDay(21, from, to, calendar(holidays))).toBeNull()
    expect(nthWorkingDay(0, from, to, calendar(holidays))).toBeNull()
    expect(nthWorkingDay(1, from, to, calendar([], { workingDays: [] }))).toBeNull()
  })
})

describe('the last working days', () => {
  const before = (on: string, most: number, notBefore = '2020-01-01') =>
    workingDaysBefore(day(on), most, day(notBefore), calendar(holidays))

  test('begin with the first of them', () => {
    expect(before('2026-05-06', 3)).toEqual({ from: '2026-04-30', count: 3 })
    expect(before('2026-08-26', 20)).toEqual({ from: '2026-07-15', count: 20 })
  })

  test('go back no further than is said', () => {
    expect(before('2026-05-06', 3, '2026-05-01')).toEqual({ from: '2026-05-01', count: 2 })
    expect(before('2026-05-06', 2, '2026-05-01')).toEqual({ from: '2026-05-04', count: 2 })
    expect(before('2026-05-06', 3, '2026-05-06')).toEqual({ from: '2026-05-06', count: 0 })
  })
})

test('the calendar of the same preferences is worked out once', () => {
  const habits: WorkHabits = { workingDays: [1], daysOff: [], minutesPerDay: 60 }
  expect(calendarOf(habits)).toBe(calendarOf(habits))
  expect(calendarOf({ ...habits })).not.toBe(calendarOf(habits))
})
