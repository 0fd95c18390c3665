import fs from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { everythingAsSource, exportEverything, readEverything } from '#electron/keeping/everything.ts'
import { restore } from '#electron/keeping/restore.ts'
import { wholesale } from '#shared/keeping.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { made, removed, replaced } from '#shared/model/change.ts'
import { sampleEdits } from '#shared/sample/index.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Zone } from '#shared/kernel/instant.ts'
import { clientNamed } from '#tests/support/books.ts'
import { diskError, watchDisk } from '#tests/support/failing-disk.ts'
import { entryOn, ground, keptWorkspace, type KeptWorkspace } from '#tests/support/kept-workspace.ts'
import { everythingIn, temporaryFolder } from '#tests/support/stores.ts'

afterEach(() => vi.restoreAllMocks())

const AT = '2026-03-20T10:00:00Z' as Instant
const sample = sampleEdits('2026-03-20' as Day, AT, 'Europe/Rome' as Zone, 'en')

async function exported(kept: KeptWorkspace): Promise<string> {
  const file = path.join(temporaryFolder(), 'all.json')
  expect(await exportEverything(kept.open, file, AT)).toMatchObject({ ok: true, value: { name: 'all.json' } })
  return file
}

async function readIn(kept: KeptWorkspace, file: string) {
  const read = await readEverything(file)
  if (!read.ok) return read
  const wanted = { source: everythingAsSource(read.value), at: null, backup: null }
  return restore(kept, async () => wanted, wholesale.file)
}

describe('everything as one file', () => {
  it('read in elsewhere it is all the same, in memory, on the disk, and written out again', async () => {
    const here = await keptWorkspace(temporaryFolder(), sample)
    if (here.open.book.running) await here.open.execute('timer.stop', {})
    const folder = temporaryFolder()
    const there = await keptWorkspace(folder, [...ground, made('entries', entryOn('2019-01-01'))])
    const file = await exported(here)
    expect(await readIn(there, file)).toMatchObject({ ok: true })
    expect(await there.content()).toEqual(await here.content())
    const [written, again] = [file, await exported(there)].map((each): unknown =>
      JSON.parse(fs.readFileSync(each, 'utf8')),
    )
    expect(again).toEqual(written)
    await there.open.close()
    expect((await everythingIn(folder)).content).toEqual(await here.content())
  })

  it('is as it was when it was begun, whatever is done while it is written', async () => {
    const [january, february, gone] = ['2026-01-12', '2026-02-12', '2026-02-13'].map((day) => entryOn(day))
    if (!january || !february || !gone) throw new Error('there are three')
    const edits = [january, february, gone].map((entry) => made('entries', entry))
    const here = await keptWorkspace(temporaryFolder(), [...ground, ...edits])
    const before = await here.content()
    const on = (entry: typeof gone, day: string) => ({ ...entryOn(day), id: entry.id })
    const changing: Promise<void>[] = []
    const { store } = here.open
    const readMonths = store.readMonths.bind(store)
    vi.spyOn(store, 'readMonths').mockImplementation(async (months) => {
      const found = await readMonths(months)
      if (changing.length > 0) return found
      const changed = here.put(
        replaced('entries', january, on(january, '2026-02-20')),
        replaced('entries', february, on(february, '2026-01-20')),
        removed('entries', gone),
        made('entries', entryOn('2026-02-21')),
        made('clients', clientNamed('Birch')),
      )
      changing.push(changed)
      return found
    })
    const file = await exported(here)
    await Promise.all(changing)
    vi.restoreAllMocks()
    expect(await here.content()).not.toEqual(before)
    const there = await keptWorkspace(temporaryFolder())
    expect(await readIn(there, file)).toMatchObject({ ok: true })
    expect(await there.content()).toEqual(before)
  })

  it('is JSON with a record a line, and is read too where another program set it out anew', async () => {
    const here = await keptWorkspace(temporaryFolder())
    const file = await exported(here)
    const text = fs.readFileSync(file, 'utf8')
    const value = JSON.parse(text) as { app: string; tables: Record<string, unknown[]> }
    expect([value.app, value.tables['clients']?.length, value.tables['entries']]).toEqual(['Mainstay', 1, []])
    expect(text.split('\n').filter((line) => line.startsWith('{"id"'))).toHaveLength(ground.length)
    fs.writeFileSync(file, `\uFEFF${JSON.stringify(value, null, 2)}`)
    const there = await keptWorkspace(temporaryFolder())
    expect((await readIn(there, file)).ok).toBe(true)
    expect(await there.content()).toEqual(await here.content())
  })

  it.each([
    ['cut', (text: string) => text.slice(0, -30), { code: 'notAnExport' }],
    ['of another tool', () => '{"clients": []}', { code: 'notAnExport', line: null }],
    ['no JSON', () => 'Client,Project', { code: 'notAnExport', line: null }],
    ['with a record that is none', (text: string) => text.replace('"currency":"EUR"', '"currency":7'), { line: 6 }],
    [
      'with the same record twice',
      (text: string) => text.replace(/(\{"id".*"name":"Halden".*)\n/, '$1,\n$1\n'),
      { line: 10 },
    ],
    ['of a newer version', (text: string) => text.replace(/"format": \d+/, '"format": 99'), { code: 'exportNewer' }],
    [
      'without preferences',
      (text: string) => text.replace(/"preferences": \[\n.*\n\]/, '"preferences": [\n]'),
      { code: 'notAnExport' },
    ],
  ])('a file that is %s is refused whole', async (_what, spoil, refusal) => {
    const kept = await keptWorkspace(temporaryFolder())
    const file = await exported(kept)
    fs.writeFileSync(file, spoil(fs.readFileSync(file, 'utf8')))
    const before = await kept.content()
    expect(await readIn(kept, file)).toMatchObject({ ok: false, refusal })
    expect(await kept.content()).toEqual(before)
  })

  it('brings nothing in that reaches into an object’s own workings', async () => {
    const kept = await keptWorkspace(temporaryFolder())
    const file = await exported(kept)
    fs.writeFileSync(
      file,
      fs.readFileSync(file, 'utf8').replace('"name":"Halden"', '"name":"Halden","__proto__":{"archived":true},"x":1'),
    )
    expect(await readIn(kept, file)).toMatchObject({ ok: true })
    const [client] = kept.open.book.workspace.tables.clients.values()
    expect([client?.archived, Object.getPrototypeOf(client)]).toEqual([false, Object.prototype])
  })

  it('that does not read back as it was written does not take the place of what lay there', async () => {
    const kept = await keptWorkspace(temporaryFolder())
    const file = await exported(kept)
    const before = fs.readFileSync(file, 'utf8')
    const real = fs.readSync
    vi.spyOn(fs, 'readSync').mockImplementation(((descriptor: number, buffer: Buffer, from: number, length: number) => {
      const count = real(descriptor, buffer, from, length, null)
      buffer[0] = (buffer[0] ?? 0) ^ 1
      return count
    }) as typeof fs.readSync)
    expect(await exportEverything(kept.open, file, AT)).toMatchObject({
      ok: false,
      refusal: { code: 'fileNotWritten' },
    })
    vi.restoreAllMocks()
    expect(fs.readFileSync(file, 'utf8')).toBe(before)
    expect(fs.readdirSync(path.dirname(file))).toEqual(['all.json'])
  })

  it('is not written where the disk refuses; what lay there stays', async () => {
    const kept = await keptWorkspace(temporaryFolder())
    const file = await exported(kept)
    const before = fs.readFileSync(file, 'utf8')
    watchDisk('changing', (_number, call) => {
      if (call === 'writeSync') throw diskError('ENOSPC')
    })
    expect(await exportEverything(kept.open, file, AT)).toEqual({
      ok: false,
      refusal: { code: 'fileNotWritten', name: 'all.json', cause: 'full' },
    })
    vi.restoreAllMocks()
    expect(fs.readdirSync(path.dirname(file))).toEqual(['all.json'])
    expect(fs.readFileSync(file, 'utf8')).toBe(before)
    expect(await readEverything(path.join(file, 'x'))).toMatchObject({
      refusal: { code: 'fileUnreadable', name: 'x', cause: 'missing' },
    })
  })
})
