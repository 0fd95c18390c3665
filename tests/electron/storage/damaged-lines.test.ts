import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { encodeChange } from '#electron/storage/journal-lines.ts'
import { made, type Change } from '#shared/model/change.ts'
import { clientNamed } from '#tests/support/books.ts'
import {
  append,
  changeOf,
  contentAfter,
  crashed,
  entryAt,
  everythingIn,
  filesIn,
  journalOf,
  open,
  temporaryFolder,
  type NewChange,
} from '#tests/support/stores.ts'

const client = clientNamed('Halden')
const march = entryAt('2026-03-04T08:00:00Z')

/** A line as the store would write it, of what the store itself would not. */
const lineOf = async (change: NewChange & Pick<Change, 'seq' | 'at'>) => Buffer.concat(await encodeChange(change))
const setAside = (folder: string) =>
  [...filesIn(path.join(folder, 'quarantine')).values()].map(
    (text) => JSON.parse(text.slice(text.indexOf('{'))) as unknown,
  )

describe('a journal line', () => {
  test('that holds a record of another form is set aside, and the rest of it counts', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    const { seq, at } = await append(store, made('clients', client), made('entries', march))
    const copy = crashed(folder)
    const edits = [made('clients', { ...client, listRate: 'much' } as never), made('entries', march)]
    fs.writeFileSync(journalOf(copy), await lineOf({ ...changeOf(...edits), seq, at }))
    const again = await open(copy)
    expect(again.problems).toMatchObject([{ kind: 'badRecord', id: client.id }])
    expect(again.workspace.tables.clients.size).toBe(0)
    expect(again.workspace.tables.entries.size).toBe(1)
  })

  test('that changes what is not there as it says is followed, and what was there is kept', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    await append(store, made('clients', client))
    await store.checkpoint(null)
    const [before, after] = [clientNamed('x'), clientNamed('y')].map((each) => ({ ...each, id: client.id }))
    if (!before || !after) throw new Error('there are two')
    await append(store, { table: 'clients', id: client.id, before, after })
    const copy = crashed(folder)
    const again = await open(copy)
    expect(again.workspace.tables.clients.get(client.id)?.name).toBe('y')
    expect(again.problems).toMatchObject([{ kind: 'mismatch', table: 'clients', id: client.id, seq: 2 }])
    expect(setAside(copy)).toEqual([client])
  })

  test('that has the number of another one is told, and the one that is not followed is kept', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    const { seq, at } = await append(store, made('clients', client))
    const copy = crashed(folder)
    // As two programs would leave it that wrote at the same time.
    const later = { ...changeOf(made('clients', clientNamed('Birch'))), seq, at: at.replace('2026', '2027') }
    fs.appendFileSync(journalOf(copy), await lineOf(later))
    const again = await open(copy)
    expect([...again.workspace.tables.clients.values()].map(({ name }) => name)).toEqual(['Birch'])
    expect(again.problems).toMatchObject([{ kind: 'sameNumber', seq, kept: expect.any(String) as string }])
    expect(setAside(copy)).toMatchObject([{ seq, at, edits: [{ id: client.id }] }])
    // It is told once, not at each start that finds both.
    await again.close(null)
    expect((await everythingIn(copy)).store.problems).toEqual([])
  })

  test('that stands in both journals is one', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    const change = await append(store, made('clients', client))
    const copy = crashed(folder)
    fs.copyFileSync(journalOf(copy), journalOf(copy).replace('journal.jsonl', 'journal.prev.jsonl'))
    const { content, store: again } = await everythingIn(copy)
    expect(again.problems).toEqual([])
    expect(content).toEqual(contentAfter([change]))
  })
})
