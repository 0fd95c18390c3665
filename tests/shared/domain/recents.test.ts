import { describe, expect, test } from 'vitest'
import { recentWork } from '#shared/domain/recent-work.ts'
import { lastEntry, lastStopped, recentEngagements, usedTags } from '#shared/domain/recents.ts'
import type { Book } from '#shared/domain/book.ts'
import { day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { made } from '#shared/model/change.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { idAt } from '#shared/sample/ids.ts'
import { instant } from '#tests/support/agreements.ts'
import { bookOf, clientNamed, hourlyFor, newId, retainerFor } from '#tests/support/books.ts'

const client = clientNamed('Halden')
const [site, shop, shelf] = [hourlyFor(client, 'Site'), hourlyFor(client, 'Shop'), hourlyFor(client, 'Shelf')]
const span = (engagementId: Id | null, start: string, end: string | null, note = '') =>
  made('entries', entrySchema.parse({ id: newId(), engagementId, note, start, end }))
const amount = (engagementId: Id | null, on: string, note = '') =>
  made('entries', entrySchema.parse({ id: newId(), engagementId, note, day: on, seconds: 60 }))
const namesIn = (book: Book, today = '2026-03-31') => recentEngagements(book, day(today)).map(({ name }) => name)
const records = [made('clients', client), ...[site, shop, shelf].map((each) => made('engagements', each))]

describe('what can be worked on', () => {
  test('comes by its last use, the running one first, what was never used as it was made', () => {
    expect(namesIn(bookOf(...records))).toEqual(['Site', 'Shop', 'Shelf'])
    const used = [
      span(shop.id, '2026-03-10T08:00:00Z', '2026-03-10T12:00:00Z'),
      span(shelf.id, '2026-03-10T09:00:00Z', '2026-03-10T11:00:00Z'),
      span(shop.id, '2026-03-02T08:00:00Z', '2026-03-02T12:00:00Z'),
      span(null, '2026-03-12T08:00:00Z', '2026-03-12T12:00:00Z'),
    ]
    expect(namesIn(bookOf(...records, ...used))).toEqual(['Shop', 'Shelf', 'Site'])
    expect(namesIn(bookOf(...records, ...used, amount(site.id, '2026-03-11')))).toEqual(['Site', 'Shop', 'Shelf'])
    const running = span(shelf.id, '2026-03-01T09:00:00Z', null)
    expect(namesIn(bookOf(...records, running, ...used))).toEqual(['Shelf', 'Shop', 'Site'])
  })

  test('is neither put away itself nor its client', () => {
    const away = clientNamed('Obel', { archived: true })
    const book = bookOf(
      ...records.slice(0, 2),
      made('engagements', hourlyFor(client, 'Attic', true)),
      made('clients', away),
      made('engagements', hourlyFor(away, 'Boat')),
      made('engagements', hourlyFor(clientNamed('Lost in a damaged file'), 'Ship')),
    )
    expect(namesIn(book)).toEqual(['Site', 'Ship'])
  })

  test('is a retainer up to the last day of its term, whatever its status still says', () => {
    const open = retainerFor(client, 'Advice') as Retainer
    const ending: Retainer = { ...open, agreement: { ...open.agreement, term: { periods: 3, atEnd: 'ends' } } }
    const book = bookOf(made('clients', client), made('engagements', ending), made('engagements', site))
    expect(namesIn(book)).toEqual(['Advice', 'Site'])
    expect(namesIn(book, '2026-04-01')).toEqual(['Site'])
  })
})

test('the last entry is the one that was worked on last: the running one, else the one that ended last', () => {
  const early = span(site.id, '2026-03-10T08:00:00Z', '2026-03-10T12:00:00Z')
  const late = span(null, '2026-03-10T09:00:00Z', '2026-03-10T13:00:00Z')
  const running = span(shop.id, '2026-03-01T09:00:00Z', null)
  expect(lastEntry(bookOf())).toBeNull()
  expect(lastEntry(bookOf(early, late))?.id).toBe(late.id)
  expect(lastEntry(bookOf(late, early))?.id).toBe(late.id)
  expect(lastEntry(bookOf(running, late, early))?.id).toBe(running.id)
})

test('what is put away is not gone on with', () => {
  const away = hourlyFor(client, 'Attic', true)
  const work = [...records, made('engagements', away)]
  const before = span(site.id, '2026-03-10T08:00:00Z', '2026-03-10T12:00:00Z')
  const last = span(away.id, '2026-03-10T12:00:00Z', '2026-03-10T13:00:00Z')
  expect(lastEntry(bookOf(...work, before, last))?.id).toBe(before.id)
  expect(lastStopped(bookOf(...work, before, last), null)).toBeNull()
})

describe('a stop that can be taken back', () => {
  /** Made, as its id says, at one moment; worked from 8 to another. */
  const entryMadeAt = (moment: string, end: string | null) => {
    const id = idAt(instant(moment), 'entry')
    return made('entries', entrySchema.parse({ id, engagementId: site.id, start: '2026-03-10T08:00:00Z', end }))
  }
  const timed = (end: string | null) => entryMadeAt('2026-03-10T08:00:00Z', end)

  test('is the timer’s, and the last', () => {
    const stopped = timed('2026-03-10T12:00:00Z')
    expect(lastStopped(bookOf(...records, stopped), null)).toMatchObject({
      id: stopped.id,
      end: '2026-03-10T12:00:00Z',
    })
    expect(lastStopped(bookOf(...records, stopped, amount(shop.id, '2026-03-11')), null)).toBeNull()
    expect(lastStopped(bookOf(...records, timed(null)), null)).toBeNull()
    expect(lastStopped(bookOf(), null)).toBeNull()
  })

  test('is not that of an entry that was written down after its end', () => {
    const written = entryMadeAt('2026-03-10T12:00:00Z', '2026-03-10T12:00:00Z')
    expect(lastStopped(bookOf(...records, written), written.id)).not.toBeNull()
    expect(lastStopped(bookOf(...records, written), null)).toBeNull()
    expect(
      lastStopped(bookOf(...records, entryMadeAt('2026-03-10T11:59:59Z', '2026-03-10T12:00:00Z')), null),
    ).not.toBeNull()
  })
})

test('tags are told by how often they are used, then by name', () => {
  const tagged = (...tags: string[]) =>
    made('entries', entrySchema.parse({ id: newId(), engagementId: null, day: '2026-03-11', seconds: 60, tags }))
  expect(usedTags(bookOf(tagged('b', 'c'), tagged('a', 'c'), tagged()))).toEqual(['c', 'a', 'b'])
})

describe('notes to choose from', () => {
  const notesIn = (book: Book) => recentWork(book).map(({ engagementId, note }) => [engagementId, note])

  test('are each there once for the work that it is on, the last written first', () => {
    const again = span(site.id, '2026-03-12T08:00:00Z', '2026-03-12T09:00:00Z', 'Call')
    const book = bookOf(
      span(site.id, '2026-03-10T08:00:00Z', null, 'Call'),
      again,
      span(site.id, '2026-03-01T08:00:00Z', '2026-03-01T09:00:00Z', 'Call'),
      span(null, '2026-03-11T08:00:00Z', '2026-03-11T09:00:00Z', 'Call'),
      span(site.id, '2026-03-13T08:00:00Z', '2026-03-13T09:00:00Z'),
      amount(shop.id, '2026-03-13', 'Review'),
    )
    expect(notesIn(book)).toEqual([
      [shop.id, 'Review'],
      [site.id, 'Call'],
      [null, 'Call'],
    ])
    expect(recentWork(book)[1]?.entry.id).toBe(again.id)
  })

  test('are two hundred at most', () => {
    const many = Array.from({ length: 205 }, (_, index) => amount(null, '2026-03-13', `Note ${index}`))
    expect(recentWork(bookOf(...many))).toHaveLength(200)
  })
})
