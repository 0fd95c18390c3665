import { describe, expect, test } from 'vitest'
import { dayAxis, dayCalendar, instantAt, offsetOf } from '#shared/domain/day-calendar.ts'
import { dayView } from '#shared/domain/day-view.ts'
import { day } from '#shared/kernel/day.ts'
import { entrySchema, type TimeEntry } from '#shared/model/entry.ts'
import { instant, ROME, testId, zone } from '#tests/support/agreements.ts'

const MIN = 60
const thursday = day('2026-10-22')
const axis = dayAxis(thursday, ROME)
/** On Roman clocks, two hours ahead: `09:30`. */
const work = (index: number, from: string, to: string): TimeEntry =>
  entrySchema.parse({
    id: testId(index),
    engagementId: null,
    start: new Date(Date.parse(`2026-10-22T${from}:00+02:00`)).toISOString().replace('.000', ''),
    end: new Date(Date.parse(`2026-10-22T${to}:00+02:00`)).toISOString().replace('.000', ''),
  })
const calendarOf = (...entries: TimeEntry[]) =>
  dayCalendar(dayView(entries, thursday, ROME, instant('2026-10-30T00:00:00Z')), axis)
const at = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
/** `9:00-10:00 1/2 shares 9:30-10:00 twice 30`: the place among those side by side, and what is shared. */
const print = (...entries: TimeEntry[]): string[] =>
  calendarOf(...entries).blocks.map(({ from, to, lane, lanes, shared }) =>
    [
      `${at(from / MIN)}-${at(to / MIN)} ${lane + 1}/${lanes}`,
      ...shared.map((part) => `shares ${at(part.from / MIN)}-${at(part.to / MIN)} twice ${part.twice / MIN}`),
    ].join(' '),
  )

describe('the axis', () => {
  test('is the day in seconds from its first instant', () => {
    expect(axis).toMatchObject({ start: '2026-10-21T22:00:00Z', length: 24 * 3600 })
    expect(axis.hours).toHaveLength(24)
    expect(axis.hours[9]).toEqual({ at: 9 * 3600, hour: 9 })
    expect(instantAt(axis, 90)).toBe('2026-10-21T22:01:30Z')
    expect(offsetOf(axis, instant('2026-10-21T22:01:30Z'))).toBe(90)
  })

  test('has two o’clock twice where the clocks go back, and not at all where they go forward', () => {
    const hours = (on: string) => dayAxis(day(on), ROME).hours.map(({ hour }) => hour)
    expect(hours('2026-10-25').slice(0, 5)).toEqual([0, 1, 2, 2, 3])
    expect(hours('2026-03-29').slice(0, 4)).toEqual([0, 1, 3, 4])
    expect(hours('2026-03-29')).toHaveLength(23)
  })

  test('finds the full hours where a change is of half an hour', () => {
    const { length, hours } = dayAxis(day('2026-10-04'), zone('Australia/Lord_Howe'))
    expect(length).toBe(23.5 * 3600)
    expect(hours.slice(0, 4)).toEqual([
      { at: 0, hour: 0 },
      { at: 3600, hour: 1 },
      { at: 2.5 * 3600, hour: 3 },
      { at: 3.5 * 3600, hour: 4 },
    ])
  })
})

describe('entries', () => {
  test('that follow one another have the whole width, with the gaps between them', () => {
    const calendar = [work(1, '09:00', '10:00'), work(2, '10:00', '11:00'), work(3, '12:00', '12:30')]
    expect(print(...calendar)).toEqual(['9:00-10:00 1/1', '10:00-11:00 1/1', '12:00-12:30 1/1'])
    expect(calendarOf(...calendar).gaps).toEqual([{ from: 11 * 3600, to: 12 * 3600 }])
    expect(calendarOf(...calendar).blocks[0]?.row.entry.id).toBe(testId(1))
  })

  test('that share time stand side by side, each in the first lane that is free', () => {
    expect(print(work(1, '09:00', '10:00'), work(2, '09:30', '10:30'), work(3, '10:00', '11:00'))).toEqual([
      '9:00-10:00 1/2 shares 9:30-10:00 twice 60',
      // What it shares with one and then at once with the other is one stretch.
      '9:30-10:30 2/2 shares 9:30-10:30 twice 0',
      '10:00-11:00 1/2 shares 10:00-10:30 twice 0',
    ])
    expect(print(work(1, '09:00', '12:00'), work(2, '09:15', '09:30'), work(3, '10:00', '10:30'))).toEqual([
      '9:00-12:00 1/2 shares 9:15-9:30 twice 15 shares 10:00-10:30 twice 30',
      '9:15-9:30 2/2 shares 9:15-9:30 twice 0',
      '10:00-10:30 2/2 shares 10:00-10:30 twice 0',
    ])
  })

  test('three at once count twice over, and what is counted is said in one of them', () => {
    expect(print(work(1, '09:00', '12:00'), work(2, '09:30', '11:00'), work(3, '10:00', '10:30'))).toEqual([
      '9:00-12:00 1/3 shares 9:30-11:00 twice 120',
      '9:30-11:00 2/3 shares 9:30-11:00 twice 0',
      '10:00-10:30 3/3 shares 10:00-10:30 twice 0',
    ])
  })

  test('of which only the amount is known have no place', () => {
    const amount = entrySchema.parse({ id: testId(4), engagementId: null, day: thursday, seconds: 600 })
    expect(calendarOf(amount)).toEqual({ blocks: [], gaps: [] })
  })
})
