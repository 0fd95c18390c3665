import fs from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { decodeJournal, encodeChange } from '#electron/storage/journal-lines.ts'
import { readManifest, writeManifest } from '#electron/storage/manifest.ts'
import { decodeShard, encodeShard } from '#electron/storage/shard-text.ts'
import type { StillFiles } from '#electron/storage/store.ts'
import { migrate, REACHED } from '#shared/model/migrate.ts'
import { made } from '#shared/model/change.ts'
import { FORMAT, tableNames } from '#shared/model/workspace.ts'
import { clientNamed } from '#tests/support/books.ts'
import { fixture, fixtures, heldIn } from '#tests/support/fixtures.ts'
import { append, contentOf, deviceFolder, entryAt, everythingIn, filesIn, open } from '#tests/support/stores.ts'

afterEach(() => vi.restoreAllMocks())

type Tables = Record<string, Record<string, Record<string, unknown>>>
const older = fixtures.filter((name) => heldIn(name).format < FORMAT)
const ofNow = fixtures.filter((name) => heldIn(name).format === FORMAT)

/** What has to be there: each field that the version knew as it was, and what later formats say more. */
function expected(name: string): Tables {
  const { tables } = heldIn(name)
  const rates = Object.entries(tables['exchangeRates'] ?? {})
  return {
    ...tables,
    exchangeRates: Object.fromEntries(rates.map(([id, rate]) => [id, { to: 'EUR', ...rate }])),
  }
}

async function expectAll(name: string, folder: string): Promise<void> {
  const { content, store } = await everythingIn(folder)
  const wanted = expected(name)
  for (const table of tableNames) {
    const found = (content as Tables)[table] ?? {}
    expect(Object.keys(found), table).toEqual(Object.keys(wanted[table] ?? {}))
    for (const [id, record] of Object.entries(wanted[table] ?? {})) expect(found[id]).toMatchObject(record)
  }
  expect(store).toMatchObject({ seq: heldIn(name).seq, problems: [], readOnly: null, isNew: false })
}

describe('every format that there has been', () => {
  it('has its steps to the present one, and a workspace that its version left', () => {
    expect(REACHED).toBe(FORMAT)
    expect([...new Set(fixtures.map((name) => heldIn(name).format))]).toEqual(
      Array.from({ length: FORMAT }, (_, before) => before + 1),
    )
  })

  it('is in one of them whole: no table of the present one is empty', () => {
    for (const name of ofNow)
      for (const table of tableNames) expect(heldIn(name).tables[table], `${name} ${table}`).not.toEqual({})
  })

  it.each(fixtures)('%s: is read whole, and so it is by the next start', async (name) => {
    const folder = fixture(name)
    await expectAll(name, folder)
    await expectAll(name, folder)
  })

  it.each(fixtures)('%s: is gone on with', async (name) => {
    const folder = fixture(name)
    const store = await open(folder)
    const entry = entryAt('2026-03-19T08:00:00Z')
    const { seq } = await append(store, made('clients', clientNamed('Anew')), made('entries', entry))
    expect(seq).toBe(heldIn(name).seq + 1)
    await store.checkpoint(null)
    await store.close(null)
    const { content, store: again } = await everythingIn(folder)
    expect((content as Tables)['entries']?.[entry.id]).toEqual(entry)
    expect(Object.keys(content['clients'] as object)).toHaveLength(3)
    expect(again.problems).toEqual([])
  })
})

describe('the present format', () => {
  it.each(ofNow)('%s: is not written anew at a start', async (name) => {
    const folder = fixture(name)
    const before = filesIn(folder)
    const store = await open(folder)
    const { lock: _, ...files } = Object.fromEntries(filesIn(folder))
    expect(files).toEqual(Object.fromEntries(before))
    await store.close(null)
  })

  it.each(ofNow)('%s: files, lines and the manifest are still written to the byte as they were', async (name) => {
    const folder = fixture(name)
    const device = deviceFolder(folder)
    let count = 0
    for (const [file, text] of filesIn(device)) {
      count += 1
      if (file.endsWith('.json')) expect(encodeShard(decodeShard(text).shard), file).toBe(text)
      else {
        const lines = await Promise.all(decodeJournal(Buffer.from(text)).changes.map((change) => encodeChange(change)))
        expect(Buffer.concat(lines.flat()).toString(), file).toBe(text)
      }
    }
    expect(count).toBeGreaterThan(12)
    const manifest = path.join(folder, 'manifest.json')
    const text = fs.readFileSync(manifest, 'utf8')
    const read = readManifest(manifest)
    if (!read || read === 'bad') throw new Error('no manifest')
    writeManifest(manifest, read)
    expect(fs.readFileSync(manifest, 'utf8')).toBe(text)
  })

  it('is what a migration leaves alone', () => {
    for (const name of ofNow) {
      const tables = new Map(
        Object.entries(heldIn(name).tables).map(([table, records]) => [table, new Map(Object.entries(records))]),
      )
      expect(migrate(1, tables)).toEqual(tables)
    }
  })
})

describe('files of an older format', () => {
  it.each(older)(
    '%s: are written in the present one, the old ones kept to the byte among the backups',
    async (name) => {
      const folder = fixture(name)
      const before = filesIn(deviceFolder(folder))
      const store = await open(folder)
      const device = fs.readdirSync(path.join(folder, 'devices'))
      expect(device).toEqual([`a1b2c3d4e5f6-f${FORMAT}`])
      expect(store.device).toBe(device[0])
      for (const [file, text] of filesIn(deviceFolder(folder)))
        if (file.endsWith('.json')) expect(text, file).toContain(`{"format":${FORMAT},`)
      expect(filesIn(path.join(folder, 'backups', 'files-of-a1b2c3d4e5f6'))).toEqual(before)
      await store.close(null)
    },
  )

  it('are copied before: with what the journal says, and all of the invoices', async () => {
    const copied: StillFiles[] = []
    const store = await open(fixture('1-one-file-of-invoices'), {
      beforeMigration: async (files) => void copied.push(files),
    })
    await store.close(null)
    expect(copied).toHaveLength(1)
    expect(copied[0]?.shards()).toContain('invoices')
    expect(copied[0]?.unsaved().map(({ seq }) => seq)).toEqual([8, 9])
  })

  it('are left as they are where they could not be copied: shown whole, and nothing is saved until it works', async () => {
    const name = '1-one-file-of-invoices'
    const folder = fixture(name)
    const before = filesIn(folder)
    const full = (): Promise<void> => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
    const store = await open(folder, { beforeMigration: full })
    expect(store.problems).toEqual([{ kind: 'notMigrated', cause: 'full' }])
    const months = await store.allMonths()
    for (const entry of await store.readMonths(months)) store.workspace.tables.entries.set(entry.id, entry)
    const content = contentOf(store.workspace) as Tables
    for (const [table, records] of Object.entries(expected(name)))
      for (const [id, record] of Object.entries(records)) expect(content[table]?.[id]).toMatchObject(record)
    const outcome = await store.append({ by: 'user', label: 'test', edits: [made('clients', clientNamed('None'))] })
    expect(outcome).toEqual({ ok: false, refusal: { code: 'notSaved', cause: 'full' } })
    await store.checkpoint(new Map())
    await store.close(new Map())
    expect(filesIn(folder)).toEqual(before)
    await expectAll(name, folder)
  })

  it.each(['', 'entries', 'invoices'])('are left as they are where %j cannot be listed', async (place) => {
    const name = '1-rates-without-currency'
    const folder = fixture(name)
    const before = filesIn(path.join(folder, 'devices'))
    const bad = path.join(deviceFolder(folder), place)
    const { readdirSync } = fs
    vi.spyOn(fs, 'readdirSync').mockImplementation(((where: string, ...rest: []) => {
      if (where === bad) throw Object.assign(new Error('no list'), { code: 'EIO' })
      return readdirSync(where, ...rest)
    }) as typeof fs.readdirSync)
    const store = await open(folder)
    vi.restoreAllMocks()
    expect(store.problems).toContainEqual({ kind: 'notMigrated', cause: 'other' })
    const outcome = await store.append({ by: 'user', label: 'test', edits: [made('clients', clientNamed('None'))] })
    expect(outcome).toMatchObject({ ok: false })
    await store.close(null)
    expect(filesIn(path.join(folder, 'devices'))).toEqual(before)
    await expectAll(name, folder)
  })

  it('are shown, and left as they are, while another program has the folder', async () => {
    const name = '1-rates-without-currency'
    const folder = fixture(name)
    fs.writeFileSync(path.join(folder, 'lock'), JSON.stringify({ pid: 1, host: 'another machine', boot: '' }))
    const before = filesIn(folder)
    const store = await open(folder)
    expect(store.readOnly).toBe('locked')
    expect(Object.values((contentOf(store.workspace) as Tables)['exchangeRates'] ?? {})).toMatchObject([
      { to: 'EUR' },
      { to: 'EUR' },
    ])
    await store.close(null)
    expect(filesIn(folder)).toEqual(before)
  })

  it('a bad one of them goes to quarantine, and what the journal knows of it is there', async () => {
    const folder = fixture('1-one-file-of-invoices')
    fs.writeFileSync(path.join(deviceFolder(folder), 'invoices.json'), '<html>')
    const store = await open(folder)
    expect(store.problems).toMatchObject([{ kind: 'badFile' }])
    expect(store.workspace.tables.invoices.size).toBe(3)
    await store.close(null)
  })

  it('without their manifest they are known by what they say themselves', async () => {
    const name = '1-one-file-of-invoices'
    const folder = fixture(name)
    fs.rmSync(path.join(folder, 'manifest.json'))
    const { content } = await everythingIn(folder)
    expect(Object.keys((content as Tables)['invoices'] ?? {})).toEqual(Object.keys(expected(name)['invoices'] ?? {}))
    expect(readManifest(path.join(folder, 'manifest.json'))).toMatchObject({ format: FORMAT })
  })
})
