import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { backUp, backUpIfDue } from '#electron/keeping/back-up.ts'
import { listBackups } from '#electron/keeping/backups/catalogue.ts'
import { makeBackup } from '#electron/keeping/backups/make.ts'
import { readEverything } from '#electron/keeping/everything.ts'
import { restore, wantedBackup } from '#electron/keeping/restore.ts'
import { openWorkspace } from '#electron/workspace.ts'
import { wholesale } from '#shared/keeping.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { removed, type Edit } from '#shared/model/change.ts'
import { tableNames } from '#shared/model/workspace.ts'
import { newId } from '#tests/support/books.ts'
import { fixture, fixtures, heldIn } from '#tests/support/fixtures.ts'
import { keptWorkspace } from '#tests/support/kept-workspace.ts'
import { open, temporaryFolder } from '#tests/support/stores.ts'

const AT = '2026-03-20T09:00:00Z' as Instant
const older = fixtures.filter((name) => heldIn(name).format === 1)

describe('a backup of files of an older format', () => {
  it.each(older)('%s: is made before they are written anew, and everything can be had back from it', async (name) => {
    const folder = fixture(name)
    const migrated = await open(folder, {
      beforeMigration: async (files) => void (await makeBackup(files, 'beforeMigration', AT)),
    })
    await migrated.close(null)
    const kept = await keptWorkspace(folder, [])
    await kept.open.execute('timer.stop', {})
    const was = await kept.content()
    const [backup] = (await listBackups(kept.open.store.backups)).backups
    expect(backup).toMatchObject({ why: 'beforeMigration', format: 1, counts: { clients: 2, entries: 7 } })
    const { tables } = kept.open.book.workspace
    const all = tableNames.flatMap((table) =>
      table === 'preferences'
        ? []
        : [...tables[table].values()].map((record) => removed(table, record as never) as Edit),
    )
    await kept.put(...all)
    expect((await kept.content())['clients']).toEqual({})
    const wanted = () => wantedBackup(kept, backup?.name ?? '')
    expect((await restore(kept, wanted, wholesale.backup)).ok).toBe(true)
    const now = await kept.content()
    // The timer ran when the copy was made; it is stopped at that moment, not now.
    const stopped = (content: Record<string, unknown>) => {
      const entries = Object.values(content['entries'] as Record<string, { note: string }>)
      return { ...content, entries: entries.filter(({ note }) => note !== 'runs') }
    }
    expect(stopped(now)).toEqual(stopped(was))
    expect(Object.keys(now['entries'] as object)).toEqual(Object.keys(was['entries'] as object))
  })

  it('of which a copy is damaged says so, and nothing comes back', async () => {
    const folder = fixture('1-one-file-of-invoices')
    const migrated = await open(folder, {
      beforeMigration: async (files) => void (await makeBackup(files, 'beforeMigration', AT)),
    })
    await migrated.close(null)
    const objects = path.join(folder, 'backups', 'objects')
    const invoices = fs.readdirSync(objects).find((file) => file.startsWith('invoices')) ?? ''
    fs.appendFileSync(path.join(objects, invoices), ' ')
    const kept = await keptWorkspace(folder, [])
    await kept.open.execute('timer.stop', {})
    const was = await kept.content()
    const [backup] = (await listBackups(kept.open.store.backups)).backups
    const outcome = await restore(kept, () => wantedBackup(kept, backup?.name ?? ''), wholesale.backup)
    expect(outcome).toEqual({ ok: false, refusal: { code: 'backupDamaged', file: invoices } })
    expect(await kept.content()).toEqual(was)
  })
})

it('what could not be written in the present form is not backed up as if it had been', async () => {
  const folder = fixture('1-one-file-of-invoices')
  const full = (): Promise<void> => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
  const store = await open(folder, { beforeMigration: full })
  const around = { open: openWorkspace(store, { now: () => 0, newId }), now: () => 0, second: () => null }
  expect(await backUp(around, 'byHand')).toEqual({ ok: false, refusal: { code: 'notSaved', cause: 'full' } })
  await backUpIfDue(around)
  expect(fs.existsSync(path.join(folder, 'backups'))).toBe(false)
  await store.close(null)
})

describe('a file of everything of an older format', () => {
  const recordsOf = (name: string) =>
    Object.entries(heldIn(name).tables).map(([table, records]): [string, object[]] => [table, Object.values(records)])
  const asWritten = (name: string): string => {
    const tables = recordsOf(name).map(
      ([table, records]) => `"${table}": [${records.map((record) => `\n${JSON.stringify(record)}`).join(',')}\n]`,
    )
    return `{\n"app": "Mainstay",\n"format": 1,\n"exportedAt": "${AT}",\n"tables": {\n${tables.join(',\n')}\n}\n}\n`
  }
  const setOutAnew = (name: string): string =>
    JSON.stringify({ app: 'Mainstay', format: 1, exportedAt: AT, tables: Object.fromEntries(recordsOf(name)) })

  it.each(older.flatMap((name) => [asWritten, setOutAnew].map((text) => [name, text.name, text(name)] as const)))(
    '%s (%s): is read as what it says, in the present form',
    async (name, _, text) => {
      const file = path.join(temporaryFolder(), 'all.json')
      fs.writeFileSync(file, text)
      const read = await readEverything(file)
      if (!read.ok) throw new Error(JSON.stringify(read.refusal))
      for (const [table, records] of Object.entries(heldIn(name).tables))
        for (const [id, record] of Object.entries(records))
          expect(read.value.tables.get(table as 'clients')?.get(id as never)).toMatchObject(record)
      for (const rate of read.value.tables.get('exchangeRates')?.values() ?? [])
        expect(rate).toMatchObject({ to: 'EUR' })
    },
  )

  it('in which a record is none is refused', async () => {
    const file = path.join(temporaryFolder(), 'all.json')
    fs.writeFileSync(file, asWritten('1-one-file-of-invoices').replace('"millionths":920000', '"millionths":"much"'))
    expect(await readEverything(file)).toMatchObject({ ok: false, refusal: { code: 'notAnExport' } })
  })
})
