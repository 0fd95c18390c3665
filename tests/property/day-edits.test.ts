import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAxis, dayCalendar, type Stretch } from '#shared/domain/day-calendar.ts'
import { drawn, moved, resized, STEP, type Limits } from '#shared/domain/day-drag.ts'
import { dayView, entriesOn } from '#shared/domain/day-view.ts'
import { mergeEntries, splitEntry, workedByClock } from '#shared/domain/reshaped-entry.ts'
import { addDays, day, type Day } from '#shared/kernel/day.ts'
import { addSeconds, secondsBetween, startOfDay, type Instant, type Zone } from '#shared/kernel/instant.ts'
import { entrySchema, isSpan, type SpanEntry, type TimeEntry } from '#shared/model/entry.ts'
import { instant, ROME, testId } from '#tests/support/agreements.ts'

const RUNS = { numRuns: 2000 }
const HOUR = 3600
const length = fc.constantFrom(23 * HOUR, 24 * HOUR, 25 * HOUR)
const limits: fc.Arbitrary<Limits> = fc.record({
  length,
  now: fc.oneof(fc.constant(10 * 24 * HOUR), fc.integer({ min: 0, max: 25 * HOUR })),
})
/** Entries as they are found: to the second, over midnight too, and none that has yet to happen. */
const found = fc
  .tuple(limits, fc.integer({ min: -6 * HOUR, max: 24 * HOUR }), fc.integer({ min: 1, max: 12 * HOUR }))
  .map(([bounds, from, duration]) => ({ bounds, entry: { from, to: Math.min(from + duration, bounds.now) } }))
  .filter(({ bounds, entry }) => entry.from < entry.to && entry.to > 0 && entry.from < bounds.length)
const isInside = ({ from, to }: Stretch, bounds: Limits): boolean => from >= 0 && to <= bounds.length
const anyPoint = fc.integer({ min: -3 * HOUR, max: 28 * HOUR })

describe('a drag', () => {
  test('moves without making an entry longer or shorter, in its day, on the grid, never past now', () => {
    fc.assert(
      fc.property(found, fc.integer({ min: -30 * HOUR, max: 30 * HOUR }), ({ bounds, entry }, by) => {
        const after = moved(entry, by, bounds)
        expect(after.to - after.from).toBe(entry.to - entry.from)
        expect(after.to).toBeLessThanOrEqual(bounds.now)
        expect(after.from).toBeLessThan(bounds.length)
        expect(after.to).toBeGreaterThan(0)
        if (isInside(entry, bounds)) expect(isInside(after, bounds)).toBe(true)
        if (after !== entry) expect(Math.abs(after.from % STEP)).toBe(0)
      }),
      RUNS,
    )
  })

  test('there and back is where it was', () => {
    fc.assert(
      fc.property(found, fc.integer({ min: -40, max: 40 }), (drawnFrom, steps) => {
        const { bounds } = drawnFrom
        fc.pre(isInside(drawnFrom.entry, bounds))
        const off = drawnFrom.entry.from % STEP
        const entry = { from: drawnFrom.entry.from - off, to: drawnFrom.entry.to - off }
        const there = moved(entry, steps * STEP, bounds)
        expect(moved(there, entry.from - there.from, bounds)).toEqual(entry)
      }),
      RUNS,
    )
  })

  test('resizes one edge alone, to a step at least, in the day and not past now', () => {
    fc.assert(
      fc.property(found, fc.constantFrom('from', 'to'), anyPoint, ({ bounds, entry }, edge, at) => {
        const after = resized(entry, edge, at, bounds)
        expect(after[edge === 'from' ? 'to' : 'from']).toBe(entry[edge === 'from' ? 'to' : 'from'])
        if (after === entry) return
        expect(after.to - after.from).toBeGreaterThanOrEqual(STEP)
        expect(Math.abs(after[edge] % STEP)).toBe(0)
        expect(after.to).toBeLessThanOrEqual(edge === 'to' ? Math.min(bounds.now, bounds.length) : entry.to)
        expect(after.from).toBeGreaterThanOrEqual(edge === 'from' ? 0 : entry.from)
      }),
      RUNS,
    )
  })

  test('draws what it went over, whichever way it went', () => {
    fc.assert(
      fc.property(limits, anyPoint, anyPoint, (bounds, a, b) => {
        const made = drawn(a, b, bounds)
        expect(drawn(b, a, bounds)).toEqual(made)
        if (!made) return
        expect([made.from % STEP, made.to % STEP]).toEqual([0, 0])
        expect(made.from).toBeGreaterThanOrEqual(0)
        expect(made.to).toBeLessThanOrEqual(Math.min(bounds.length, bounds.now))
        expect(made.to).toBeGreaterThan(made.from)
      }),
      RUNS,
    )
  })
})

const base = instant('2026-10-20T06:00:00Z')
const spanOf = (id: number, from: number, duration: number, more: object = {}): SpanEntry =>
  entrySchema.parse({
    id: testId(id),
    engagementId: testId(900),
    start: addSeconds(base, from),
    end: addSeconds(base, from + duration),
    ...more,
  }) as SpanEntry
const someSpans = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 10 * HOUR }), fc.integer({ min: 1, max: 3 * HOUR })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((list) => list.map(([from, duration], index) => spanOf(index + 1, from, duration)))
const later = (at: Instant | null, by: number): Instant => addSeconds(at ?? base, by)
const lasts = (entry: TimeEntry): number =>
  isSpan(entry) ? secondsBetween(entry.start, entry.end ?? entry.start) : entry.seconds

test('the two parts of a split add up to the whole, and say the same of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 12 * HOUR }), fc.double({ min: 0, max: 1, noNaN: true }), (whole, share) => {
      const cut = Math.round(whole * share)
      for (const entry of [
        spanOf(1, 0, whole, { note: 'Draft', tags: ['a'], perkId: 'x', source: { from: 'toggl', key: 'k' } }),
        entrySchema.parse({ id: testId(1), engagementId: null, day: '2026-10-20', seconds: whole, note: 'Draft' }),
      ]) {
        const parts = splitEntry(entry, { seconds: cut }, testId(2))
        expect(parts === null).toBe(cut === 0 || cut === whole)
        if (!parts) continue
        const [first, second] = parts
        expect([lasts(first), lasts(second)]).toEqual([cut, whole - cut])
        const said = { ...entry, id: testId(2) }
        expect({ ...second, ...times(said) }).toEqual(said)
        expect(mergeEntries(parts, ROME)).toEqual({ merged: entry })
      }
    }),
    RUNS,
  )
})
/** The fields that say when: of a split's second part they are its own. */
const times = (entry: object) =>
  Object.fromEntries(Object.entries(entry).filter(([field]) => ['start', 'end', 'day', 'seconds'].includes(field)))

test('what is merged lasts what its parts lasted by the clock, from when the first began', () => {
  fc.assert(
    fc.property(someSpans, (spans) => {
      const outcome = mergeEntries(spans, ROME)
      if (!('merged' in outcome)) throw new Error('these are alike')
      const merged = outcome.merged as SpanEntry
      expect(lasts(merged)).toBe(workedByClock(spans))
      const from = startOfDay(day('2026-10-20'), 'Europe/Rome' as Zone)
      const view = dayView(spans, day('2026-10-20'), 'Europe/Rome' as Zone, addSeconds(from, 90_000))
      expect(lasts(merged)).toBe(view.worked)
      expect(merged.start).toBe(spans.map((each) => each.start).toSorted()[0])
      if (view.twice === 0) expect(lasts(merged)).toBe(view.entered)
    }),
    RUNS,
  )
})

/** Days around which clocks change, months end, and nothing is special. */
const anyDay = fc.constantFrom(...['2026-03-28', '2026-05-31', '2026-10-20', '2026-10-24', '2026-12-31'].map(day))
/** Spans that lie anywhere in a few days, touch, share time, and go over midnight. */
const overDays = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 4 * 24 * 4 }).map((quarters) => quarters * 900),
      fc.oneof(
        fc.integer({ min: 1, max: 10 * 4 }).map((quarters) => quarters * 900),
        fc.integer({ min: 1, max: 20 * HOUR }),
      ),
    ),
    { minLength: 2, maxLength: 4 },
  )
  .map((list) => list.map(([from, duration], index) => spanOf(index + 1, from, duration)))

test('a merge leaves each day, and so each month, what it had, or it is refused', () => {
  const perDay = (entries: readonly TimeEntry[], from: Day, zone: Zone) =>
    Array.from({ length: 8 }, (_, index) => {
      const on = addDays(from, index - 1)
      return dayView(entriesOn(entries, on, zone), on, zone, addSeconds(base, 9e8)).worked
    })
  const outcomes = { merged: 0, refused: 0 }
  fc.assert(
    fc.property(anyDay, fc.constantFrom(ROME, 'America/New_York' as Zone), overDays, (from, zone, list) => {
      const by = secondsBetween(base, startOfDay(from, zone))
      const spans = list.map((each) => ({ ...each, start: addSeconds(each.start, by), end: later(each.end, by) }))
      const outcome = mergeEntries(spans, zone)
      const before = perDay(spans, from, zone)
      if ('merged' in outcome) expect(perDay([outcome.merged], from, zone)).toEqual(before)
      else {
        expect(outcome.unlike).toBe('days')
        const start = spans.map((each) => each.start).toSorted()[0] ?? base
        const asOne = { ...spans[0], start, end: addSeconds(start, workedByClock(spans) ?? 0) } as TimeEntry
        expect(perDay([asOne], from, zone)).not.toEqual(before)
      }
      outcomes['merged' in outcome ? 'merged' : 'refused'] += 1
    }),
    { numRuns: 300 },
  )
  expect(Math.min(outcomes.merged, outcomes.refused)).toBeGreaterThan(10)
})

describe('the calendar', () => {
  const zone = 'Europe/Rome' as Zone
  const days = fc.constantFrom(day('2026-03-29'), day('2026-10-20'), day('2026-10-25'))
  test('shows each entry once, none over another, and tells all that is there twice once', () => {
    fc.assert(
      fc.property(days, someSpans, (on, list) => {
        const axis = dayAxis(on, zone)
        const by = secondsBetween(base, axis.start)
        const shifted = list.map((each) => ({ ...each, start: addSeconds(each.start, by), end: later(each.end, by) }))
        const view = dayView(shifted, on, zone, addSeconds(axis.start, 100 * HOUR))
        const { blocks } = dayCalendar(view, axis)
        expect(blocks.map((block) => block.row.entry.id).toSorted()).toEqual(shifted.map((each) => each.id).toSorted())
        for (const [index, a] of blocks.entries()) {
          expect(a.to - a.from).toBe(a.row.seconds)
          for (const b of blocks.slice(index + 1))
            if (a.from < b.to && b.from < a.to) {
              expect(a.lanes).toBe(b.lanes)
              expect(a.lane).not.toBe(b.lane)
            }
        }
        const told = blocks.flatMap((block) => block.shared).reduce((sum, each) => sum + each.twice, 0)
        expect(told).toBe(view.twice)
      }),
      { numRuns: 1000 },
    )
  })

  test('a day of the change of clocks is as long as it was, with its hours where the clock shows them', () => {
    const spring = dayAxis(day('2026-03-29'), zone)
    expect(spring.length).toBe(23 * HOUR)
    expect(spring.hours.slice(0, 4)).toEqual([
      { at: 0, hour: 0 },
      { at: HOUR, hour: 1 },
      { at: 2 * HOUR, hour: 3 },
      { at: 3 * HOUR, hour: 4 },
    ])
    const autumn = dayAxis(day('2026-10-25'), zone)
    expect(autumn.length).toBe(25 * HOUR)
    expect(autumn.hours.slice(1, 5).map(({ hour }) => hour)).toEqual([1, 2, 2, 3])
    const halfAnHour = dayAxis(day('2026-04-05'), 'Australia/Lord_Howe' as Zone)
    expect(halfAnHour.length).toBe(24.5 * HOUR)
    expect(halfAnHour.hours.map(({ hour }) => hour)).toEqual(Array.from({ length: 24 }, (_, hour) => hour))
  })
})
