import fs from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Store } from '#electron/storage/store.ts'
import { made } from '#shared/model/change.ts'
import { clientNamed } from '#tests/support/books.ts'
import {
  append,
  changeOf,
  contentAfter,
  crashed,
  deviceFolder,
  entryAt,
  everythingIn,
  journalOf,
  open,
  temporaryFolder,
} from '#tests/support/stores.ts'

afterEach(() => vi.restoreAllMocks())

const entry = (day: number) => made('entries', entryAt(`2026-03-0${day}T08:00:00Z`))

describe('an append', () => {
  it('is not acknowledged before its data are on the disk', async () => {
    const store = await open(temporaryFolder())
    await append(store, entry(1))
    const { fdatasync } = fs
    let letGo = (): void => undefined
    const reached = new Promise<void>((resolve) => {
      vi.spyOn(fs, 'fdatasync').mockImplementation((descriptor: number, done: fs.NoParamCallback) => {
        letGo = () => fdatasync(descriptor, done)
        resolve()
      })
    })
    let isAcknowledged = false
    const appending = append(store, entry(2)).finally(() => (isAcknowledged = true))
    await Promise.race([reached, appending])
    for (let turn = 0; turn < 20; turn++) await new Promise((resume) => setImmediate(resume))
    expect([isAcknowledged, store.seq]).toEqual([false, 1])
    letGo()
    await appending
    expect([isAcknowledged, store.seq]).toEqual([true, 2])
  })

  it('to a new journal waits for the folder too: a file without a name is lost with the power', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    const order: string[] = []
    const { fsyncSync, fdatasync } = fs
    vi.spyOn(fs, 'fsyncSync').mockImplementation((descriptor) => {
      order.push(fs.fstatSync(descriptor).isDirectory() ? 'folder' : 'file')
      fsyncSync(descriptor)
    })
    vi.spyOn(fs, 'fdatasync').mockImplementation((descriptor: number, done: fs.NoParamCallback) => {
      order.push('data')
      fdatasync(descriptor, done)
    })
    await append(store, entry(1))
    await append(store, entry(2))
    expect(order).toEqual(['folder', 'data', 'data'])
  })
})

describe('a journal that cannot be trusted any more', () => {
  it('because what was refused could not be cut off for sure: is begun anew', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    const changes = [await append(store, entry(1)), await append(store, entry(2))]
    const { ino } = fs.statSync(journalOf(folder))
    const fails = (): never => {
      throw Object.assign(new Error('EIO'), { code: 'EIO' })
    }
    vi.spyOn(fs, 'writeSync').mockImplementation(fails)
    vi.spyOn(fs, 'fsyncSync').mockImplementation(fails)
    expect(await store.append(changeOf(entry(3)))).toMatchObject({ ok: false, refusal: { cause: 'other' } })
    vi.restoreAllMocks()
    changes.push(await append(store, entry(4)))
    expect(fs.statSync(journalOf(folder)).ino).not.toBe(ino)
    expect(fs.existsSync(path.join(folder, 'quarantine'))).toBe(false)
    expect((await everythingIn(crashed(folder))).content).toEqual(contentAfter(changes))
  })
})

describe('what was refused and could not be cut off', () => {
  it.each([
    ['the store is closed', true, (store: Store) => store.close(null)],
    ['a checkpoint turns the journal over', false, (store: Store) => store.checkpoint(null)],
  ])('is cut off when %s: no later start takes it for a change', async (_, isInFiles, then) => {
    const folder = temporaryFolder()
    const store = await open(folder)
    const changes = [await append(store, entry(1))]
    if (isInFiles) await store.checkpoint(null)
    const fails = (_file: unknown, done?: unknown): void => {
      const error = Object.assign(new Error('EIO'), { code: 'EIO' })
      if (typeof done !== 'function') throw error
      setImmediate(done as (error: Error) => void, error)
    }
    for (const call of ['fdatasync', 'fsyncSync', 'ftruncateSync'] as const)
      vi.spyOn(fs, call as 'fsyncSync').mockImplementation(fails)
    expect((await store.append(changeOf(entry(2)))).ok).toBe(false)
    vi.restoreAllMocks()
    await then(store)
    const { content, store: again } = await everythingIn(crashed(folder))
    expect(content).toEqual(contentAfter(changes))
    expect(again.problems).toEqual([])
  })
})

describe('a journal that someone else touched while it was open', () => {
  const tampered: [string, (journal: string) => void][] = [
    ['taken away', (journal) => fs.rmSync(journal)],
    ['emptied', (journal) => fs.truncateSync(journal)],
    ['cut', (journal) => fs.truncateSync(journal, 10)],
    ['added to', (journal) => fs.appendFileSync(journal, 'hello')],
    [
      'replaced by a copy of itself',
      (journal) => {
        fs.copyFileSync(journal, `${journal}.copy`)
        fs.renameSync(`${journal}.copy`, journal)
      },
    ],
  ]
  it.each(tampered)('%s: is begun anew with all that is in no shard yet', async (_, tamper) => {
    const folder = temporaryFolder()
    const store = await open(folder)
    const changes = [await append(store, entry(1))]
    await store.checkpoint(null)
    changes.push(await append(store, entry(2)), await append(store, entry(3)))
    tamper(journalOf(folder))
    changes.push(await append(store, entry(4)))
    const { content, store: again } = await everythingIn(crashed(folder))
    expect(content).toEqual(contentAfter(changes))
    expect(again.problems).toEqual([])
    await store.close(null)
    expect((await everythingIn(folder)).content).toEqual(contentAfter(changes))
  })

  it('with its whole folder: is refused, nothing is made in its place, and goes on when it is back', async () => {
    const folder = path.join(temporaryFolder(), 'data')
    const store = await open(folder)
    const changes = [await append(store, entry(1))]
    fs.renameSync(folder, `${folder}-away`)
    expect(await store.append(changeOf(entry(2)))).toEqual({
      ok: false,
      refusal: { code: 'notSaved', cause: 'missing' },
    })
    await store.checkpoint(null)
    expect(fs.existsSync(folder)).toBe(false)
    expect(store.problems).toMatchObject([{ kind: 'notCheckpointed', cause: 'missing' }])
    fs.renameSync(`${folder}-away`, folder)
    changes.push(await append(store, entry(3)))
    await store.close(null)
    expect(store.problems).toEqual([])
    expect((await everythingIn(folder)).content).toEqual(contentAfter(changes))
  })
})

describe('a shard that is gone while the store is open', () => {
  it('was not removed by us: it is not begun anew with less in it', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    const changes = [await append(store, made('clients', clientNamed('Halden')))]
    await store.checkpoint(null)
    const shard = path.join(deviceFolder(folder), 'clients.json')
    fs.renameSync(shard, `${shard}.away`)
    changes.push(await append(store, made('clients', clientNamed('Reyes'))))
    await store.checkpoint(null)
    expect(fs.existsSync(shard)).toBe(false)
    expect(store.problems).toMatchObject([{ kind: 'notCheckpointed', cause: 'missing' }])
    fs.renameSync(`${shard}.away`, shard)
    await store.close(null)
    expect((await everythingIn(folder)).content).toEqual(contentAfter(changes))
  })
})

describe('a journal with a torn end', () => {
  it('is gone on with, and what was torn is told once and kept', async () => {
    const folder = temporaryFolder()
    const first = await open(folder)
    const changes = [await append(first, entry(1))]
    const copy = crashed(folder)
    fs.appendFileSync(journalOf(copy), '0000 {"seq"')
    const store = await open(copy)
    expect(store.problems).toMatchObject([{ kind: 'badLine', line: 2 }])
    const [problem] = store.problems
    const kept = problem?.kind === 'badLine' ? problem.kept : null
    expect(fs.readFileSync(path.join(copy, kept ?? ''), 'utf8')).toBe('0000 {"seq"')
    changes.push(await append(store, entry(2)))
    // On a line of its own, for whoever reads the file with an editor.
    expect(fs.readFileSync(journalOf(copy), 'utf8').split('\n')).toHaveLength(4)
    const { content, store: again } = await everythingIn(crashed(copy))
    expect(content).toEqual(contentAfter(changes))
    expect(again.problems).toEqual([])
  })
})

describe('a line that is not there', () => {
  it.each([
    ['first', 0, 2],
    ['middle', 1, 3],
  ])('the %s one: is told, and the others count', async (_, place, seq) => {
    const folder = temporaryFolder()
    const store = await open(folder)
    const settled = await append(store, entry(1))
    await store.checkpoint(null)
    const changes = [await append(store, entry(2)), await append(store, entry(3)), await append(store, entry(4))]
    const copy = crashed(folder)
    const lines = fs.readFileSync(journalOf(copy), 'utf8').split('\n')
    fs.writeFileSync(journalOf(copy), lines.toSpliced(place, 1).join('\n'))
    const { content, store: again } = await everythingIn(crashed(copy))
    expect(content).toEqual(contentAfter([settled, ...changes.toSpliced(place, 1)]))
    expect(again.seq).toBe(4)
    const found = await open(copy)
    expect(found.problems).toEqual([{ kind: 'missingChanges', from: seq, to: seq }])
  })
})

describe('the journal of a large change', () => {
  it('is one line, written without holding anything up for long', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    const edits = Array.from({ length: 5000 }, (_, index) => entry((index % 9) + 1))
    // By a clock that every look moves on: how fast the machine is says nothing.
    let now = 0
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 30))
    let turns = 0
    let isDone = false
    const count = (): void => {
      turns += 1
      if (!isDone) setImmediate(count)
    }
    setImmediate(count)
    const changes = [await append(store, ...edits)]
    isDone = true
    vi.restoreAllMocks()
    expect(turns).toBeGreaterThan(5)
    expect((await everythingIn(crashed(folder))).content).toEqual(contentAfter(changes))
  })
})
