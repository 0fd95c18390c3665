import { describe, expect, test } from 'vitest'
import { attention } from '#shared/domain/attention.ts'
import type { Book } from '#shared/domain/book.ts'
import { day } from '#shared/kernel/day.ts'
import { minor, seconds } from '#shared/kernel/units.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { made } from '#shared/model/change.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import type { TimeEntry } from '#shared/model/entry.ts'
import { agreement } from '#tests/support/agreements.ts'
import { bookOf, clientNamed, hourlyFor, newId, retainerFor } from '#tests/support/books.ts'

const halden = clientNamed('Halden')
const on = (terms: Partial<Agreement>, more: Partial<Retainer> = {}): Retainer => ({
  ...(retainerFor(halden, '') as Retainer),
  agreement: agreement(terms),
  ...more,
})
const work = (engagementId: Retainer['id'], when: string, hours: number) =>
  made('entries', {
    id: newId(),
    engagementId,
    note: '',
    tags: [],
    billable: true,
    day: day(when),
    seconds: seconds(hours * 3600),
  } satisfies TimeEntry)
const allOn = (book: Book, today: string) => attention(book, `${today}T12:00:00Z` as Instant)
/** But for the month that is over, which waits to be closed in most of these books. */
const kindsOn = (book: Book, today: string) =>
  allOn(book, today).flatMap(({ kind }) => (kind === 'month' ? [] : [kind]))
const open = { term: { periods: 12, atEnd: 'open' as const } }

describe('the hours of a retainer', () => {
  const kinds = (hours: number, today: string, terms: Partial<Agreement> = open, more: Partial<Retainer> = {}) => {
    const retainer = on(terms, more)
    return kindsOn(
      bookOf(made('clients', halden), made('engagements', retainer), work(retainer.id, '2026-04-02', hours)),
      today,
    )
  }

  // 10 hours are granted; 8 are the first alert's share. April has 30 days.
  test.each([
    [7.5, '2026-04-10', []],
    [8, '2026-04-10', ['runsOut']],
    [8, '2026-04-23', ['runsOut']],
    // By now the calendar is as far as the hours are: they will do.
    [8, '2026-04-24', []],
    [10, '2026-04-10', ['runsOut']],
    [10.5, '2026-04-30', ['over']],
  ] as const)('%s of ten on %s', (hours, today, expected) => {
    expect(kinds(hours, today)).toEqual(expected)
  })

  test('are told at the lowest share that the user sets, at the latest when they are used up', () => {
    expect(kinds(5, '2026-04-10', { ...open, alerts: [90, 50] })).toEqual(['runsOut'])
    expect(kinds(9.9, '2026-04-10', { ...open, alerts: [150] })).toEqual([])
    expect(kinds(10, '2026-04-10', { ...open, alerts: [] })).toEqual(['runsOut'])
  })

  test('are not told of one that is not signed, archived, or not begun', () => {
    for (const status of ['draft', 'proposed', 'ended', 'declined'] as const)
      expect(kinds(12, '2026-04-10', open, { status })).toEqual([])
    expect(kinds(12, '2026-04-10', open, { archived: true })).toEqual([])
    expect(kinds(12, '2025-12-10')).toEqual([])
  })
})

test('deliverables that were handed over ahead of the calendar ask for nothing, until there are too many', () => {
  const retainer = on({
    ...open,
    basis: 'deliverables',
    versions: [{ from: day('2026-01-01'), fee: minor(1), included: 4 }],
  })
  const delivered = (units: number) =>
    made('deliveries', { id: newId(), engagementId: retainer.id, day: day('2026-04-02'), units, note: '' })
  const kinds = (units: number) =>
    kindsOn(bookOf(made('clients', halden), made('engagements', retainer), delivered(units)), '2026-04-10')
  expect([3, 4, 5].map(kinds)).toEqual([[], [], ['over']])
})

describe('the end of a term', () => {
  // Twelve months to 31 December 2026: notice by 1 December, a word of it from 1 November on.
  test.each([
    ['ends', '2026-10-31', []],
    ['ends', '2026-11-01', ['ends']],
    ['ends', '2026-12-31', ['ends']],
    ['ends', '2027-01-01', []],
    ['renews', '2026-10-31', []],
    ['renews', '2026-11-01', ['notice']],
    ['renews', '2026-12-01', ['notice']],
    ['renews', '2026-12-02', []],
    ['open', '2026-12-01', []],
  ] as const)('of one that %s, on %s', (atEnd, today, expected) => {
    const retainer = on({ term: { periods: 12, atEnd }, noticeDays: 30 })
    expect(kindsOn(bookOf(made('clients', halden), made('engagements', retainer)), today)).toEqual(expected)
  })

  test('is nothing to talk about once the next term is signed', () => {
    const retainer = on({ term: { periods: 12, atEnd: 'ends' }, noticeDays: 30 })
    const next = (status: Retainer['status']) => on({ startsOn: day('2027-01-01') }, { status, follows: retainer.id })
    const kinds = (status: Retainer['status']) =>
      kindsOn(
        bookOf(made('clients', halden), made('engagements', retainer), made('engagements', next(status))),
        '2026-11-20',
      )
    expect(kinds('active')).toEqual([])
    expect(kinds('proposed')).toEqual(['ends'])
    expect(kinds('declined')).toEqual(['ends'])
  })

  test('names the days', () => {
    const retainer = on({ term: { periods: 12, atEnd: 'ends' }, noticeDays: 30 })
    const book = bookOf(made('clients', halden), made('engagements', retainer))
    expect(allOn(book, '2026-11-20')).toMatchObject([
      { kind: 'ends', retainer: { id: retainer.id }, term: { lastDay: '2026-12-31', noticeBy: '2026-12-01' } },
      { kind: 'month', toClose: { month: '2026-10', open: 1, unsent: 0 } },
    ])
  })
})

describe('a client who works by the hour like one on retainer', () => {
  const months = ['2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04']
  const hourly = hourlyFor(halden, '')
  const regular = months.map((month) => work(hourly.id, `${month}-10`, 8))
  const kinds = (client = halden, ...more: Parameters<typeof bookOf>) =>
    kindsOn(bookOf(made('clients', client), made('engagements', hourly), ...regular, ...more), '2026-05-12')

  test('is ready', () => expect(kinds()).toEqual(['ready']))
  test('is not when archived', () => expect(kinds({ ...halden, archived: true })).toEqual([]))
  test('is not while on retainer, be it one that is to begin', () => {
    expect(kinds(halden, made('engagements', on(open)))).toEqual([])
    expect(kinds(halden, made('engagements', on({ ...open, startsOn: day('2026-06-01') })))).toEqual([])
  })
  test('is when the retainer is over, a draft or declined', () => {
    const over = on({ term: { periods: 2, atEnd: 'ends' } })
    expect(kinds(halden, made('engagements', over))).toEqual(['ready'])
    for (const status of ['draft', 'declined'] as const)
      expect(kinds(halden, made('engagements', on(open, { status })))).toEqual(['ready'])
  })
  test('is asked already by a proposal', () => {
    expect(kinds(halden, made('engagements', on(open, { status: 'proposed' })))).toEqual([])
    expect(kinds(halden, made('engagements', on(open, { status: 'proposed', archived: true })))).toEqual(['ready'])
  })
  test('is not for somebody else’s hours, nor for those on a retainer', () => {
    const other = clientNamed('Acme')
    expect(kinds(halden, made('clients', other))).toEqual(['ready'])
    const over = on({ term: { periods: 6, atEnd: 'ends' }, startsOn: day('2025-11-01') })
    const onIt = months.map((month) => work(over.id, `${month}-10`, 8))
    expect(kindsOn(bookOf(made('clients', halden), made('engagements', over), ...onIt), '2026-05-12')).toEqual([])
  })
})

test('the most urgent comes first: what is over, what runs out, what ends, the month, who is ready', () => {
  const [over, near, ending] = [
    on({ term: { periods: 12, atEnd: 'ends' } }),
    on({ ...open }),
    on({ term: { periods: 12, atEnd: 'ends' } }),
  ]
  const acme = clientNamed('Acme')
  const hourly = hourlyFor(acme, '')
  const months = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11']
  const book = bookOf(
    ...[halden, acme].map((client) => made('clients', client)),
    ...[ending, near, over, hourly].map((engagement) => made('engagements', engagement)),
    ...months.map((month) => work(hourly.id, `${month}-10`, 8)),
    work(over.id, '2026-12-01', 11),
    work(near.id, '2026-12-01', 9),
  )
  const kinds = allOn(book, '2026-12-02').map(({ kind }) => kind)
  expect(kinds).toEqual(['over', 'runsOut', 'ends', 'ends', 'month', 'ready'])
})

test('within a kind the worst comes first, or what is due first', () => {
  const ends = { periods: 12, atEnd: 'ends' } as const
  const [bit, much, half, nearly] = [on(open), on(open), on({ ...open, alerts: [50] }), on(open)]
  const late = on({ term: ends, noticeDays: 20 })
  // Nobody can say no any more: its last day is what is next.
  const past = on({ term: { periods: 12, atEnd: 'ends' }, noticeDays: 60 })
  const soon = on({ term: { periods: 12, atEnd: 'renews' }, noticeDays: 25 })
  const book = bookOf(
    made('clients', halden),
    ...[bit, much, half, nearly, past, late, soon].map((each) => made('engagements', each)),
    work(bit.id, '2026-12-01', 11),
    work(much.id, '2026-12-01', 14),
    work(half.id, '2026-12-01', 6),
    work(nearly.id, '2026-12-01', 9),
  )
  const ids = allOn(book, '2026-12-02').map((item) => ('retainer' in item ? item.retainer.id : item.kind))
  expect(ids).toEqual([much.id, bit.id, nearly.id, half.id, soon.id, late.id, past.id, 'month'])
})

test('nobody is nagged about a client who was put away', () => {
  const away = { ...halden, archived: true }
  const retainer = on({ term: { periods: 12, atEnd: 'ends' } })
  const book = bookOf(made('clients', away), made('engagements', retainer), work(retainer.id, '2026-12-01', 11))
  expect(allOn(book, '2026-12-02')).toEqual([])
})
