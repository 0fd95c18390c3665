import { describe, expect, test } from 'vitest'
import { asOneChange, editsBetween, summaryOf, withTimersStopped } from '#shared/domain/differences.ts'
import type { Id } from '#shared/kernel/id.ts'
import { made, removed, replaced, type Edit } from '#shared/model/change.ts'
import type { SpanEntry } from '#shared/model/entry.ts'
import { instant, testId } from '#tests/support/agreements.ts'
import { clientNamed, hourlyFor } from '#tests/support/books.ts'

const [halden, obel, ekdal] = [clientNamed('Halden'), clientNamed('Obel'), clientNamed('Ekdal')]
const byId = <Item extends { readonly id: Id }>(...records: Item[]): Map<Id, Item> =>
  new Map(records.map((record) => [record.id, record]))
const entry = (index: number, start: string, end: string | null): SpanEntry => ({
  id: testId(index),
  engagementId: null,
  note: '',
  tags: [],
  billable: true,
  start: instant(start),
  end: end === null ? null : instant(end),
})

describe('the edits between two slices', () => {
  test('change what is otherwise, take away what was not there, bring back what is gone, and leave the rest', () => {
    const renamed = { ...obel, name: 'Obel & Daughters' }
    const now = byId(halden, renamed, ekdal)
    const back = clientNamed('Gregers')
    expect(editsBetween('clients', now, byId(halden, obel, back))).toEqual([
      replaced('clients', renamed, obel),
      removed('clients', ekdal),
      made('clients', back),
    ])
  })

  test('are none where two records say the same, in whatever order', () => {
    const { name, ...rest } = halden
    expect(editsBetween('clients', byId(halden), byId({ name, ...rest }))).toEqual([])
    expect(editsBetween('clients', byId(), byId())).toEqual([])
  })
})

describe('slices as one change', () => {
  const [first, second] = [
    entry(1, '2026-01-31T22:00:00Z', '2026-01-31T23:00:00Z'),
    entry(2, '2026-02-01T08:00:00Z', null),
  ]

  test('a record that leaves one file for another is one edit, and one that comes back as it was is none', () => {
    const moved = { ...first, start: instant('2026-02-01T00:00:00Z'), end: instant('2026-02-01T01:00:00Z') }
    expect(asOneChange([removed('entries', first), made('entries', moved)])).toEqual([
      replaced('entries', first, moved),
    ])
    expect(asOneChange([made('entries', moved), removed('entries', first)])).toEqual([
      replaced('entries', first, moved),
    ])
    expect(asOneChange([removed('entries', first), made('entries', first)])).toEqual([])
  })

  test('the same id in two tables is two records', () => {
    const client = { ...halden, id: first.id }
    expect(asOneChange([made('entries', first), made('clients', client)])).toHaveLength(2)
  })

  test('time goes first and comes last, and what it is on comes before it and goes after it', () => {
    const [work, other] = [hourlyFor(halden, 'Site'), hourlyFor(halden, 'Shop')]
    const edits: Edit[] = [
      made('entries', second),
      removed('engagements', other),
      replaced('clients', halden, { ...halden, name: 'Haldén' }),
      made('engagements', work),
      removed('entries', first),
    ]
    expect(asOneChange(edits)).toEqual([edits[4], edits[2], edits[3], edits[1], edits[0]])
    const changed = replaced('entries', second, { ...second, note: 'Call' })
    expect(asOneChange([changed, removed('engagements', other)])).toEqual([removed('engagements', other), changed])
  })
})

describe('a timer that ran then', () => {
  const running = entry(1, '2026-02-01T08:00:00Z', null)
  const stoppedAt = (seen: string, edit: Edit): unknown => {
    const [stopped] = withTimersStopped([edit], seen)
    return stopped?.after && 'end' in stopped.after ? stopped.after.end : 'nothing to stop'
  }

  test('ends when the copy was made, and not before it began', () => {
    expect(stoppedAt('2026-02-01T09:30:00Z', made('entries', running))).toBe('2026-02-01T09:30:00Z')
    expect(stoppedAt('2026-02-01T07:30:00Z', made('entries', running))).toBe('2026-02-01T08:00:00Z')
  })

  test('is the only thing that is touched', () => {
    const ended = entry(2, '2026-02-01T08:00:00Z', '2026-02-01T08:30:00Z')
    const edits = [made('entries', ended), removed('entries', running), made('clients', halden)]
    expect(withTimersStopped(edits, '2026-02-01T09:30:00Z')).toEqual(edits)
  })
})

test('a summary counts what comes back, goes and changes, by table, and names no table without any', () => {
  const renamed = { ...halden, name: 'Haldén' }
  expect(
    summaryOf([
      made('clients', obel),
      made('clients', ekdal),
      removed('engagements', hourlyFor(halden, 'Site')),
      replaced('clients', halden, renamed),
    ]),
  ).toEqual([
    { table: 'clients', back: 2, gone: 0, changed: 1 },
    { table: 'engagements', back: 0, gone: 1, changed: 0 },
  ])
  expect(summaryOf([])).toEqual([])
})
