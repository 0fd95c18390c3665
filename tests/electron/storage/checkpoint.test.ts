import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { made, removed, replaced } from '#shared/model/change.ts'
import { FORMAT } from '#shared/model/workspace.ts'
import { clientNamed } from '#tests/support/books.ts'
import {
  append,
  contentAfter,
  crashed,
  deviceFolder,
  entryAt,
  everythingIn,
  filesIn,
  journalOf,
  open,
  preferences,
  temporaryFolder,
} from '#tests/support/stores.ts'

const march = entryAt('2026-03-04T08:00:00Z')

describe('checkpoints', () => {
  it('move the changes into the shards, and empty the journal', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    const client = clientNamed('Perché no')
    const february = entryAt('2026-02-01T08:00:00Z')
    const changes = [
      await append(store, made('preferences', preferences), made('clients', client)),
      await append(store, made('entries', march), made('entries', february)),
    ]
    await store.checkpoint(null)
    expect(store.problems).toEqual([])
    expect(fs.readFileSync(journalOf(folder), 'utf8')).toBe('')
    const names = [...filesIn(deviceFolder(folder)).keys()]
    expect(names).toEqual([
      'clients.json',
      'entries/2026-02.json',
      'entries/2026-03.json',
      'journal.jsonl',
      'journal.prev.jsonl',
      'preferences.json',
    ])
    // Without the journals: the shards alone say it all.
    fs.rmSync(path.join(deviceFolder(folder), 'journal.prev.jsonl'))
    await store.close(null)
    expect((await everythingIn(folder)).content).toEqual(contentAfter(changes))
  })

  it('write JSON that a text editor shows well, with what storage needs beside each record', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    await append(store, made('entries', march))
    const { at } = await append(store, removed('entries', march))
    const other = entryAt('2026-03-05T08:00:00Z')
    const last = await append(store, made('entries', other))
    await store.checkpoint(null)
    const text = fs.readFileSync(path.join(deviceFolder(folder), 'entries/2026-03.json'), 'utf8')
    expect(text.split('\n')).toHaveLength(5)
    expect(JSON.parse(text)).toEqual({
      format: FORMAT,
      seq: 3,
      count: 2,
      crc: expect.stringMatching(/^[0-9a-f]{8}$/) as unknown,
      records: { [march.id]: { id: march.id, at, removed: true }, [other.id]: { ...other, at: last.at } },
    })
  })

  it('do nothing when there is nothing to do', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    await append(store, made('entries', march))
    await store.checkpoint(null)
    const before = filesIn(folder)
    await store.checkpoint(null)
    expect(filesIn(folder)).toEqual(before)
  })

  it('write only the shards that changed', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    await append(store, made('entries', march), made('entries', entryAt('2026-02-01T08:00:00Z')))
    await store.checkpoint(null)
    const february = path.join(deviceFolder(folder), 'entries/2026-02.json')
    const { ino } = fs.statSync(february)
    await append(store, replaced('entries', march, { ...march, note: 'other' }))
    await store.checkpoint(null)
    expect(fs.statSync(february).ino).toBe(ino)
  })

  it('lose nothing of what is appended while they run', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    const changes = [await append(store, made('entries', march))]
    for (let round = 0; round < 5; round++) {
      const running = store.checkpoint(null)
      const entries = [1, 2, 3, 4].map((day) => entryAt(`2026-0${(day % 3) + 1}-0${day}T08:00:00Z`))
      const appended = await Promise.all(entries.map((entry) => append(store, made('entries', entry))))
      changes.push(...appended)
      await running
    }
    expect(store.problems).toEqual([])
    const copy = crashed(folder)
    await store.close(null)
    for (const each of [folder, copy]) {
      const { content, store: again } = await everythingIn(each)
      expect(content).toEqual(contentAfter(changes))
      expect(again.problems).toEqual([])
    }
  })

  it('are due after 200 changes, or some seconds after the last', async () => {
    const asked: number[] = []
    let due = 0
    const after = (ms: number) => (asked.push(ms), () => undefined)
    const store = await open(temporaryFolder(), { after, onCheckpointDue: () => (due += 1) })
    for (let index = 0; index < 200; index++) await append(store)
    expect(asked).toEqual([...Array.from({ length: 199 }, () => 5000), 0])
    expect(due).toBe(0)
    await store.checkpoint(null)
    await append(store)
    expect(asked.at(-1)).toBe(5000)
  })
})
