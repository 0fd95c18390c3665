import { describe, expect, test } from 'vitest'
import { mergeEntries, placeForCopy, splitEntry, workedByClock } from '#shared/domain/reshaped-entry.ts'
import { entrySchema, spanEntrySchema, type TimeEntry } from '#shared/model/entry.ts'
import type { Zone } from '#shared/kernel/instant.ts'
import { instant, ROME, testId } from '#tests/support/agreements.ts'

/** On 10 March, in UTC. */
const at = (time: string) => instant(`2026-03-10T${time}:00Z`)
const span = (index: number, from: string, to: string | null, more: object = {}) =>
  spanEntrySchema.parse({ id: testId(index), engagementId: null, start: at(from), end: to && at(to), ...more })
const amount = (index: number, on: string, seconds: number, more: object = {}) =>
  entrySchema.parse({ id: testId(index), engagementId: null, day: on, seconds, ...more })
const merged = (...entries: TimeEntry[]) => {
  const outcome = mergeEntries(entries, 'UTC' as Zone)
  return 'merged' in outcome ? outcome.merged : outcome.unlike
}

describe('an entry that is split', () => {
  const source = { from: 'toggl', key: 'x' }
  const whole = span(1, '09:00', '11:00', { note: 'Review', source })

  test('is two that say the same, and both came from where it came from', () => {
    expect(splitEntry(whole, { at: at('10:00') }, testId(2))).toEqual([
      { ...whole, end: at('10:00') },
      span(2, '10:00', '11:00', { note: 'Review', source }),
    ])
    expect(splitEntry(whole, { seconds: 1800 }, testId(2))?.[1]).toMatchObject({ start: at('09:30'), end: at('11:00') })
  })

  test('runs on in the second', () => {
    expect(
      splitEntry(span(1, '09:00', null), { at: at('10:00') }, testId(2))?.map((part) => 'end' in part && part.end),
    ).toEqual([at('10:00'), null])
  })

  test('and put together again, says once where it came from', () => {
    const parts = splitEntry(whole, { at: at('10:00') }, testId(2)) ?? []
    expect(merged(...parts)).toEqual(whole)
  })

  test('is cut inside, not at an end', () => {
    for (const time of ['08:59', '09:00', '11:00', '11:01'])
      expect(splitEntry(whole, { at: at(time) }, testId(2))).toBeNull()
    expect(splitEntry(whole, { at: at('10:59') }, testId(2))).not.toBeNull()
  })

  test('by its seconds where it has no hours', () => {
    const day = amount(1, '2026-03-10', 3600, { source })
    const parts = splitEntry(day, { seconds: 600 }, testId(2))
    expect(parts).toEqual([{ ...day, seconds: 600 }, amount(2, '2026-03-10', 3000, { source })])
    for (const seconds of [-1, 0, 3600, 3601]) expect(splitEntry(day, { seconds }, testId(2))).toBeNull()
    expect(splitEntry(day, { seconds: 3599 }, testId(2))).not.toBeNull()
    expect(splitEntry(day, { at: at('10:00') }, testId(2))).toBeNull()
  })
})

describe('entries that become one', () => {
  test('begin with the first and last what was worked by the clock', () => {
    const entries = [
      span(2, '10:30', '11:30', { tags: ['b', 'a'], note: 'Two' }),
      span(1, '09:00', '10:00', { tags: ['a'], note: 'One' }),
    ]
    expect(merged(...entries)).toEqual(span(1, '09:00', '11:00', { tags: ['a', 'b'], note: 'One; Two' }))
    expect(merged(span(1, '09:00', '10:00'), span(2, '09:30', '10:30'))).toMatchObject({
      start: at('09:00'),
      end: at('10:30'),
    })
  })

  test('say each note once, and none that is empty', () => {
    const notes = ['Call', '', 'Call', 'Review'].map((note, index) =>
      span(index + 1, `1${index}:00`, `1${index}:30`, { note }),
    )
    expect(merged(...notes)).toMatchObject({ note: 'Call; Review' })
  })

  test('are of one day where they have no hours', () => {
    expect(merged(amount(1, '2026-03-10', 600), amount(2, '2026-03-10', 900))).toEqual(amount(1, '2026-03-10', 1500))
    expect(merged(amount(1, '2026-03-10', 600), amount(2, '2026-03-11', 900))).toBe('times')
    expect(merged(span(1, '09:00', '10:00'), amount(2, '2026-03-10', 900))).toBe('times')
  })

  test('leave each day what it has, or stay apart', () => {
    const on = (index: number, from: string, to: string) =>
      spanEntrySchema.parse({ id: testId(index), engagementId: null, start: instant(from), end: instant(to) })
    const evening = on(1, '2026-10-19T08:00:00Z', '2026-10-19T18:00:00Z')
    expect(merged(evening, on(2, '2026-11-25T08:00:00Z', '2026-11-25T18:00:00Z'))).toBe('days')
    expect(merged(evening, on(2, '2026-10-20T08:00:00Z', '2026-10-20T08:00:01Z'))).toBe('days')
    const late = on(1, '2026-10-31T22:00:00Z', '2026-10-31T23:50:00Z')
    expect(merged(late, on(2, '2026-10-31T23:55:00Z', '2026-11-01T01:00:00Z'))).toBe('days')
    expect(merged(late, on(2, '2026-10-31T23:50:00Z', '2026-11-01T01:00:00Z'))).toMatchObject({
      end: '2026-11-01T01:00:00Z',
    })
    const rome = mergeEntries([late, on(2, '2026-10-31T23:55:00Z', '2026-11-01T01:00:00Z')], ROME)
    expect(rome).toMatchObject({ merged: { end: '2026-11-01T00:55:00Z' } })
  })

  test('have all ended', () => expect(merged(span(1, '09:00', null), span(2, '08:00', '08:30'))).toBe('times'))
  test('are some', () => expect(merged()).toBe('times'))

  test.each([
    ['work', { engagementId: testId(9) }],
    ['billing', { billable: false }],
    ['perk', { perkId: 'review' }],
    ['task', { task: 'Design' }],
  ])('are of the same %s', (_what, other) => {
    expect(merged(span(1, '09:00', '10:00'), span(2, '10:00', '11:00', other))).toBe('work')
    expect(merged(span(1, '09:00', '10:00', other), span(2, '10:00', '11:00', other))).toMatchObject({
      ...other,
      end: at('11:00'),
    })
  })
})

test('worked by the clock is each second once', () => {
  const spans = [
    span(1, '09:00', '10:00'),
    span(2, '09:15', '09:30'),
    span(3, '09:45', '10:30'),
    span(4, '11:00', '11:10'),
  ]
  expect(workedByClock(spans.toReversed())).toBe(100 * 60)
  expect(workedByClock([])).toBe(0)
  expect(workedByClock([span(1, '09:00', '10:00'), span(2, '09:30', null)])).toBeNull()
})

describe('a copy', () => {
  const entry = { ...span(1, '09:00', '10:00'), end: at('10:00') }
  const placed = (now: string, ...others: ReturnType<typeof span>[]) => {
    const { start, end } = placeForCopy(entry, others, at(now))
    return `${start.slice(11, 16)}-${end.slice(11, 16)}`
  }

  test('goes right after, where that time is free and has come to pass', () => {
    expect(placed('11:00')).toBe('10:00-11:00')
    expect(placed('11:00', span(2, '11:00', '12:00'), span(3, '09:30', '10:00'))).toBe('10:00-11:00')
  })

  test('else right before', () => {
    expect(placed('10:59')).toBe('08:00-09:00')
    expect(placed('12:00', span(2, '10:59', '11:30'))).toBe('08:00-09:00')
    expect(placed('12:00', span(2, '10:30', null), span(3, '07:00', '08:00'))).toBe('08:00-09:00')
  })

  test('else on the same hours', () => {
    expect(placed('10:59', span(2, '07:00', '08:01'))).toBe('09:00-10:00')
    expect(placed('12:00', span(2, '08:30', null))).toBe('09:00-10:00')
  })
})
