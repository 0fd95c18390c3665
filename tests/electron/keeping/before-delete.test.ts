import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { backUpIfDue } from '#electron/keeping/back-up.ts'
import { listBackups } from '#electron/keeping/backups/catalogue.ts'
import { restore, wantedBackup } from '#electron/keeping/restore.ts'
import { wholesale } from '#shared/keeping.ts'
import { fileMonthOf, type TimeEntry } from '#shared/model/entry.ts'
import { made } from '#shared/model/change.ts'
import { diskError, watchDisk } from '#tests/support/failing-disk.ts'
import { entryOn, keptWorkspace } from '#tests/support/kept-workspace.ts'
import { temporaryFolder } from '#tests/support/stores.ts'

afterEach(() => vi.restoreAllMocks())

async function withEntries(count: number) {
  const folder = temporaryFolder()
  const kept = await keptWorkspace(folder)
  const entries = Array.from({ length: count }, (_, at) =>
    entryOn(`2026-0${1 + (at % 3)}-${10 + (at % 19)}`, `no. ${at}`),
  )
  await kept.put(...entries.map((entry) => made('entries', entry)))
  const files = (some: readonly TimeEntry[]) => {
    const byMonth: Record<string, string[]> = {}
    for (const entry of some) (byMonth[fileMonthOf(entry)] ??= []).push(entry.id)
    return byMonth
  }
  const remove = (some: readonly TimeEntry[]) => kept.open.execute('entries.remove', { files: files(some) })
  const backups = async () => (await listBackups(path.join(folder, 'backups'))).backups
  return { kept, entries, remove, backups }
}

describe('before many are deleted', () => {
  it('everything is backed up, and can be had back from that', async () => {
    const { kept, entries, remove, backups } = await withEntries(30)
    const was = await kept.content()
    expect((await remove(entries.slice(0, 20))).ok).toBe(true)
    const [backup, ...more] = await backups()
    expect(more).toEqual([])
    expect(backup).toMatchObject({ why: 'beforeDelete', counts: { entries: 30 } })
    expect(Object.keys((await kept.content())['entries'] as object)).toHaveLength(10)
    const wanted = () => wantedBackup(kept, backup?.name ?? '')
    expect((await restore(kept, wanted, wholesale.backup)).ok).toBe(true)
    expect(await kept.content()).toEqual(was)
  })

  it('but not before some are: they are a step of undo', async () => {
    const { entries, remove, backups } = await withEntries(30)
    expect((await remove(entries.slice(0, 19))).ok).toBe(true)
    expect(await backups()).toEqual([])
  })

  it('where there can be no backup nothing is deleted, and it works again when the cause is gone', async () => {
    const { kept, entries, remove } = await withEntries(30)
    await kept.open.checkpoint()
    const was = await kept.content()
    watchDisk('changing', () => {
      throw diskError('ENOSPC')
    })
    expect(await remove(entries)).toEqual({ ok: false, refusal: { code: 'notSaved', cause: 'full' } })
    vi.restoreAllMocks()
    expect(await kept.content()).toEqual(was)
    expect((await remove(entries)).ok).toBe(true)
  })

  it('that waits for nothing that waits for it: a backup that is due, a restore', async () => {
    const { kept, entries, remove, backups } = await withEntries(60)
    const [first] = await Promise.all([remove(entries.slice(0, 30)), backUpIfDue(kept), remove(entries.slice(30))])
    expect(first.ok).toBe(true)
    const made = await backups()
    expect(made.filter(({ why }) => why === 'beforeDelete')).toHaveLength(2)
    for (const { name } of made) {
      const source = (await wantedBackup(kept, name))?.source
      for (const shard of source?.shards ?? []) expect(source?.records(shard).size).toBeGreaterThan(-1)
    }
  })
})
