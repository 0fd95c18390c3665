import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { weekFrom } from '#shared/domain/week.ts'
import { planCell, secondsOn } from '#shared/domain/week-cell.ts'
import { day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { addSeconds, startOfDay } from '#shared/kernel/instant.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { made } from '#shared/model/change.ts'
import { entrySchema, isSpan, type TimeEntry } from '#shared/model/entry.ts'
import { instant, ROME } from '#tests/support/agreements.ts'
import { bookOf, clientNamed, hourlyFor, newId } from '#tests/support/books.ts'

const now = instant('2026-10-22T13:00:00Z')
const on = day('2026-10-21')
const acme = clientNamed('Acme')
const site = hourlyFor(acme, 'Site')

const entryOf = (more: object): TimeEntry =>
  entrySchema.parse({ id: newId(), engagementId: site.id, note: '', ...more })

/** Minutes after the day's midnight; a span may begin before it and end after it. */
const anyEntry = fc
  .record({
    from: fc.integer({ min: -300, max: 1400 }),
    minutes: fc.integer({ min: 1, max: 400 }),
    timed: fc.boolean(),
  })
  .map(({ from, minutes, timed }) => {
    const start = addSeconds(startOfDay(on, ROME), from * 60)
    return timed
      ? entryOf({ start, end: addSeconds(start, minutes * 60) })
      : entryOf({ day: on, seconds: minutes * 60, note: from % 2 === 0 ? '' : 'Said' })
  })

test('the day comes to what was written, nothing tracked grows, and nothing with hours is cut that need not be', () => {
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 6 }), fc.integer({ min: 0, max: 1440 }), (all, minutes) => {
      const wanted = minutes * 60
      const entries = all.filter((entry) => secondsOn(entry, on, ROME, now) > 0)
      const secondsOf = (list: readonly TimeEntry[]): number => sumOf(list, (each) => secondsOn(each, on, ROME, now))
      const plan = planCell(entries, on, ROME, now, wanted)
      if ('least' in plan) {
        expect(wanted).toBeLessThan(plan.least)
        expect(planCell(entries, on, ROME, now, plan.least)).not.toHaveProperty('least')
        return
      }
      const after = new Map(plan.changes.map((change) => [change.entry.id, change.after]))
      const left = entries.flatMap((entry) => (after.has(entry.id) ? (after.get(entry.id) ?? []) : entry))
      expect(secondsOf(left) + plan.add).toBe(wanted)
      const cut = plan.changes.filter(({ entry }) => isSpan(entry))
      expect(plan.cuts).toBe(cut.length > 0)
      for (const { entry, after: kept } of cut) {
        expect(kept === null || secondsOf([kept]) < secondsOf([entry])).toBe(true)
        if (kept && isSpan(kept) && isSpan(entry)) expect(kept.start).toBe(entry.start)
      }
      // Hours are cut only when all that has none is gone.
      if (plan.cuts) expect(left.every((entry) => isSpan(entry))).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

describe('a week', () => {
  const week = (entries: readonly TimeEntry[], added: (Id | null)[] = []) => {
    const records = entries.map((entry) => made('entries', entry))
    const book = bookOf(made('clients', acme), made('engagements', site), ...records)
    return weekFrom(book, day('2026-10-19'), added, now, ROME)
  }
  test('has a row for what was worked on in it or the week before, sums that add up, and the timer up to now', () => {
    const shown = week([
      entryOf({ day: '2026-10-14', seconds: 600, engagementId: null }),
      entryOf({ day: '2026-10-20', seconds: 1200 }),
      entryOf({ start: '2026-10-22T12:30:00Z', end: null }),
    ])
    expect(shown.rows.map(({ engagementId, seconds }) => [engagementId, seconds])).toEqual([
      [site.id, 3000],
      [null, 0],
    ])
    expect(shown.rows[0]?.cells[3]).toEqual({ seconds: 1800, isRunning: true })
    expect(shown.sums).toEqual([0, 1200, 0, 1800, 0, 0, 0])
    expect(shown.seconds).toBe(3000)
  })
  test('has the rows that are added, and none for what is long over', () => {
    expect(week([entryOf({ day: '2026-10-11', seconds: 600 })]).rows).toEqual([])
    expect(week([], [site.id, null]).rows.map(({ engagementId }) => engagementId)).toEqual([site.id, null])
  })
})
