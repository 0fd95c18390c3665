import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { made } from '#shared/model/change.ts'
import { clientNamed } from '#tests/support/books.ts'
import {
  append,
  contentAfter,
  crashed,
  deviceFolder,
  entryAt,
  everythingIn,
  journalOf,
  open,
  temporaryFolder,
} from '#tests/support/stores.ts'

const [first, second] = [clientNamed('Halden'), clientNamed('Birch')]
const entries = ['2024-01', '2024-02', '2024-03', '2026-03'].map((month) => entryAt(`${month}-04T08:00:00Z`))

/** Closed, with a month that the journals know nothing of any more, and a client that only the last one knows. */
async function closedFolder() {
  const folder = temporaryFolder()
  const store = await open(folder)
  const changes = [await append(store, made('clients', first), ...entries.map((entry) => made('entries', entry)))]
  await store.checkpoint(null)
  const clients = path.join(deviceFolder(folder), 'clients.json')
  const old = fs.readFileSync(clients)
  for (const month of ['2026-02', '2026-01']) {
    changes.push(await append(store, made('entries', entryAt(`${month}-05T08:00:00Z`))))
    await store.checkpoint(null)
  }
  changes.push(await append(store, made('clients', second)))
  await store.close(null)
  const inside = (name: string) => path.join(path.relative(folder, deviceFolder(folder)), name)
  return { folder, clients, old, changes, inside }
}

describe('what went away while the app was closed', () => {
  test('nothing: nothing is told, and the manifest says what each file is', async () => {
    const { folder, changes } = await closedFolder()
    const { content, store } = await everythingIn(folder)
    expect(store.problems).toEqual([])
    expect(content).toEqual(contentAfter(changes))
    const { shards } = JSON.parse(fs.readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as { shards: object }
    expect(Object.keys(shards).toSorted()).toEqual([
      'clients',
      ...['2024-01', '2024-02', '2024-03', '2026-01', '2026-02', '2026-03'].map((month) => `entries/${month}`),
    ])
  })

  test('a month that no start reads is told, with what it held', async () => {
    const { folder, inside } = await closedFolder()
    fs.rmSync(path.join(folder, inside('entries/2024-02.json')))
    const store = await open(folder)
    expect(store.problems).toEqual([
      { kind: 'missingFiles', file: inside('entries/2024-02.json'), files: 1, records: 1 },
    ])
    await store.close(null)
  })

  test('the whole folder of months is told in one sentence', async () => {
    const { folder, inside } = await closedFolder()
    fs.rmSync(path.join(folder, inside('entries')), { recursive: true })
    const store = await open(folder)
    expect(store.problems).toEqual([
      { kind: 'missingFiles', file: inside('entries/2024-01.json'), files: 6, records: 6 },
    ])
    await store.close(null)
  })

  test('what the journal still has of a month that nobody asked for is written anew', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    const change = await append(store, ...entries.map((entry) => made('entries', entry)))
    await store.close(null)
    fs.rmSync(path.join(deviceFolder(folder), 'entries', '2024-02.json'))
    const again = await open(folder)
    expect(again.problems).toMatchObject([{ kind: 'missingFiles', files: 1, records: 1 }])
    await again.close(null)
    expect((await everythingIn(folder)).content).toEqual(contentAfter([change]))
  })

  test('a folder that cannot be listed is not taken for an empty one', async () => {
    const { folder, inside } = await closedFolder()
    const months = path.join(folder, inside('entries'))
    fs.renameSync(months, `${months}.aside`)
    fs.writeFileSync(months, 'no folder')
    const store = await open(folder)
    expect(store.problems.map(({ kind }) => kind)).not.toContain('missingFiles')
  })

  test('an older copy in the place of a file is told, and what the journal has since is added to it for good', async () => {
    const { folder, clients, old, changes, inside } = await closedFolder()
    fs.writeFileSync(clients, old)
    const store = await open(folder)
    expect(store.problems).toEqual([{ kind: 'olderFile', file: inside('clients.json') }])
    expect([...store.workspace.tables.clients.values()]).toEqual([first, second])
    // The line is turned over twice.
    for (let turn = 0; turn < 2; turn++) {
      changes.push(await append(store, made('entries', entryAt('2026-03-06T08:00:00Z'))))
      await store.checkpoint(null)
    }
    await store.close(null)
    const { content, store: last } = await everythingIn(folder)
    expect(content).toEqual(contentAfter(changes))
    expect(last.problems).toEqual([])
  })

  test('a file of the same number from elsewhere is told', async () => {
    const { folder, clients, inside } = await closedFolder()
    const other = await closedFolder()
    fs.copyFileSync(other.clients, clients)
    expect(fs.readFileSync(clients, 'utf8')).toContain('"seq":4,')
    const store = await open(folder)
    expect(store.problems).toEqual([{ kind: 'olderFile', file: inside('clients.json') }])
  })

  test('a later file is that of a checkpoint that was cut off: nothing is told', async () => {
    const { folder, clients } = await closedFolder()
    const before = crashed(folder)
    const store = await open(folder)
    const third = clientNamed('Third')
    await append(store, made('clients', third))
    const copy = crashed(folder)
    await store.close(null)
    fs.copyFileSync(clients, path.join(deviceFolder(copy), 'clients.json'))
    const again = await open(copy)
    expect(again.problems).toEqual([])
    expect(again.workspace.tables.clients.has(third.id)).toBe(true)
    expect((await open(before)).problems).toEqual([])
  })

  test('the journal is told, and where it is being turned over it is not', async () => {
    const { folder, inside } = await closedFolder()
    const turning = crashed(folder)
    fs.rmSync(journalOf(folder))
    expect((await open(folder)).problems).toEqual([{ kind: 'missingJournal', file: inside('journal.jsonl') }])
    fs.renameSync(journalOf(turning), path.join(deviceFolder(turning), 'journal.next.jsonl'))
    expect((await open(turning)).problems).toEqual([])
  })
})
