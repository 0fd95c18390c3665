import { describe, expect, test } from 'vitest'
import { exportRows, type ExportTerms } from '#shared/domain/export.ts'
import { knownKeys, rowOf } from '#shared/domain/import-keys.ts'
import { day } from '#shared/kernel/day.ts'
import { atOnce, type Pieces } from '#shared/kernel/pieces.ts'
import { made } from '#shared/model/change.ts'
import { entrySchema, type TimeEntry } from '#shared/model/entry.ts'
import { bookOf, clientNamed, hourlyFor, newId, zone } from '#tests/support/books.ts'

const [halden, obel] = [clientNamed('Halden'), clientNamed('Obel')]
const [site, boat] = [hourlyFor(halden, 'Site'), hourlyFor(obel, 'Boat')]
const records = [made('clients', halden), made('clients', obel), made('engagements', site), made('engagements', boat)]
const span = (engagementId: string | null, start: string, end: string | null, more: object = {}) =>
  entrySchema.parse({ id: newId(), engagementId, start, end, ...more })
const amount = (engagementId: string | null, on: string) =>
  entrySchema.parse({ id: newId(), engagementId, day: on, seconds: 600 })

const entries = [
  span(site.id, '2026-03-31T09:00:00Z', '2026-03-31T10:00:00Z'),
  amount(boat.id, '2026-03-15'),
  span(null, '2026-03-01T00:00:00Z', '2026-03-01T01:00:00Z'),
  // Half past eleven of February's last evening in London, over midnight.
  span(site.id, '2026-02-28T23:30:00Z', '2026-03-01T00:30:00Z'),
  span(site.id, '2026-04-02T09:00:00Z', null),
  span(newId(), '2026-03-20T09:00:00Z', '2026-03-20T10:00:00Z'),
]
const { workspace } = bookOf(...records, ...entries.map((entry) => made('entries', entry)))
const all: ExportTerms = { from: null, to: null, client: 'all' }
const exported = (terms: Partial<ExportTerms>) =>
  atOnce(exportRows(workspace, entries, { ...all, ...terms }, zone)).map((row) =>
    'start' in row ? row.start : row.day,
  )
/** How often a piece of work lets others go first. */
function breaths(pieces: Pieces<unknown>): number {
  let count = 0
  while (!pieces.next().done) count += 1
  return count
}

describe('the rows of an export', () => {
  test('are all that has ended, by their start', () => {
    expect(exported({})).toEqual([
      '2026-02-28T23:30:00Z',
      '2026-03-01T00:00:00Z',
      '2026-03-15',
      '2026-03-20T09:00:00Z',
      '2026-03-31T09:00:00Z',
    ])
  })

  test('are those whose first day is in the stretch, both ends with it', () => {
    expect(exported({ from: day('2026-03-01'), to: day('2026-03-31') })).toHaveLength(4)
    expect(exported({ from: day('2026-03-02') })).toEqual([
      '2026-03-15',
      '2026-03-20T09:00:00Z',
      '2026-03-31T09:00:00Z',
    ])
    expect(exported({ to: day('2026-03-01') })).toEqual(['2026-02-28T23:30:00Z', '2026-03-01T00:00:00Z'])
    expect(exported({ from: day('2026-03-15'), to: day('2026-03-15') })).toEqual(['2026-03-15'])
  })

  test('are one client’s, or own work', () => {
    expect(exported({ client: halden.id })).toEqual(['2026-02-28T23:30:00Z', '2026-03-31T09:00:00Z'])
    expect(exported({ client: obel.id })).toEqual(['2026-03-15'])
    expect(exported({ client: 'own' })).toEqual(['2026-03-01T00:00:00Z'])
  })

  test('are numbered from 1, and come in pieces of five hundred', () => {
    const rows = atOnce(exportRows(workspace, entries.slice(0, 3), all, zone))
    expect(rows.map(({ line }) => line)).toEqual([3, 2, 1])
    const many = Array.from({ length: 1000 }, () => entries[0]).flatMap((entry) => entry ?? [])
    expect(breaths(exportRows(workspace, entries, all, zone))).toBe(1)
    expect(breaths(exportRows(workspace, many, all, zone))).toBe(3)
  })
})

describe('a row', () => {
  test('says whose the work was, and how long it was', () => {
    const words = { note: 'Review', task: 'Design', tags: ['a'], billable: false }
    const entry = span(site.id, '2026-03-31T09:00:00Z', '2026-03-31T10:00:00Z', words)
    expect(rowOf(workspace, entry, 7)).toEqual({
      line: 7,
      client: 'Halden',
      project: 'Site',
      ...words,
      start: '2026-03-31T09:00:00Z',
      end: '2026-03-31T10:00:00Z',
      seconds: 3600,
    })
    expect(rowOf(workspace, amount(null, '2026-03-15'), 1)).toEqual({
      line: 1,
      client: '',
      project: '',
      task: '',
      note: '',
      tags: [],
      billable: true,
      day: '2026-03-15',
      seconds: 600,
    })
  })

  test('of work whose client a damaged file took away has none', () => {
    const lost = bookOf(made('engagements', site)).workspace
    expect(rowOf(lost, span(site.id, '2026-03-31T09:00:00Z', '2026-03-31T10:00:00Z'), 1)).toMatchObject({
      client: '',
      project: 'Site',
    })
  })
})

describe('the keys of what is here', () => {
  const from = { source: { from: 'toggl', key: 'what it was' } }
  const keysIn = (source: string, ...list: readonly TimeEntry[]) => {
    const known = knownKeys(workspace, source, zone)
    atOnce(known.add(list))
    return known.keys
  }

  test('are those that the same tracker gave, and what each entry would have today', () => {
    const imported = span(site.id, '2026-03-31T09:00:00Z', '2026-03-31T10:00:00Z', from)
    expect(keysIn('toggl', imported)).toContain('what it was')
    expect(keysIn('toggl', imported).size).toBe(2)
    expect(keysIn('harvest', imported).size).toBe(1)
    expect([...keysIn('harvest', imported)]).toEqual([...keysIn('toggl', { ...imported, source: undefined })])
  })

  test('are none of a timer that runs', () => {
    expect(keysIn('toggl', span(null, '2026-03-31T09:00:00Z', null, from)).size).toBe(0)
  })

  test('are those of all that it was put together from', () => {
    const sources = [
      { from: 'harvest', key: 'one' },
      { from: 'toggl', key: 'two' },
    ]
    const merged = span(site.id, '2026-03-31T09:00:00Z', '2026-03-31T10:00:00Z', { ...from, sources })
    expect(keysIn('toggl', merged)).toContain('two')
    expect(keysIn('toggl', merged)).toContain('what it was')
    expect([...keysIn('harvest', merged)].filter((key) => ['one', 'two', 'what it was'].includes(key))).toEqual(['one'])
  })

  test('are read in pieces of two thousand', () => {
    const many = Array.from({ length: 4000 }, () => amount(null, '2026-03-15'))
    expect(breaths(knownKeys(workspace, 'toggl', zone).add(many))).toBe(2)
    expect(breaths(knownKeys(workspace, 'toggl', zone).add(many.slice(0, 1999)))).toBe(0)
  })
})
