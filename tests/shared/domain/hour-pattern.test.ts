import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellOf, hourPattern } from '#shared/domain/hour-pattern.ts'
import { day } from '#shared/kernel/day.ts'
import { instantOf, msOf, type Instant, type Zone } from '#shared/kernel/instant.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { entrySchema, type TimeEntry } from '#shared/model/entry.ts'
import { newId } from '#tests/support/books.ts'

const rome = 'Europe/Rome' as Zone
const entry = (of: object): TimeEntry =>
  entrySchema.parse({ id: newId(), engagementId: null, note: '', tags: [], billable: true, ...of })
const span = (start: string, end: string | null): TimeEntry => entry({ start, end })
const [from, to] = [day('2026-03-01'), day('2026-04-01')]

describe('when work is done', () => {
  test('is counted by weekday and hour of the clock', () => {
    // Wednesday 4 March, 9:30 to 11:15 in Rome.
    const pattern = hourPattern([span('2026-03-04T08:30:00Z', '2026-03-04T10:15:00Z')], from, to, rome)
    expect([...pattern.cells]).toEqual([
      [cellOf(3, 9), 1800],
      [cellOf(3, 10), 3600],
      [cellOf(3, 11), 900],
    ])
    expect(pattern).toMatchObject({ from: 9, to: 12, most: 3600, worked: 6300, withoutClock: 0 })
  })

  test('follows the clock on the night it is put forward', () => {
    // Sunday 29 March: 1:30 to 3:30, which is one hour.
    const pattern = hourPattern([span('2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z')], from, to, rome)
    expect([...pattern.cells]).toEqual([
      [cellOf(7, 1), 1800],
      [cellOf(7, 3), 1800],
    ])
  })

  test('takes of an entry what lies inside, over midnight too', () => {
    // From Tuesday 31 March, 23:00, to 1:00 on 1 April in Rome.
    const pattern = hourPattern([span('2026-03-31T21:00:00Z', '2026-03-31T23:00:00Z')], from, to, rome)
    expect([...pattern.cells]).toEqual([[cellOf(2, 23), 3600]])
    expect(pattern.worked).toBe(3600)
  })

  test('says what has no clock, and leaves out what runs and what lies outside', () => {
    const pattern = hourPattern(
      [
        entry({ day: '2026-03-05', seconds: 5400 }),
        entry({ day: '2026-04-01', seconds: 60 }),
        span('2026-03-05T08:00:00Z', null),
        span('2026-04-05T08:00:00Z', '2026-04-05T09:00:00Z'),
      ],
      from,
      to,
      rome,
    )
    expect(pattern).toEqual({ cells: new Map(), from: 0, to: 0, most: 0, worked: 0, withoutClock: 5400 })
  })

  test('loses no second in any zone', () => {
    const start = fc.integer({
      min: msOf('2026-03-01T12:00:00Z' as Instant) / 1000,
      max: msOf('2026-03-30T00:00:00Z' as Instant) / 1000,
    })
    const zones = fc.constantFrom(
      'Europe/Rome',
      'America/St_Johns',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    )
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 90_000 }), zones, (begin, length, zone) => {
        const end = Math.min(begin + length, msOf('2026-03-31T00:00:00Z' as Instant) / 1000)
        const one = span(instantOf(begin * 1000), instantOf(end * 1000))
        const pattern = hourPattern([one], day('2026-02-01'), day('2026-05-01'), zone as Zone)
        expect(sumOf(pattern.cells.values(), (seconds) => seconds)).toBe(end - begin)
        expect(pattern.worked).toBe(end - begin)
      }),
      { numRuns: 1000 },
    )
  })
})
