import { describe, expect, test } from 'vitest'
import {
  checkTimes,
  dayOf,
  draftOf,
  emptyDraft,
  withNights,
  withTime,
  type EntryDraft,
  type Ground,
  type TimeField,
} from '#renderer/features/time/entry-draft.ts'
import { formatter } from '#shared/i18n/format.ts'
import { day } from '#shared/kernel/day.ts'
import { wallClock, type Instant, type Zone } from '#shared/kernel/instant.ts'
import { entrySchema, type TimeEntry } from '#shared/model/entry.ts'
import { newId } from '#tests/support/books.ts'

const zone = 'Europe/Rome' as Zone
const format = formatter('en')
const now = '2026-10-22T16:00:00Z' as Instant // 18:00 in Rome
const on = (text: string, original: TimeEntry | null = null): Ground => ({
  day: day(text),
  zone,
  now,
  original,
  format,
})
const thursday = on('2026-10-22')

const typed = (texts: readonly (readonly [TimeField, string])[], ground = thursday, from = emptyDraft): EntryDraft =>
  texts.reduce((draft, [field, text]) => withTime(draft, field, text, ground), from)
const times = ({ from, to, hours }: EntryDraft): string => `${from}|${to}|${hours}`

/** What would be kept, on the clocks of the zone; or what is wrong and where. */
function outcome(draft: EntryDraft, ground = thursday): string {
  const read = checkTimes(draft, ground)
  if (!read.ok) return `${read.field}: ${read.fault.code}`
  if (!('start' in read.when)) return `${read.when.day} ${format.hours(read.when.seconds)}`
  const clock = (instant: Instant): string => `${wallClock(instant, zone).day.slice(8)} ${format.time(instant, zone)}`
  return `${clock(read.when.start)} to ${clock(read.when.end)}`
}

test('any two of the three times make the third, and it is the third that follows when one of the two changes', () => {
  expect(
    times(
      typed([
        ['from', '9:30'],
        ['to', '11'],
      ]),
    ),
  ).toBe('9:30|11|1:30')
  expect(
    times(
      typed([
        ['hours', '1:30'],
        ['from', '930'],
      ]),
    ),
  ).toBe('930|11:00|1:30')
  expect(
    times(
      typed([
        ['to', '11'],
        ['hours', '90m'],
      ]),
    ),
  ).toBe('9:30|11|90m')
  expect(
    times(
      typed([
        ['from', '9:30'],
        ['to', '11'],
        ['hours', '2'],
      ]),
    ),
  ).toBe('9:30|11:30|2')
  expect(
    times(
      typed([
        ['from', '9:30'],
        ['to', '11'],
        ['hours', '2'],
        ['from', '8'],
      ]),
    ),
  ).toBe('8|10:00|2')
  expect(
    times(
      typed([
        ['hours', '1'],
        ['from', '9'],
        ['to', '12'],
      ]),
    ),
  ).toBe('9|12|3')
})

test('a time that cannot be read leaves nothing that follows from it, and the others as they are', () => {
  expect(
    times(
      typed([
        ['from', '9:30'],
        ['to', '11'],
        ['to', '25:00'],
      ]),
    ),
  ).toBe('9:30|25:00|')
  expect(
    times(
      typed([
        ['from', '9:30'],
        ['to', '11'],
        ['hours', 'x'],
      ]),
    ),
  ).toBe('9:30||x')
})

describe('what is wrong is said at its field', () => {
  test.each([
    [[], 'from: noTimes'],
    [[['from', '25:00']], 'from: noSuchHour'],
    [[['from', '9:75']], 'from: noSuchMinute'],
    [[['from', 'nine']], 'from: notTime'],
    [[['from', '9:30']], 'to: empty'],
    [[['to', '9:30']], 'from: empty'],
    [
      [
        ['from', '11'],
        ['to', '9:30'],
      ],
      'to: endBeforeStart',
    ],
    [
      [
        ['from', '11'],
        ['to', '11'],
      ],
      'to: endBeforeStart',
    ],
    [[['hours', 'long']], 'hours: notDuration'],
    [[['hours', '0']], 'hours: empty'],
    [[['hours', '130']], 'hours: moreThanDay'],
    [
      [
        ['to', '1:00'],
        ['hours', '2'],
      ],
      'hours: dayBefore',
    ],
    [
      [
        ['from', '18:30'],
        ['to', '19'],
      ],
      'from: inFuture',
    ],
    [
      [
        ['from', '17'],
        ['to', '18:01'],
      ],
      'to: inFuture',
    ],
  ] as [[TimeField, string][], string][])('%j: %s', (texts, expected) => expect(outcome(typed(texts))).toBe(expected))

  test('an amount on a day to come', () =>
    expect(outcome(typed([['hours', '1']]), on('2026-10-23'))).toBe('hours: inFuture'))

  test('a time that the clocks skip', () => {
    const spring = on('2026-03-29')
    expect(
      outcome(
        typed(
          [
            ['from', '2:30'],
            ['to', '4:00'],
          ],
          spring,
        ),
        spring,
      ),
    ).toBe('from: skipped')
  })
})

test('an end before its start may be meant for the next day, where that is a night’s work', () => {
  const wednesday = on('2026-10-21')
  const late = typed(
    [
      ['from', '23'],
      ['to', '0:30'],
    ],
    wednesday,
  )
  expect(checkTimes(late, wednesday)).toMatchObject({ fault: { code: 'endBeforeStart', nextDay: true } })
  const over = withNights(late, 1, wednesday)
  expect(times(over)).toBe('23|0:30|1:30')
  expect(outcome(over, wednesday)).toBe('21 23:00 to 22 0:30')
  expect(outcome(typed([['to', '23:45']], wednesday, over), wednesday)).toBe('21 23:00 to 21 23:45')
  const mistaken = typed(
    [
      ['from', '11'],
      ['to', '9:30'],
    ],
    wednesday,
  )
  expect(checkTimes(mistaken, wednesday)).toMatchObject({ fault: { nextDay: false } })
  // The day ends where the list says that it does; hours go over midnight by themselves.
  const end = typed(
    [
      ['from', '22'],
      ['to', '24:00'],
    ],
    wednesday,
  )
  expect(outcome(end, wednesday)).toBe('21 22:00 to 22 0:00')
  expect(outcome(typed([['to', '24']], wednesday, over), wednesday)).toBe('21 23:00 to 22 0:00')
  expect(
    outcome(
      typed(
        [
          ['from', '23'],
          ['hours', '2'],
        ],
        wednesday,
      ),
      wednesday,
    ),
  ).toBe('21 23:00 to 22 1:00')
})

test('hours are elapsed time: the night the clocks go back is an hour longer than they show', () => {
  const ground = { ...on('2026-10-25'), now: '2026-11-01T00:00:00Z' as Instant }
  expect(
    times(
      typed(
        [
          ['from', '1'],
          ['to', '4'],
        ],
        ground,
      ),
    ),
  ).toBe('1|4|4')
  expect(
    times(
      typed(
        [
          ['from', '1'],
          ['hours', '4'],
        ],
        ground,
      ),
    ),
  ).toBe('1|4:00|4')
})

describe('an entry that is changed', () => {
  const entry = entrySchema.parse({
    id: newId(),
    engagementId: null,
    start: '2026-10-20T21:10:18Z',
    end: '2026-10-20T22:29:41Z',
  })
  const ground = on('2026-10-20', entry)
  const draft = draftOf(entry, zone, format)

  test('begins with its own times, on the day on which it began', () => {
    expect(dayOf(entry, zone)).toBe('2026-10-20')
    expect(times(draft)).toBe('23:10|0:29|1:19')
    expect(draft.nights).toBe(1)
  })

  test('keeps its seconds where the text is as it was', () => {
    expect(checkTimes(draft, ground)).toEqual({
      ok: true,
      when: { start: '2026-10-20T21:10:18Z', end: '2026-10-20T22:29:41Z' },
    })
    const later = withTime(draft, 'to', '0:45', ground)
    expect(checkTimes(later, ground)).toMatchObject({
      when: { start: '2026-10-20T21:10:18Z', end: '2026-10-20T22:45:00Z' },
    })
    const there = withTime(later, 'to', '0:29', ground)
    expect(checkTimes(there, ground)).toMatchObject({ when: { end: '2026-10-20T22:29:41Z' } })
  })

  test('may be an amount, and may get its hours', () => {
    const amount = entrySchema.parse({ id: newId(), engagementId: null, day: '2026-10-22', seconds: 5400 })
    const [start, there] = [draftOf(amount, zone, format), on('2026-10-22', amount)]
    expect(outcome(start, there)).toBe('2026-10-22 1:30')
    expect(outcome(withTime(start, 'from', '9', there), there)).toBe('22 9:00 to 22 10:30')
  })
})
