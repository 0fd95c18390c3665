import { expect, test } from 'vitest'
import { dayView } from '#shared/domain/day-view.ts'
import { ribbonOf } from '#shared/domain/ribbon.ts'
import { dayAt, type Instant } from '#shared/kernel/instant.ts'
import { made } from '#shared/model/change.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { bookOf, newId, zone } from '#tests/support/books.ts'

/** A book with an entry for each pair of instants; no end is a running timer. */
const worked = (...spans: readonly (readonly [string, string | null])[]) =>
  bookOf(
    ...spans.map(([start, end]) => made('entries', entrySchema.parse({ id: newId(), engagementId: null, start, end }))),
  )
const clock = (second: number): string => `${Math.floor(second / 3600)}:${String((second / 60) % 60).padStart(2, '0')}`
const drawn = (stretches: readonly { from: number; to: number }[]): string[] =>
  stretches.map(({ from, to }) => `${clock(from)}–${clock(to)}`)

test('what is a gap is one rule: the ribbon has those of the day’s own view, long ones too', () => {
  const book = worked(
    ['2026-10-22T07:00:00Z', '2026-10-22T08:00:00Z'],
    ['2026-10-22T08:05:00Z', '2026-10-22T08:30:00Z'],
    ['2026-10-22T08:36:00Z', '2026-10-22T09:00:00Z'],
    ['2026-10-22T11:30:00Z', '2026-10-22T12:00:00Z'],
  )
  const now = '2026-10-22T13:00:00Z' as Instant
  const view = dayView([...book.workspace.tables.entries.values()], dayAt(now, zone), zone, now)
  const { gaps, blocks, nowAt } = ribbonOf(book, now)
  expect(drawn(gaps)).toEqual(['9:30–9:36', '10:00–12:30'])
  expect(gaps.map(({ from, to }) => to - from)).toEqual(
    view.rows.flatMap((row) => (row.kind === 'gap' ? [row.seconds] : [])),
  )
  expect(drawn(blocks)).toEqual(['8:00–9:00', '9:05–9:30', '9:36–10:00', '12:30–13:00'])
  expect(clock(nowAt ?? 0)).toBe('14:00')
})

test('only the part of an entry that is in today, up to now; the line stretches to it', () => {
  const book = worked(['2026-10-21T22:00:00Z', '2026-10-22T00:30:00Z'], ['2026-10-22T18:10:00Z', null])
  const { from, to, blocks } = ribbonOf(book, '2026-10-22T18:40:00Z' as Instant)
  expect(drawn(blocks)).toEqual(['0:00–1:30', '19:10–19:40'])
  expect(blocks.map(({ isRunning }) => isRunning)).toEqual([false, true])
  expect([clock(from), clock(to)]).toEqual(['0:00', '20:00'])
})

test('on the day the clock goes back blocks and now are where the wall clock says', () => {
  const book = worked(['2026-10-25T08:00:00Z', '2026-10-25T09:00:00Z'])
  const { blocks, nowAt } = ribbonOf(book, '2026-10-25T10:00:00Z' as Instant)
  expect(drawn(blocks)).toEqual(['8:00–9:00'])
  expect(clock(nowAt ?? 0)).toBe('10:00')
})

test('an empty day is the working hours, and now is on it while it is', () => {
  const at = (time: string) => {
    const { from, to, nowAt } = ribbonOf(worked(), `2026-10-22T${time}:00Z` as Instant)
    return [clock(from), clock(to), nowAt === null ? null : clock(nowAt)]
  }
  expect(at('06:59')).toEqual(['8:00', '18:00', null])
  expect(at('07:00')).toEqual(['8:00', '18:00', '8:00'])
  expect(at('17:00')).toEqual(['8:00', '18:00', '18:00'])
  expect(at('17:01')).toEqual(['8:00', '18:00', null])
})

test('the line begins and ends with whole hours, at midnight at the latest', () => {
  const drawnTo = (start: string, end: string) => {
    const { from, to, blocks } = ribbonOf(worked([start, end]), '2026-10-22T22:59:00Z' as Instant)
    return [clock(from), clock(to), ...drawn(blocks)]
  }
  expect(drawnTo('2026-10-22T05:40:00Z', '2026-10-22T06:00:00Z')).toEqual(['6:00', '18:00', '6:40–7:00'])
  expect(drawnTo('2026-10-22T20:30:00Z', '2026-10-22T23:00:00Z')).toEqual(['8:00', '24:00', '21:30–24:00'])
})

test('what has no hours is not on it', () => {
  const amount = entrySchema.parse({ id: newId(), engagementId: null, day: '2026-10-22', seconds: 600 })
  expect(ribbonOf(bookOf(made('entries', amount)), '2026-10-22T10:00:00Z' as Instant).blocks).toEqual([])
})
