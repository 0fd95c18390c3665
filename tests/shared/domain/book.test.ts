import { describe, expect, test } from 'vitest'
import {
  applyingToBook,
  applyToBook,
  countAll,
  daysOf,
  doneOf,
  emptyBook,
  movesDays,
  preferencesOf,
  roundingFor,
  roundingOn,
  roundingsOf,
} from '#shared/domain/book.ts'
import { day } from '#shared/kernel/day.ts'
import { made, removed, replaced, type Edit } from '#shared/model/change.ts'
import { closingSchema } from '#shared/model/closing.ts'
import { deliverySchema } from '#shared/model/delivery.ts'
import { hourlySchema, projectSchema, type Retainer } from '#shared/model/engagement.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { emptyWorkspace } from '#shared/model/workspace.ts'
import { agreement, daysFrom } from '#tests/support/agreements.ts'
import { bookOf, clientNamed, hourlyFor, newId, retainerFor, zone } from '#tests/support/books.ts'
import { closed } from '#tests/support/closings.ts'

const client = clientNamed('Halden')
const toQuarters = { mode: 'up', minutes: 15 } as const
const toTenths = { mode: 'nearest', minutes: 6 } as const
const hourly = hourlySchema.parse({ ...hourlyFor(client, 'Site'), rounding: toQuarters })
const retainer = retainerFor(client, 'Advice') as Retainer
const [first] = retainer.agreement.versions
const dated: Retainer = {
  ...retainer,
  agreement: {
    ...retainer.agreement,
    rounding: toTenths,
    versions: first ? [first, { ...first, from: day('2026-03-01'), rounding: toQuarters }] : [],
  },
}
const project = projectSchema.parse({ id: newId(), clientId: client.id, kind: 'project', name: 'Move', milestones: [] })
const minute = (engagementId: string | null, on = '2026-02-10') =>
  entrySchema.parse({ id: newId(), engagementId, day: on, seconds: 60 })
const running = (start = '2026-02-10T08:00:00Z') =>
  entrySchema.parse({ id: newId(), engagementId: null, start, end: null })
const delivered = (more: object = {}) =>
  deliverySchema.parse({ id: newId(), engagementId: retainer.id, day: '2026-02-10', units: 1, ...more })

describe('how an entry is rounded', () => {
  test('is what its engagement says: hourly work its own, a retainer as agreed, all else not at all', () => {
    expect(roundingOn(hourly, () => day('2026-02-10'))).toEqual(toQuarters)
    expect(roundingOn(project, () => day('2026-02-10'))).toEqual({ mode: 'none' })
    expect(roundingOn(undefined, () => day('2026-02-10'))).toEqual({ mode: 'none' })
    expect(roundingFor(minute(dated.id, '2026-02-28'), dated, zone)).toEqual(toTenths)
    expect(roundingFor(minute(dated.id, '2026-03-01'), dated, zone)).toEqual(toQuarters)
    const late = { ...running('2026-03-01T00:30:00Z'), end: '2026-03-01T01:00:00Z' }
    expect(roundingFor(entrySchema.parse(late), dated, zone)).toEqual(toQuarters)
  })

  test('asks for no day where only one rounding was ever agreed', () => {
    const once: Retainer = { ...retainer, agreement: { ...retainer.agreement, rounding: toTenths } }
    const asked = (): never => {
      throw new Error('no day was needed')
    }
    expect(roundingOn(once, asked)).toEqual(toTenths)
    expect(roundingOn(hourly, asked)).toEqual(toQuarters)
  })

  test('is the same for two engagements that say the same', () => {
    expect(roundingsOf(project)).toBeNull()
    expect(roundingsOf(hourly)).toEqual(toQuarters)
    expect(roundingsOf(retainer)).toEqual([{ mode: 'none' }, []])
    expect(roundingsOf(dated)).toEqual([toTenths, [{ from: '2026-03-01', rounding: toQuarters }]])
  })
})

describe('a change', () => {
  test('counts an entry under the engagement that it made, and takes it out again', () => {
    const book = bookOf()
    const entry = minute(hourly.id)
    applyToBook(book, [made('clients', client), made('engagements', hourly), made('entries', entry)])
    expect(daysOf(book, hourly.id).get(day('2026-02-10'))).toMatchObject({ worked: 60, charged: 900, entries: 1 })
    applyToBook(book, [removed('entries', entry)])
    expect(book.totals?.size).toBe(0)
  })

  test('makes another revision, and a long one several: what was worked out in between is not believed later', () => {
    const book = bookOf()
    const before = book.revision
    applyToBook(book, [made('entries', minute(null))])
    expect(book.revision).toBe(before + 1)
    const many: Edit[] = Array.from({ length: 1001 }, () => made('entries', minute(null)))
    const pieces = applyingToBook(book, many)
    expect(pieces.next().done).toBe(false)
    // Four hundred and ninety-nine are in; what is worked out now is of a book that is no more after the next piece.
    const [inBetween, size] = [book.revision, book.workspace.tables.entries.size]
    expect(size).toBe(1 + 499)
    expect(pieces.next().done).toBe(false)
    expect(book.revision).toBeGreaterThan(inBetween)
    expect(pieces.next().done).toBe(true)
    expect(book.workspace.tables.entries.size).toBe(1 + 1001)
  })

  test('of the time zone moves the days: totals are not known until they are counted again', () => {
    const book = bookOf(made('entries', minute(null)))
    const was = preferencesOf(book.workspace)
    const elsewhere = { ...was, timeZone: 'Asia/Tokyo' as typeof zone }
    expect(movesDays(replaced('preferences', was, { ...was, currency: 'USD' }))).toBe(false)
    expect(movesDays(made('preferences', was))).toBe(false)
    expect(movesDays(removed('preferences', was))).toBe(false)
    const abroad = { ...client, timeZone: 'Asia/Tokyo' }
    expect(movesDays(replaced('clients', client, abroad))).toBe(false)
    expect(movesDays(replaced('preferences', was, elsewhere))).toBe(true)
    applyToBook(book, [replaced('preferences', was, elsewhere)])
    expect(book.totals).toBeNull()
    expect(daysOf(book, null).get(day('2026-02-10'))).toBeUndefined()
    // And while they are not, an entry is not counted into nothing.
    applyToBook(book, [made('entries', minute(null))])
    expect(book.totals).toBeNull()
  })
})

describe('the timer', () => {
  test('is found wherever it is, followed as it changes, and gone when it ends', () => {
    const timer = running()
    const workspace = bookOf(made('entries', minute(null)), made('entries', timer)).workspace
    const book = emptyBook(workspace, null)
    expect(book.running).toBe(timer)
    const noted = { ...timer, note: 'Call' }
    applyToBook(book, [replaced('entries', timer, noted)])
    expect(book.running).toBe(noted)
    const other = minute(null)
    applyToBook(book, [made('entries', other), removed('entries', other)])
    expect(book.running).toBe(noted)
    applyToBook(book, [replaced('entries', noted, entrySchema.parse({ ...noted, end: '2026-02-10T09:00:00Z' }))])
    expect(book.running).toBeNull()
  })
})

describe('what was handed over and what was closed', () => {
  test('is found by engagement, as it is by now', () => {
    const [one, two] = [delivered(), delivered({ units: 2 })]
    const book = bookOf(made('deliveries', one), made('deliveries', two))
    const of = (id = retainer.id) => doneOf(book, id).deliveries?.map(({ units }) => units)
    expect(of()).toEqual([1, 2])
    expect(doneOf(emptyBook(book.workspace, null), retainer.id).deliveries).toEqual([one, two])
    const moved = { ...one, engagementId: hourly.id, units: 5 }
    applyToBook(book, [replaced('deliveries', one, moved)])
    expect([of(), of(hourly.id)]).toEqual([[2], [5]])
    applyToBook(book, [removed('deliveries', two)])
    expect(of()).toEqual([])
    // A damaged file: what was never seen goes without a word.
    applyToBook(book, [removed('deliveries', delivered({ engagementId: newId() }))])
  })

  test('a period that is opened again is closed no more', () => {
    const agreed = agreement()
    const [kept] = closed(agreed, { days: daysFrom([], agreed) }, 1).values()
    const closing = closingSchema.parse({ ...kept, engagementId: retainer.id })
    const book = bookOf(made('closings', closing))
    expect(doneOf(book, retainer.id).closings?.get(closing.start)).toBe(closing)
    expect(emptyBook(book.workspace, null).closings.get(retainer.id)?.size).toBe(1)
    const sent = { ...closing, sentAt: closing.closedAt }
    applyToBook(book, [replaced('closings', closing, sent)])
    expect(doneOf(book, retainer.id).closings?.get(closing.start)).toBe(sent)
    applyToBook(book, [removed('closings', sent)])
    expect(doneOf(book, retainer.id).closings?.size).toBe(0)
    applyToBook(book, [removed('closings', { ...sent, engagementId: newId() })])
  })

  test('is not asked for where there is none', () => {
    expect(Object.keys(doneOf(bookOf(), retainer.id))).toEqual(['days'])
  })
})

test('counted from nothing, an entry is rounded as its engagement says', () => {
  const book = bookOf(made('clients', client), made('engagements', hourly))
  const totals = countAll(book.workspace, [minute(hourly.id), minute(null), minute(newId())], zone)
  expect([...totals].map(([id, days]) => [id === hourly.id, days.get(day('2026-02-10'))?.charged])).toEqual([
    [true, 900],
    [false, 60],
    [false, 60],
  ])
})

test('there is no workspace without preferences', () => {
  expect(() => preferencesOf(emptyWorkspace('all'))).toThrow('a workspace without preferences')
})
