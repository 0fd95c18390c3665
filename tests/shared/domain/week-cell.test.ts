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

describe('more time in a cell', () => {
  const plan = (wanted: number, ...entries: TimeEntry[]) => planCell(entries, on, ROME, now, wanted)
  const untimed = (seconds: number, more: object = {}) => entryOf({ day: on, seconds, ...more })
  const hour = entryOf({ start: '2026-10-21T08:00:00Z', end: '2026-10-21T09:00:00Z' })

  test('of the same length changes nothing', () => {
    expect(plan(3600, hour)).toEqual({ changes: [], add: 0, cuts: false })
    expect(plan(0)).toEqual({ changes: [], add: 0, cuts: false })
  })

  test('grows the one entry without hours, whatever it says', () => {
    const said = untimed(600, { note: 'Said', tags: ['a'] })
    expect(plan(900, said)).toEqual({
      changes: [{ entry: said, after: { ...said, seconds: 900 } }],
      add: 0,
      cuts: false,
    })
  })

  test('is a new entry beside hours, and beside what says something', () => {
    expect(plan(4000, hour)).toEqual({ changes: [], add: 400, cuts: false })
    const words = [
      { note: 'Said' },
      { tags: ['a'] },
      { task: 'Design' },
      { perkId: 'review' },
      { billable: false },
      { source: { from: 'toggl', key: 'x' } },
    ]
    for (const more of words)
      expect(plan(4800, hour, untimed(600, more))).toEqual({ changes: [], add: 600, cuts: false })
  })

  test('of several grows the one that says nothing', () => {
    const [said, silent] = [untimed(600, { note: 'Said' }), untimed(300)]
    expect(plan(5400, hour, said, silent)).toEqual({
      changes: [{ entry: silent, after: { ...silent, seconds: 1200 } }],
      add: 0,
      cuts: false,
    })
  })
})

describe('less time in a cell', () => {
  const plan = (wanted: number, ...entries: TimeEntry[]) => planCell(entries, on, ROME, now, wanted)
  const [first, last] = [entryOf({ day: on, seconds: 600 }), entryOf({ day: on, seconds: 900 })]
  const [early, late] = [
    entryOf({ start: '2026-10-21T08:00:00Z', end: '2026-10-21T09:00:00Z' }),
    entryOf({ start: '2026-10-21T10:00:00Z', end: '2026-10-21T11:00:00Z' }),
  ]

  test('goes from what has no hours, the last written first', () => {
    for (const entries of [
      [first, last],
      [last, first],
    ]) {
      expect(plan(1000, ...entries)).toMatchObject({ changes: [{ entry: last, after: { seconds: 400 } }], cuts: false })
      expect(plan(500, ...entries)).toMatchObject({
        changes: [
          { entry: last, after: null },
          { entry: first, after: { seconds: 500 } },
        ],
        cuts: false,
      })
    }
  })

  test('then from the end of the latest hours', () => {
    for (const entries of [
      [early, late, first],
      [late, first, early],
    ])
      expect(plan(1.5 * 3600, ...entries)).toMatchObject({
        changes: [
          { entry: first, after: null },
          { entry: late, after: { start: '2026-10-21T10:00:00Z', end: '2026-10-21T10:30:00Z' } },
        ],
        cuts: true,
      })
  })

  test('never from the timer, nor from what goes over midnight', () => {
    const timer = entryOf({ start: '2026-10-21T12:00:00Z', end: null })
    const night = entryOf({ start: '2026-10-21T21:00:00Z', end: '2026-10-21T23:00:00Z' })
    const before = entryOf({ start: '2026-10-20T21:00:00Z', end: '2026-10-20T23:00:00Z' })
    expect(plan(0, night, early)).toEqual({ least: 3600 })
    expect(plan(0, before)).toEqual({ least: 3600 })
    const at = instant('2026-10-21T12:10:00Z')
    expect(planCell([timer, early], on, ROME, at, 0)).toEqual({ least: 600 })
    expect(planCell([timer], on, ROME, instant('2026-10-21T11:00:00Z'), 0)).toEqual({
      changes: [],
      add: 0,
      cuts: false,
    })
  })
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
  test('has a row for the timer from its first second on, on the days that it runs in', () => {
    const timer = entryOf({ start: '2026-10-22T12:59:59Z', end: null })
    expect(week([timer]).rows).toMatchObject([{ engagementId: site.id, seconds: 1 }])
    expect(week([entryOf({ start: '2026-10-22T13:00:00Z', end: null })]).rows).toEqual([])
    // It began in the week before and runs through this one's first days.
    const long = week([entryOf({ start: '2026-10-18T12:00:00Z', end: null })])
    expect(long.rows[0]?.cells.map(({ isRunning }) => isRunning)).toEqual([true, true, true, true, false, false, false])
    // Of another week it is nothing.
    const book = bookOf(made('clients', acme), made('engagements', site), made('entries', timer))
    expect(weekFrom(book, day('2026-10-26'), [], now, ROME).rows).toEqual([])
    book.totals = null
    expect(weekFrom(book, day('2026-10-19'), [], now, ROME).seconds).toBe(1)
  })
  test('reaches from its first day to its last, and a week back', () => {
    const rowsOf = (on: string) => week([entryOf({ day: on, seconds: 60 })]).rows.length
    expect(['2026-10-11', '2026-10-12', '2026-10-25', '2026-10-26'].map(rowsOf)).toEqual([0, 1, 1, 0])
  })
  test('has its rows by name, own work last, and none for what is gone', () => {
    const [archive, zoo] = [hourlyFor(acme, 'archive'), hourlyFor(acme, 'Zoo')]
    const book = bookOf(made('clients', acme), ...[zoo, site, archive].map((each) => made('engagements', each)))
    const { rows } = weekFrom(book, day('2026-10-19'), [null, zoo.id, newId(), site.id, archive.id], now, ROME)
    expect(rows.map(({ engagementId }) => engagementId)).toEqual([archive.id, site.id, zoo.id, null])
  })
})
