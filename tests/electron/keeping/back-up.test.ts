import fs from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { acceptDrop, backUp, backUpIfDue } from '#electron/keeping/back-up.ts'
import { backupsView } from '#electron/keeping/list.ts'
import { listBackups } from '#electron/keeping/backups/catalogue.ts'
import { objectsOf } from '#electron/keeping/backups/objects.ts'
import { secondFolderOf } from '#electron/keeping/backups/second.ts'
import { made, removed } from '#shared/model/change.ts'
import { diskError, watchDisk } from '#tests/support/failing-disk.ts'
import { entryOn, keptWorkspace, type KeptWorkspace } from '#tests/support/kept-workspace.ts'
import { deviceFolder, filesIn, temporaryFolder } from '#tests/support/stores.ts'

afterEach(() => vi.restoreAllMocks())

const backupsIn = async (folder: string) => (await listBackups(path.join(folder, 'backups'))).backups
const objectsIn = (folder: string) => fs.readdirSync(path.join(folder, 'backups', 'objects'))

async function started(): Promise<{ folder: string; kept: KeptWorkspace }> {
  const folder = temporaryFolder()
  const kept = await keptWorkspace(folder)
  await kept.put(made('entries', entryOn('2026-03-04')), made('entries', entryOn('2025-11-04')))
  return { folder, kept }
}

describe('a backup', () => {
  it('is made when an hour has passed and something has changed, and not before', async () => {
    const { folder, kept } = await started()
    await backUpIfDue(kept)
    expect(await backupsIn(folder)).toMatchObject([
      { why: 'hourly', counts: { clients: 1, engagements: 1, entries: 2, preferences: 1 } },
    ])
    kept.at('2026-03-20T12:00:00Z')
    await backUpIfDue(kept)
    expect(await backupsIn(folder)).toHaveLength(1)
    await kept.put(made('entries', entryOn('2026-03-05')))
    await backUpIfDue(kept)
    await kept.put(made('entries', entryOn('2026-03-06')))
    await backUpIfDue(kept)
    expect((await backupsIn(folder)).map(({ counts }) => counts.entries)).toEqual([3, 2])
    // A clock that was set back.
    kept.at('2026-03-20T08:00:00Z')
    await backUpIfDue(kept)
    expect(await backupsIn(folder)).toHaveLength(3)
  })

  it('takes room for what changed alone', async () => {
    const { folder, kept } = await started()
    await backUp(kept, 'byHand')
    const before = objectsIn(folder)
    await kept.put(made('entries', entryOn('2026-03-05')))
    await backUp(kept, 'byHand')
    expect(objectsIn(folder).filter((name) => !before.includes(name))).toEqual([
      expect.stringMatching(/^entries-2026-03-[0-9a-f]{64}\.json$/),
    ])
  })

  it('relies on no copy that has rotted: it is made anew, and the second one too', async () => {
    const folder = temporaryFolder()
    const kept = await keptWorkspace(folder)
    const second = temporaryFolder()
    kept.choose(second)
    await kept.put(made('entries', entryOn('2026-03-04')))
    expect(await backUp(kept, 'byHand')).toMatchObject({ ok: true })
    const places = [
      path.join(folder, 'backups', 'objects'),
      path.join(secondFolderOf(second, kept.open.store.device), 'objects'),
    ]
    for (const place of places) {
      const [name = ''] = fs.readdirSync(place).filter((each) => each.startsWith('clients'))
      const bytes = fs.readFileSync(path.join(place, name))
      fs.writeFileSync(path.join(place, name), Buffer.concat([Buffer.from('['), bytes.subarray(1)]))
    }
    await kept.put(made('entries', entryOn('2026-03-05')))
    expect(await backUp(kept, 'byHand')).toMatchObject({ ok: true })
    for (const place of places)
      for (const name of fs.readdirSync(place)) expect(await objectsOf(place).check(name), name).not.toBeNull()
  })

  it('holds what has not been brought into a file yet', async () => {
    const { folder, kept } = await started()
    vi.spyOn(kept.open.store, 'checkpoint').mockResolvedValue()
    await kept.put(made('entries', entryOn('2026-03-07')))
    expect(await backUp(kept, 'byHand')).toMatchObject({ ok: true, value: { counts: { entries: 3 } } })
    expect(objectsIn(folder).some((name) => name.startsWith('journal-'))).toBe(true)
  })

  it('copies no file that makes no sense, and says that fewer records are there', async () => {
    const { folder, kept } = await started()
    await backUp(kept, 'byHand')
    fs.writeFileSync(path.join(deviceFolder(folder), 'entries', '2025-11.json'), '<html>')
    await backUp(kept, 'byHand')
    const [newest] = await backupsIn(folder)
    expect(newest).toMatchObject({ drop: [{ file: 'entries/2025-11', before: 1, now: 0 }], counts: { entries: 1 } })
    expect(kept.open.store.problems).toContainEqual({
      kind: 'fewerRecords',
      file: 'entries/2025-11',
      before: 1,
      now: 0,
    })
  })
})

describe('a drop in records', () => {
  it('that the user made is none', async () => {
    const { folder, kept } = await started()
    const entry = entryOn('2026-03-10')
    await kept.put(made('entries', entry))
    await backUp(kept, 'byHand')
    await kept.put(removed('entries', entry))
    await backUp(kept, 'byHand')
    expect((await backupsIn(folder))[0]).toMatchObject({ drop: [], counts: { entries: 2 } })
  })

  it('that nobody explained keeps every older backup, until the user says that it is right', async () => {
    const { folder, kept } = await started()
    await backUp(kept, 'byHand')
    // Another program empties a month; more backups than are kept are made afterwards.
    const file = path.join(deviceFolder(folder), 'entries', '2025-11.json')
    fs.writeFileSync(file, '{"format":1,"seq":1,"count":0,"crc":"x","records":{}}')
    for (let count = 0; count < 60; count++) {
      kept.at(`2026-03-21T10:${String(count).padStart(2, '0')}:00Z`)
      await backUp(kept, 'hourly')
    }
    expect(await backupsIn(folder)).toHaveLength(61)
    expect((await backupsView(kept)).backups[0]?.missing).toBe(1)
    await acceptDrop(kept)
    expect(await backupsIn(folder)).toHaveLength(2)
    expect((await backupsView(kept)).backups[0]?.missing).toBe(0)
    expect(kept.open.store.problems.filter(({ kind }) => kind === 'fewerRecords')).toEqual([])
  })
})

/** More calls than a backup makes before its list is written. */
const CALLS = 9

describe('a disk that refuses', () => {
  it('at any call leaves the older backups whole, and the next one works', async () => {
    const { folder, kept } = await started()
    await backUp(kept, 'byHand')
    await kept.put(made('entries', entryOn('2026-03-05')))
    await kept.open.checkpoint()
    const before = filesIn(path.join(folder, 'backups'))
    for (let failing = 1; failing <= CALLS; failing++) {
      watchDisk('changing', (number) => {
        if (number >= failing) throw diskError(failing % 2 === 0 ? 'ENOSPC' : 'EIO')
      })
      const outcome = await backUp(kept, 'byHand')
      vi.restoreAllMocks()
      expect(outcome.ok).toBe(false)
      const after = filesIn(path.join(folder, 'backups'))
      for (const [name, text] of before) expect(after.get(name)).toBe(text)
    }
    expect(await backUp(kept, 'byHand')).toMatchObject({ ok: true, value: { drop: [], counts: { entries: 3 } } })
    expect(kept.open.store.problems.filter(({ kind }) => kind === 'notBackedUp')).toEqual([])
  })

  it('is told until the next one works', async () => {
    const { kept } = await started()
    watchDisk('changing', (_number, call) => {
      if (call === 'writeSync') throw diskError('ENOSPC')
    })
    expect(await backUp(kept, 'byHand')).toEqual({ ok: false, refusal: { code: 'notSaved', cause: 'full' } })
    expect((await backupsView(kept)).problem).toBe('full')
    vi.restoreAllMocks()
    await backUp(kept, 'byHand')
    expect(await backupsView(kept)).toMatchObject({ problem: null, backups: [{ why: 'byHand' }] })
  })
})

describe('the second copy', () => {
  it('is the same, follows what is taken away, and tells of a folder that is gone', async () => {
    const { folder, kept } = await started()
    const elsewhere = temporaryFolder()
    kept.choose(elsewhere)
    await backUp(kept, 'byHand')
    const copy = path.join(elsewhere, 'Mainstay backups', kept.open.store.device)
    expect(filesIn(copy)).toEqual(filesIn(path.join(folder, 'backups')))
    fs.renameSync(elsewhere, `${elsewhere}.away`)
    await kept.put(made('entries', entryOn('2026-03-05')))
    expect(await backUp(kept, 'byHand')).toMatchObject({ ok: true })
    expect((await backupsView(kept)).second).toEqual({ folder: elsewhere, problem: 'missing' })
    expect(fs.existsSync(elsewhere)).toBe(false)
    fs.renameSync(`${elsewhere}.away`, elsewhere)
    await backUp(kept, 'byHand')
    expect((await backupsView(kept)).second).toEqual({ folder: elsewhere, problem: null })
    expect(filesIn(copy)).toEqual(filesIn(path.join(folder, 'backups')))
  })

  it.each(['lost', 'damaged'])('keeps what of the first is %s', async (how) => {
    const { folder, kept } = await started()
    const elsewhere = temporaryFolder()
    kept.choose(elsewhere)
    await backUp(kept, 'byHand')
    const copy = path.join(elsewhere, 'Mainstay backups', kept.open.store.device)
    const before = filesIn(copy)
    const first = path.join(folder, 'backups')
    if (how === 'lost') fs.rmSync(first, { recursive: true })
    else
      for (const name of fs.readdirSync(first).filter((file) => file.endsWith('.json')))
        fs.writeFileSync(path.join(first, name), '{')
    kept.at('2026-03-20T12:00:00Z')
    await kept.put(made('entries', entryOn('2026-03-05')))
    expect(await backUp(kept, 'byHand')).toMatchObject({ ok: true })
    const after = filesIn(copy)
    expect(after.size).toBeGreaterThan(before.size)
    expect([...before].filter(([name, text]) => after.get(name) !== text)).toEqual([])
  })
})
