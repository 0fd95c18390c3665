import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, type Day } from '#shared/kernel/day.ts'
import {
  addSeconds,
  atWallClock,
  dayAt,
  msOf,
  secondsBetween,
  splitByDay,
  startOfDay,
  wallClock,
  type Zone,
} from '#shared/kernel/instant.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { instant, zone } from '#tests/support/agreements.ts'
import { anyDay, anyInstant, anyInterval, anyZone, zones, type Interval } from '#tests/support/arbitrary.ts'

/** From 2012 on: before, St. John's went back at a minute past midnight, and its days came in two pieces. */
const FROM = '2012-01-01'
const DAYS = 19 * 365

function expectSplit({ start, end }: Interval, of: Zone): void {
  const parts = splitByDay(start, end, of)
  expect(sumOf(parts, ({ seconds }) => seconds)).toBe(secondsBetween(start, end))
  let from = start
  for (const { day: on, seconds } of parts) {
    expect(seconds).toBeGreaterThan(0)
    // The first and the last second of a part lie in its day.
    expect(dayAt(from, of)).toBe(on)
    expect(dayAt(addSeconds(from, seconds - 1), of)).toBe(on)
    from = addSeconds(from, seconds)
  }
  expect(parts.map(({ day: on }) => on)).toEqual(parts.map(({ day: on }) => on).toSorted())
}

test('an interval cut at midnights adds up to the whole, in thirty zones', () => {
  expect(zones).toHaveLength(30)
  fc.assert(
    fc.property(anyInterval(FROM, DAYS), anyZone, (interval, of) => expectSplit(interval, of)),
    { numRuns: 1000 },
  )
})

/** The days on which a zone changes its clocks, of one that changes them. */
function changes(of: Zone, year: number): Day[] {
  const days: Day[] = []
  const length = (on: Day): number => secondsBetween(startOfDay(on, of), startOfDay(addDays(on, 1), of))
  for (let on = day(`${year}-01-01`); on <= `${year}-12-31`; on = addDays(on, 1))
    if (length(on) !== 86_400) days.push(on)
  return days
}

describe('days on which the clocks change', () => {
  const cases = zones.flatMap((of) => [2013, 2018, 2026].flatMap((year) => changes(of, year).map((on) => ({ of, on }))))

  test('are found in most zones', () => {
    expect(new Set(cases.map(({ of }) => of)).size).toBeGreaterThan(20)
  })

  test('lose and make no second', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        fc.integer({ min: -30 * 3600, max: 30 * 3600 }),
        fc.integer({ min: 1, max: 60 * 3600 }),
        ({ of, on }, before, length) => {
          const start = addSeconds(startOfDay(on, of), before)
          expectSplit({ start, end: addSeconds(start, length) }, of)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test.each([
    // A Friday that did not exist: from Thursday into Saturday.
    ['Pacific/Apia', '2011-12-30T08:00:00Z', '2011-12-30T12:00:00Z', ['2011-12-29 2:00', '2011-12-31 2:00']],
    // Midnight itself is skipped: the day begins at one.
    ['America/Sao_Paulo', '2018-11-04T02:00:00Z', '2018-11-04T04:00:00Z', ['2018-11-03 1:00', '2018-11-04 1:00']],
    ['Asia/Beirut', '2026-03-28T21:00:00Z', '2026-03-28T23:00:00Z', ['2026-03-28 1:00', '2026-03-29 1:00']],
    // The hour before midnight comes twice.
    ['America/Sao_Paulo', '2018-02-18T01:00:00Z', '2018-02-18T04:00:00Z', ['2018-02-17 2:00', '2018-02-18 1:00']],
    // A change of half an hour.
    [
      'Australia/Lord_Howe',
      '2026-04-04T12:00:00Z',
      '2026-04-05T14:00:00Z',
      ['2026-04-04 1:00', '2026-04-05 24:30', '2026-04-06 0:30'],
    ],
    // Ramadan: the clock goes back, and a month later on again.
    [
      'Africa/Casablanca',
      '2026-02-14T22:00:00Z',
      '2026-02-16T01:00:00Z',
      ['2026-02-14 1:00', '2026-02-15 25:00', '2026-02-16 1:00'],
    ],
    [
      'Europe/Rome',
      '2026-03-28T22:00:00Z',
      '2026-03-29T23:00:00Z',
      ['2026-03-28 1:00', '2026-03-29 23:00', '2026-03-30 1:00'],
    ],
  ])('in %s from %s to %s', (of, start, end, expected) => {
    const clock = (seconds: number) => `${Math.floor(seconds / 3600)}:${String((seconds % 3600) / 60).padStart(2, '0')}`
    const parts = splitByDay(instant(start), instant(end), zone(of))
    expect(parts.map(({ day: on, seconds }) => `${on} ${clock(seconds)}`)).toEqual(expected)
  })

  test('a day that was skipped has no length, and its neighbours meet', () => {
    const of = zone('Pacific/Apia')
    expect(startOfDay(day('2011-12-30'), of)).toBe(startOfDay(day('2011-12-31'), of))
    expect(dayAt(addSeconds(startOfDay(day('2011-12-31'), of), -1), of)).toBe('2011-12-29')
  })
})

test('a wall clock is read back as it was, and the first of two equal readings is meant', () => {
  fc.assert(
    fc.property(anyInstant(FROM, DAYS), anyZone, (at, of) => {
      const shown = wallClock(at, of)
      const again = atWallClock(shown.day, shown.second, of)
      expect(wallClock(again, of)).toEqual(shown)
      expect(again <= at).toBe(true)
      expect(msOf(at) - msOf(again)).toBeLessThanOrEqual(3 * 3_600_000)
    }),
    { numRuns: 1000 },
  )
})

test('a time that the clock skips is read with the offset from before', () => {
  expect(atWallClock(day('2026-03-29'), 2.5 * 3600, zone('Europe/Rome'))).toBe('2026-03-29T01:30:00Z')
  expect(atWallClock(day('2026-10-25'), 2.5 * 3600, zone('Europe/Rome'))).toBe('2026-10-25T00:30:00Z')
  expect(atWallClock(day('2026-10-04'), 2.25 * 3600, zone('Australia/Lord_Howe'))).toBe('2026-10-03T15:45:00Z')
})

test('a day starts with its first second', () => {
  fc.assert(
    fc.property(anyDay(FROM, DAYS), anyZone, (on, of) => {
      const start = startOfDay(on, of)
      expect(dayAt(start, of)).toBe(on)
      expect(dayAt(addSeconds(start, -1), of)).toBe(addDays(on, -1))
    }),
    { numRuns: 1000 },
  )
})
