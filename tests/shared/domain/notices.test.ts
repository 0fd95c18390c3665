import { describe, expect, test } from 'vitest'
import { alertNotices, dayEndNotice, longNotice } from '#shared/domain/notices.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { made, replaced, type Edit } from '#shared/model/change.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { preferencesOf, applyToBook } from '#shared/domain/book.ts'
import { day } from '#shared/kernel/day.ts'
import { bookOf, clientNamed, hourlyFor, newId, retainerFor } from '#tests/support/books.ts'

const HOUR = 3600
const client = clientNamed('Halden')
/** 10 hours a month from January on; told at 80 % and 100 %. */
const retainer = retainerFor(client, '') as Retainer
const hours = (engagementId: string, count: number) =>
  made('entries', entrySchema.parse({ id: newId(), engagementId, day: '2026-03-10', seconds: count * HOUR }))
/** London in winter: on its clocks. */
const span = (from: string, to: string | null, on = '2026-03-17') =>
  made(
    'entries',
    entrySchema.parse({
      id: newId(),
      engagementId: null,
      start: `${on}T${from}:00Z`,
      end: to === null ? null : `${on}T${to}:00Z`,
    }),
  )
const at = (time: string, on = '2026-03-17') => `${on}T${time}:00Z` as Instant

describe('a share of a retainer’s time', () => {
  const told = (of: Retainer, worked: number) =>
    alertNotices(bookOf(made('clients', client), made('engagements', of), hours(of.id, worked)), at('12:00'))

  test('is told with all that are told by it, the largest first of all', () => {
    expect(told(retainer, 7.9)).toEqual([])
    expect(told(retainer, 8)).toMatchObject([{ kind: 'alert', retainer: { id: retainer.id }, share: 80, shares: [80] }])
    expect(told(retainer, 11)).toMatchObject([{ share: 100, shares: [80, 100] }])
    expect(told(retainer, 11)[0]?.standing.row.used).toBe(11 * HOUR)
  })

  test('is told of what is under way alone', () => {
    expect(told({ ...retainer, status: 'proposed' }, 11)).toEqual([])
    expect(told({ ...retainer, archived: true }, 11)).toEqual([])
    const hourly = hourlyFor(client, 'Site')
    expect(alertNotices(bookOf(made('clients', client), made('engagements', hourly)), at('12:00'))).toEqual([])
    const ended: Retainer = { ...retainer, agreement: { ...retainer.agreement, endsOn: day('2026-02-28') } }
    expect(told(ended, 11)).toEqual([])
  })
})

test('a timer that is long is told with how long it has run', () => {
  const book = bookOf(span('08:00', null))
  expect(longNotice(book, at('11:59'), 4 * HOUR)).toBeNull()
  expect(longNotice(book, at('12:00'), 4 * HOUR)).toEqual({ kind: 'long', entry: book.running, seconds: 4 * HOUR })
  expect(longNotice(book, at('12:00'), null)).toBeNull()
  expect(longNotice(bookOf(), at('12:00'), 0)).toBeNull()
})

describe('the end of a working day', () => {
  const morning = [span('08:00', '10:00'), span('10:30', '12:00'), span('12:10', '17:00')]
  const noticeAt = (
    time: string,
    edits: readonly Edit[] = morning,
    on = '2026-03-17',
    end: number | null = 18 * HOUR,
  ) => dayEndNotice(bookOf(...edits), at(time, on), end)

  test('tells what lies untracked between the first entry and the last', () => {
    expect(noticeAt('18:00')).toEqual({
      kind: 'dayEnd',
      day: '2026-03-17',
      seconds: 40 * 60,
      gaps: [
        { kind: 'gap', from: at('10:00'), to: at('10:30'), seconds: 30 * 60 },
        { kind: 'gap', from: at('12:00'), to: at('12:10'), seconds: 10 * 60 },
      ],
    })
  })

  test('from then on for two hours, and never where it is not wanted', () => {
    expect(noticeAt('17:59')).toBeNull()
    expect(noticeAt('19:59')).not.toBeNull()
    expect(noticeAt('20:00')).toBeNull()
    expect(noticeAt('18:00', morning, '2026-03-17', null)).toBeNull()
  })

  test('of a quarter of an hour or more', () => {
    expect(noticeAt('18:00', [span('08:00', '10:00'), span('10:15', '18:00')])?.seconds).toBe(15 * 60)
    expect(noticeAt('18:00', [span('08:00', '10:00'), span('10:14', '18:00')])).toBeNull()
  })

  test('tells what is missing after the last entry, while the usual hours are not reached', () => {
    const forgotten = noticeAt('18:30', [span('08:00', '12:00')])
    expect(forgotten).toMatchObject({ seconds: 6 * HOUR, gaps: [{ from: at('12:00'), to: at('18:00') }] })
    expect(noticeAt('18:00', [span('08:00', '16:00')])).toBeNull()
    expect(noticeAt('18:00', [span('08:00', '15:59')])).not.toBeNull()
    expect(noticeAt('18:00', [span('12:00', '17:46')])).toBeNull()
    expect(noticeAt('18:00', [span('12:00', null)])).toBeNull()
  })

  test('tells of a day without any time, to whoever has been tracking', () => {
    const before = span('08:00', '12:00', '2026-03-10')
    expect(noticeAt('18:00', [before])).toEqual({ kind: 'dayEnd', day: '2026-03-17', gaps: [], seconds: 8 * HOUR })
    expect(noticeAt('18:00', [span('08:00', '12:00', '2026-03-02')])).toBeNull()
    expect(noticeAt('18:00', [])).toBeNull()
    const amount = entrySchema.parse({ id: newId(), engagementId: null, day: '2026-03-17', seconds: HOUR })
    expect(noticeAt('18:00', [made('entries', amount)])).toBeNull()
  })

  test('is none of a day off', () => {
    const saturday = [span('08:00', '10:00', '2026-03-21'), span('11:00', '12:00', '2026-03-21')]
    expect(noticeAt('18:00', saturday, '2026-03-21')).toBeNull()
    const book = bookOf(...morning)
    const was = preferencesOf(book.workspace)
    const daysOff = [{ from: day('2026-03-17'), to: day('2026-03-17'), name: '', source: 'user' as const }]
    applyToBook(book, [replaced('preferences', was, { ...was, daysOff })])
    expect(dayEndNotice(book, at('18:00'), 18 * HOUR)).toBeNull()
  })
})
