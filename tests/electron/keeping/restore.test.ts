import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { backUp } from '#electron/keeping/back-up.ts'
import { backupsView } from '#electron/keeping/list.ts'
import { restore, wantedBackup, whatWouldChange } from '#electron/keeping/restore.ts'
import { wholesale } from '#shared/keeping.ts'
import { made, removed, replaced } from '#shared/model/change.ts'
import { clientNamed } from '#tests/support/books.ts'
import { client, entryOn, keptWorkspace, work, type KeptWorkspace } from '#tests/support/kept-workspace.ts'
import { everythingIn, temporaryFolder } from '#tests/support/stores.ts'

async function backedUp(kept: KeptWorkspace): Promise<string> {
  const outcome = await backUp(kept, 'byHand')
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value.name
}

const back = (kept: KeptWorkspace, name: string) => restore(kept, () => wantedBackup(kept, name), wholesale.backup)

async function changed() {
  const folder = temporaryFolder()
  const kept = await keptWorkspace(folder)
  const [old, moved] = [entryOn('2024-06-04'), entryOn('2026-03-04')]
  await kept.put(made('entries', old), made('entries', moved))
  const was = await kept.content()
  const name = await backedUp(kept)
  const other = clientNamed('Other')
  await kept.put(
    removed('entries', old),
    replaced('entries', moved, { ...moved, start: entryOn('2025-02-04').start, end: entryOn('2025-02-04').end }),
    made('clients', other),
    replaced('clients', client, { ...client, name: 'Halden & Reyes' }),
  )
  return { folder, kept, was, name, now: await kept.content() }
}

describe('a restore', () => {
  it('says what would be otherwise, and changes nothing by that', async () => {
    const { kept, name, now } = await changed()
    expect(await whatWouldChange(kept, () => wantedBackup(kept, name))).toMatchObject({
      ok: true,
      value: {
        at: '2026-03-20T10:00:00Z',
        differences: [
          { table: 'clients', back: 0, gone: 1, changed: 1 },
          { table: 'entries', back: 1, gone: 0, changed: 1 },
        ],
      },
    })
    expect(await kept.content()).toEqual(now)
  })

  it('makes everything what it was, on the disk too; undo makes it what it is, and redo', async () => {
    const { folder, kept, was, name, now } = await changed()
    expect((await back(kept, name)).ok).toBe(true)
    expect(await kept.content()).toEqual(was)
    expect((await kept.open.undo()).ok).toBe(true)
    expect(await kept.content()).toEqual(now)
    expect((await kept.open.redo()).ok).toBe(true)
    await kept.open.close()
    expect((await everythingIn(folder)).content).toEqual(was)
  })

  it('backs up first, so that it can be taken back after a restart too', async () => {
    const { folder, kept, name, now } = await changed()
    await back(kept, name)
    await kept.open.close()
    const again = await keptWorkspace(folder, [])
    const before = (await backupsView(again)).backups.find(({ why }) => why === 'beforeRestore')
    expect((await back(again, before?.name ?? '')).ok).toBe(true)
    expect(await again.content()).toEqual(now)
  })

  it('keeps the totals right, also where time is rounded in another way by what comes back', async () => {
    const { kept, name } = await changed()
    await kept.put(replaced('engagements', work, { ...work, rounding: { mode: 'up', minutes: 60 } }))
    const counted = new Promise<void>((resolve) =>
      kept.open.observe({ changed: () => undefined, counted: () => resolve() }),
    )
    await back(kept, name)
    await counted
    const days = kept.open.book.totals?.get(work.id)
    expect([...(days ?? [])].map(([day, { worked, charged }]) => [day, worked, charged])).toEqual([
      ['2024-06-04', 3600, 3600],
      ['2026-03-04', 3600, 3600],
    ])
  })

  it('lets no timer run on from then, and waits for one that runs now', async () => {
    const kept = await keptWorkspace(temporaryFolder())
    await kept.open.execute('timer.start', { engagementId: work.id })
    kept.at('2026-03-20T10:30:00Z')
    const name = await backedUp(kept)
    expect(await back(kept, name)).toEqual({ ok: false, refusal: { code: 'timerIsRunning' } })
    kept.at('2026-03-20T16:00:00Z')
    await kept.open.execute('timer.stop', {})
    await back(kept, name)
    const [entry] = kept.open.book.workspace.tables.entries.values()
    expect(entry).toMatchObject({ start: '2026-03-20T10:00:00Z', end: '2026-03-20T10:30:00Z' })
  })

  it('of a damaged backup changes nothing; the second copy stands in for it', async () => {
    const { folder, kept, was, name, now } = await changed()
    const objects = path.join(folder, 'backups', 'objects')
    const elsewhere = temporaryFolder()
    kept.choose(elsewhere)
    await backedUp(kept)
    kept.choose(null)
    for (const file of fs.readdirSync(objects))
      if (file.startsWith('clients-')) fs.writeFileSync(path.join(objects, file), 'broken')
    expect(await back(kept, name)).toMatchObject({ ok: false, refusal: { code: 'backupDamaged' } })
    expect(await kept.content()).toEqual(now)
    kept.choose(elsewhere)
    expect((await back(kept, name)).ok).toBe(true)
    expect(await kept.content()).toEqual(was)
  })

  it('of a list with names that reach into objects’ own workings, or out of its folder, brings in what is a file', async () => {
    const { folder, kept, name, was } = await changed()
    const file = path.join(folder, 'backups', `${name}.json`)
    const list = JSON.parse(fs.readFileSync(file, 'utf8')) as { files: Record<string, { object: string }> }
    const files = { ...list.files, toString: list.files['clients'], elsewhere: list.files['clients'] }
    fs.writeFileSync(file, JSON.stringify({ ...list, files }))
    expect(await back(kept, name)).toMatchObject({ ok: true })
    expect(await kept.content()).toEqual(was)
    const clients = { ...list.files['clients'], object: '../../settings.json' }
    fs.writeFileSync(file, JSON.stringify({ ...list, files: { ...list.files, clients } }))
    expect(await back(kept, name)).toEqual({ ok: false, refusal: { code: 'backupGone' } })
  })

  it('of one that a later version made is refused, and changes nothing', async () => {
    const { folder, kept, name, now } = await changed()
    const file = path.join(folder, 'backups', `${name}.json`)
    const list = JSON.parse(fs.readFileSync(file, 'utf8')) as object
    fs.writeFileSync(file, JSON.stringify({ ...list, format: 99 }))
    expect(await back(kept, name)).toEqual({ ok: false, refusal: { code: 'exportNewer', name } })
    expect(await kept.content()).toEqual(now)
  })

  it('of one that is not there is refused', async () => {
    const { kept } = await changed()
    expect(await back(kept, '2020-01-01T00-00-00Z')).toEqual({ ok: false, refusal: { code: 'backupGone' } })
  })
})
