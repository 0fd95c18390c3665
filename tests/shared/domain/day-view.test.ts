import { expect, test } from 'vitest'
import { byClient, dayView, entriesOn, minuteSteps, type DayView } from '#shared/domain/day-view.ts'
import { day } from '#shared/kernel/day.ts'
import { wallClock, type Instant, type Zone } from '#shared/kernel/instant.ts'
import type { Id } from '#shared/kernel/id.ts'
import { entrySchema, type TimeEntry } from '#shared/model/entry.ts'
import { newId } from '#tests/support/books.ts'

const rome = 'Europe/Rome' as Zone
const thursday = day('2026-10-22')
const noon = '2026-10-22T10:00:00Z' as Instant

/** An entry on Roman clocks in summer time (two hours ahead): `from` and `to` as `22T09:30`, October 2026. */
const work = (from: string, to: string | null, engagementId: Id | null = null): TimeEntry =>
  entrySchema.parse({ id: newId(), engagementId, start: utc(from), end: to && utc(to) })
const utc = (text: string): string => {
  const ms = Date.parse(`2026-10-${text}:00+02:00`)
  return new Date(ms).toISOString().replace('.000', '')
}
const amount = (on: string, seconds: number): TimeEntry =>
  entrySchema.parse({ id: newId(), engagementId: null, day: on, seconds })

const viewOf = (entries: TimeEntry[], on = thursday, now = '2026-10-30T00:00:00Z' as Instant): DayView =>
  dayView(entriesOn(entries, on, rome), on, rome, now)

const clock = (instant: Instant): string => {
  const { second } = wallClock(instant, rome)
  return `${Math.floor(second / 3600)}:${String(Math.floor((second % 3600) / 60)).padStart(2, '0')}`
}
/** The view as one reads it, minutes as figures: `8:40-10:10 90`, `gap 11:25-12:05 40`, `45 twice 30`. */
function print({ rows, entered, twice, worked }: DayView): string[] {
  const lines = rows.map((row) => {
    if (row.kind === 'gap') return `gap ${clock(row.from)}-${clock(row.to)} ${row.seconds / 60}`
    const flags = [row.isContinued && 'from before', row.goesOn && 'goes on', row.isRunning && 'running']
    const span = row.span ? `${clock(row.span.from)}-${clock(row.span.to)} ` : ''
    return [`${span}${row.seconds / 60}`, row.twice > 0 && `twice ${row.twice / 60}`, ...flags]
      .filter(Boolean)
      .join(' ')
  })
  return [...lines, `${entered / 60} - ${twice / 60} = ${worked / 60}`]
}

test('entries stand by the clock whatever their order, with the gaps of more than five minutes, and amounts last', () => {
  const entries = [
    amount('2026-10-22', 1800),
    work('22T12:05', '22T12:50'),
    work('22T08:40', '22T10:10'),
    work('22T10:15', '22T11:25'),
    amount('2026-10-21', 999),
  ]
  expect(print(viewOf(entries))).toEqual([
    '8:40-10:10 90',
    '10:15-11:25 70',
    'gap 11:25-12:05 40',
    '12:05-12:50 45',
    '30',
    '235 - 0 = 235',
  ])
})

test('a second that lies in three entries is worked once; the rows’ shares add up to what counts twice', () => {
  const entries = [
    work('22T13:40', '22T15:30'),
    work('22T14:00', '22T14:30'),
    work('22T14:20', '22T15:45'),
    work('22T15:45', '22T16:00'),
  ]
  expect(print(viewOf(entries))).toEqual([
    '13:40-15:30 110',
    '14:00-14:30 30 twice 30',
    '14:20-15:45 85 twice 70',
    '15:45-16:00 15',
    '240 - 100 = 140',
  ])
})

test('a gap is measured from the last end, not from the row above', () => {
  const entries = [work('22T09:00', '22T12:00'), work('22T10:00', '22T10:30'), work('22T12:20', '22T13:00')]
  expect(print(viewOf(entries))).toContain('gap 12:00-12:20 20')
  expect(print(viewOf(entries)).filter((line) => line.startsWith('gap'))).toHaveLength(1)
})

test('an entry over midnight is in both days by its part, and the parts add up', () => {
  const night = [work('22T23:00', '23T00:30')]
  expect(print(viewOf(night))).toEqual(['23:00-0:00 60 goes on', '60 - 0 = 60'])
  expect(print(viewOf(night, day('2026-10-23')))).toEqual(['0:00-0:30 30 from before', '30 - 0 = 30'])
  expect(viewOf(night, day('2026-10-24')).rows).toEqual([])
  expect(viewOf([work('22T22:00', '23T00:00')], day('2026-10-23')).rows).toEqual([])
})

test('the night in which the clocks go back has 25 hours, and each day its own', () => {
  const on = day('2026-10-25')
  const long = entrySchema.parse({
    id: newId(),
    engagementId: null,
    start: '2026-10-24T21:30:00Z', // 23:30 on Saturday
    end: '2026-10-25T23:30:00Z', // 0:30 on Monday, after the change
  })
  const parts = [day('2026-10-24'), on, day('2026-10-26')].map((each) => viewOf([long], each).worked / 3600)
  expect(parts).toEqual([0.5, 25, 0.5])
})

test('the timer counts up to now, stands at its place from its first second, and is no part of days to come', () => {
  const entries = [work('22T11:00', null), work('22T13:00', '22T14:00'), work('22T09:00', '22T10:58')]
  expect(print(viewOf(entries, thursday, noon))).toEqual([
    '9:00-10:58 118',
    '11:00-12:00 60 running',
    'gap 12:00-13:00 60',
    '13:00-14:00 60',
    '238 - 0 = 238',
  ])
  const just = [work('22T12:00', null)]
  expect(print(viewOf(just, thursday, noon))).toEqual(['12:00-12:00 0 running', '0 - 0 = 0'])
  // The clock was set back after the start: nothing is taken away.
  expect(viewOf([work('22T12:30', null)], thursday, noon).entered).toBe(0)
  expect(viewOf(just, day('2026-10-23'), noon).rows).toEqual([])
  const overnight = '2026-10-22T22:40:00Z' as Instant
  expect(print(viewOf([work('22T23:00', null)], thursday, overnight))[0]).toBe('23:00-0:00 60 goes on running')
  expect(print(viewOf([work('22T23:00', null)], day('2026-10-23'), overnight))[0]).toBe(
    '0:00-0:40 40 from before running',
  )
})

test('clients come by what they had of the day; own work has its place among them', () => {
  const [halden, obel] = [newId(), newId()]
  const view = viewOf([
    work('22T09:00', '22T10:00', halden),
    work('22T10:00', '22T10:30', null),
    work('22T11:00', '22T12:00', obel),
    work('22T12:00', '22T12:30', halden),
  ])
  expect(byClient(view, (entry) => entry.engagementId)).toEqual([
    [halden, 5400],
    [obel, 3600],
    [null, 1800],
  ])
})

test('the entries of a day are those that may have a part in it, and no others', () => {
  const inDay = [
    work('21T23:00', '22T00:01'),
    work('22T00:00', '22T00:30'),
    work('22T23:59', '23T01:00'),
    work('20T10:00', null),
    amount('2026-10-22', 60),
  ]
  const others = [
    work('21T23:00', '22T00:00'),
    work('23T00:00', '23T01:00'),
    work('23T09:00', null),
    amount('2026-10-21', 60),
    amount('2026-10-23', 60),
  ]
  expect(entriesOn([...others, ...inDay], thursday, rome)).toEqual(inDay)
  // The view leaves out what is of another day by itself.
  expect(dayView([...others, ...inDay], thursday, rome, noon)).toEqual(viewOf(inDay, thursday, noon))
})

test('an entry that touches midnight neither came from before nor goes on', () => {
  expect(print(viewOf([work('22T00:00', '22T01:00'), work('22T23:00', '23T00:00')]))).toEqual([
    '0:00-1:00 60',
    'gap 1:00-23:00 1320',
    '23:00-0:00 60',
    '120 - 0 = 120',
  ])
})

test('of those that begin together the shorter stands first, and of two alike the one that was made first', () => {
  const [longer, shorter, twin] = [
    work('22T09:00', '22T11:00'),
    work('22T09:00', '22T10:00'),
    work('22T09:00', '22T10:00'),
  ]
  const ids = viewOf([twin, longer, shorter]).rows.flatMap((row) => (row.kind === 'part' ? [row.entry.id] : []))
  expect(ids).toEqual([shorter.id, twin.id, longer.id])
})

test('whole minutes add up to the minutes of the sum', () => {
  expect(minuteSteps([90, 90, 30])).toEqual([60, 120, 0])
  expect(minuteSteps([59, 59, 59])).toEqual([0, 60, 60])
  expect(minuteSteps([3600, 60])).toEqual([3600, 60])
  expect(minuteSteps([])).toEqual([])
})
