import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importDesk } from '#electron/import-desk.ts'
import { newId } from '#electron/ids.ts'
import { packedReadsBack, readsBack } from '#electron/storage/read-back.ts'
import { writtenPiece } from '#electron/storage/written-edits.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Instant, Zone } from '#shared/kernel/instant.ts'
import { LONGEST_TEXT } from '#shared/kernel/limits.ts'
import { atOnce } from '#shared/kernel/pieces.ts'
import { made, type Edit } from '#shared/model/change.ts'
import { packEdits } from '#shared/model/packed-edits.ts'
import type { Preferences } from '#shared/model/preferences.ts'
import { clientNamed } from '#tests/support/books.ts'
import {
  append,
  changeOf,
  contentAfter,
  contentOf,
  entryAt,
  everythingIn,
  filesIn,
  open,
  preferences,
  temporaryFolder,
} from '#tests/support/stores.ts'

const entry = entryAt('2026-03-04T08:00:00Z')
const asEdit = (after: object): Edit => made('entries', { ...entry, ...after })

/** What a reader refuses, one thing at a time. */
const unread: readonly (readonly [string, Edit])[] = [
  ['begins before 1970', asEdit({ start: '1969-12-31T23:30:00Z' })],
  ['ends after 2199', asEdit({ end: '2200-01-01T00:00:00Z' })],
  ['has a note that is too long', asEdit({ note: 'a'.repeat(LONGEST_TEXT + 1) })],
  ['has a task that is too long', asEdit({ task: 'a'.repeat(LONGEST_TEXT + 1) })],
  ['has another id than its edit', { ...asEdit({}), id: newId() }],
  ['has no id', made('entries', { ...entry, id: 'x' as Id })],
  ['is of no table', { ...asEdit({}), table: 'constructor' } as unknown as Edit],
]

describe('a change with a record that the next start would not read', () => {
  test.each(unread)('is refused, and nothing is written: it %s', async (_says, edit) => {
    const folder = temporaryFolder()
    const store = await open(folder)
    const first = await append(store, made('clients', clientNamed('Halden')))
    const before = filesIn(folder)
    // It comes with others: all of it is refused.
    const outcome = await store.append(changeOf(made('clients', clientNamed('Birch')), edit))
    expect(outcome).toEqual({ ok: false, refusal: { code: 'notReadBack' } })
    expect(filesIn(folder)).toEqual(before)
    const last = await append(store, asEdit({}))
    await store.close(null)
    const { content, store: again } = await everythingIn(folder)
    expect(content).toEqual(contentAfter([first, last]))
    expect(again.problems).toEqual([])
  })

  test('is refused also where another thread has written it', async () => {
    const store = await open(temporaryFolder())
    const written = { pieces: [writtenPiece([asEdit({})])], readsBack: false }
    const outcome = await store.append({ by: 'user', label: 'import', edits: [], written })
    expect(outcome).toEqual({ ok: false, refusal: { code: 'notReadBack' } })
    expect(contentOf(store.workspace)).toEqual(contentAfter([]))
  })
})

describe('what an import has written', () => {
  const enter = async (here: Preferences): Promise<boolean | undefined> => {
    const desk = importDesk(newId, () => undefined)
    const zone = 'Europe/Rome' as Zone
    const text = 'Client,Project,Description,Start date,Start time,Duration\nBirch,Site,One,2026-03-04,08:00:00,0:30:00'
    desk.take(new TextEncoder().encode(text))
    await desk.open()
    await desk.read({ zone }, '2026-10-22T12:00:00Z' as Instant)
    await desk.plan({ clients: [], engagements: [], preferences: here }, { source: 'csv', zone })
    const terms = { source: 'csv', language: 'en' } as const
    return (await desk.enter({ clients: [], engagements: [], preferences: here }, terms))?.readsBack
  }

  test('says whether it will be read', async () => {
    expect(await enter(preferences)).toBe(true)
    // A new client takes the currency over.
    expect(await enter({ ...preferences, currency: 'euros' })).toBe(false)
  })

  /** A field, as it may be and as it may not. */
  const fields = fc.constantFrom<[name: string, good: unknown, bad: unknown]>(
    ['start', '1970-01-01T00:00:00Z', '1969-12-31T23:59:59Z'],
    ['end', null, 'then'],
    ['note', 'short', 7],
    ['tags', ['deep'], ['deep', null]],
    ['engagementId', null, 'x'],
    ['source', { from: 'csv', key: 'k' }, { from: 'csv', key: 1 }],
    ['sources', [], [{ from: 'csv' }]],
    ['task', 'Design', ['Design']],
    ['billable', false, 'no'],
    ['ofLater', 1, 2],
  )
  test('is looked at by its columns as it would be record by record', () => {
    fc.assert(
      fc.property(fields, fc.array(fc.boolean(), { minLength: 8, maxLength: 12 }), ([name, good, bad], isBad) => {
        const edits = isBad.map((each) => {
          const id = newId()
          return { ...asEdit({ id, [name]: each ? bad : good }), id }
        })
        const packed = packEdits(edits)
        expect(packed).toHaveLength(1)
        expect(packedReadsBack(packed)).toBe(atOnce(readsBack(edits)))
      }),
      { numRuns: 60 },
    )
  })

  test('may count ids and moments up from their first', () => {
    const columns = (instants: number[], ids: string) => [
      {
        table: 'entries',
        count: instants.length,
        before: null,
        after: {
          fields: {
            id: { ids },
            engagementId: { all: null },
            start: { instants },
            end: { instants: instants.map((at, index) => (index === 0 ? at + 60 : at)) },
          },
        },
      },
    ]
    expect(packedReadsBack(columns([0, 60, -60], newId()))).toBe(true)
    expect(packedReadsBack(columns([0, 60, -61], newId()))).toBe(false)
    expect(packedReadsBack(columns([0, 60, -60], 'x'))).toBe(false)
  })
})
