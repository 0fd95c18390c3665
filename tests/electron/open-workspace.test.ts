import fs from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { listBackups } from '#electron/keeping/backups/catalogue.ts'
import { openFolder } from '#electron/open-workspace.ts'
import type { OpenWorkspace } from '#electron/workspace.ts'
import { preferencesOf } from '#shared/domain/book.ts'
import { done } from '#shared/kernel/refusal.ts'
import { diskError } from '#tests/support/failing-disk.ts'
import { fixture } from '#tests/support/fixtures.ts'
import { deviceFolder, filesIn, temporaryFolder } from '#tests/support/stores.ts'

vi.mock('electron', () => ({ default: {}, app: { getSystemLocale: () => 'de-CH' } }))

const opened: OpenWorkspace[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  for (const workspace of opened.splice(0)) await workspace.close()
})

const beforeDelete = async () => done(null)

async function open(folder: string): Promise<OpenWorkspace> {
  const options = { folder, sample: false, isOwn: false, ready: Promise.resolve(), language: () => 'en' as const }
  const workspace = await openFolder({ ...options, checkpointed: () => undefined, beforeDelete })
  opened.push(workspace)
  return workspace
}

const close = async (workspace: OpenWorkspace): Promise<void> => {
  opened.splice(opened.indexOf(workspace), 1)
  await workspace.close()
}

const shown = ({ book }: OpenWorkspace) => preferencesOf(book.workspace)
const fileOf = (folder: string): string => path.join(deviceFolder(folder), 'preferences.json')
const quarantined = (folder: string): string[] => [...filesIn(path.join(folder, 'quarantine')).values()]
const kinds = ({ store }: OpenWorkspace): string[] => store.problems.map(({ kind }) => kind)

const theirs = { currency: 'GBP', listRate: 12_300, workingDays: [2, 3, 4] }
const defaults = { currency: 'CHF', listRate: 10_000, workingDays: [1, 2, 3, 4, 5] }

/** A workspace whose journals no longer know what its user has said of their work. */
async function theirFolder(): Promise<string> {
  const folder = temporaryFolder()
  const workspace = await open(folder)
  await workspace.execute('preferences.set', theirs)
  await close(workspace)
  for (const name of ['journal.jsonl', 'journal.prev.jsonl']) fs.truncateSync(path.join(deviceFolder(folder), name))
  return folder
}

describe('a new folder', () => {
  test('begins with what the system tells', async () => {
    const folder = temporaryFolder()
    const workspace = await open(folder)
    expect(shown(workspace)).toMatchObject(defaults)
    expect(workspace.seq()).toBe(1)
    await close(workspace)
    expect((await open(folder)).seq()).toBe(1)
  })

  test('of a start that was cut short begins at the next one', async () => {
    const folder = temporaryFolder()
    await close(await open(folder))
    for (const name of ['preferences.json', 'journal.jsonl', 'journal.prev.jsonl'])
      fs.rmSync(path.join(deviceFolder(folder), name))
    fs.rmSync(path.join(folder, 'manifest.json'))
    expect((await open(folder)).seq()).toBe(1)
  })
})

test('files of an older format are backed up before they are written in the present one', async () => {
  const folder = fixture('1-last')
  const workspace = await open(folder)
  expect(workspace.store).toMatchObject({ problems: [], readOnly: null })
  const { backups } = await listBackups(workspace.store.backups)
  expect(backups).toMatchObject([{ why: 'beforeMigration', format: 1, counts: { clients: 2, invoices: 3 } }])
})

const readsAgain = (): void => void vi.restoreAllMocks()
function cannotRead(file: string, code: string): void {
  const read = fs.readFileSync
  vi.spyOn(fs, 'readFileSync').mockImplementation((name, options) => {
    if (name === file) throw diskError(code)
    return read(name, options)
  })
}

/** Works, without a word about preferences. */
async function work(workspace: OpenWorkspace): Promise<void> {
  expect(await workspace.execute('timer.start', { engagementId: null })).toMatchObject({ ok: true })
}

describe.each(['EACCES', 'EIO'])('preferences that cannot be read (%s)', (code) => {
  test('stay as they are, and those of a new workspace are shown meanwhile', async () => {
    const folder = await theirFolder()
    const left = fs.readFileSync(fileOf(folder), 'utf8')
    cannotRead(fileOf(folder), code)
    const workspace = await open(folder)
    expect(shown(workspace)).toMatchObject(defaults)
    expect(kinds(workspace)).toEqual(['unreadable'])
    await work(workspace)
    await close(workspace)
    readsAgain()
    expect(fs.readFileSync(fileOf(folder), 'utf8')).toBe(left)
    const again = await open(folder)
    expect(shown(again)).toMatchObject(theirs)
    expect(again.book.running).not.toBeNull()
  })

  test.each(['in the same session', 'at the next start'])(
    'can be set, and none are lost: read again %s',
    async (when) => {
      const folder = await theirFolder()
      cannotRead(fileOf(folder), code)
      const workspace = await open(folder)
      expect(await workspace.execute('preferences.set', { listRate: 9000 })).toMatchObject({ ok: true })
      await workspace.checkpoint()
      expect(kinds(workspace)).toContain('notCheckpointed')
      if (when === 'in the same session') readsAgain()
      await close(workspace)
      readsAgain()
      const again = await open(folder)
      expect(shown(again)).toMatchObject({ ...defaults, listRate: 9000 })
      await close(again)
      expect(quarantined(folder).map((text) => JSON.parse(text) as unknown)).toMatchObject([theirs])
      expect(shown(await open(folder))).toMatchObject({ ...defaults, listRate: 9000 })
    },
  )
})

describe('preferences that are bad', () => {
  test('are not made up: their own are in force again once they have been mended', async () => {
    const folder = await theirFolder()
    const good = fs.readFileSync(fileOf(folder), 'utf8')
    fs.writeFileSync(fileOf(folder), good.slice(0, -9))
    for (const problems of [['badFile'], []]) {
      const workspace = await open(folder)
      expect(shown(workspace)).toMatchObject(defaults)
      expect(kinds(workspace)).toEqual(problems)
      await work(workspace)
      await close(workspace)
      expect(fs.existsSync(fileOf(folder))).toBe(false)
    }
    expect(quarantined(folder)).toEqual([good.slice(0, -9)])
    fs.writeFileSync(fileOf(folder), good)
    expect(shown(await open(folder))).toMatchObject(theirs)
  })

  test('can be set, and the bad file stays in quarantine', async () => {
    const folder = await theirFolder()
    fs.writeFileSync(fileOf(folder), '<html>')
    const workspace = await open(folder)
    expect(await workspace.execute('preferences.set', { listRate: 9000 })).toMatchObject({ ok: true })
    await close(workspace)
    const again = await open(folder)
    expect(shown(again)).toMatchObject({ ...defaults, listRate: 9000 })
    expect(kinds(again)).toEqual([])
    expect(quarantined(folder)).toEqual(['<html>'])
  })

  test('stay in their file while nobody sets them, and in quarantine then', async () => {
    const folder = await theirFolder()
    const bad = fs.readFileSync(fileOf(folder), 'utf8').replace('"GBP"', '"pounds"')
    fs.writeFileSync(fileOf(folder), bad)
    const workspace = await open(folder)
    expect(shown(workspace)).toMatchObject(defaults)
    await work(workspace)
    await workspace.checkpoint()
    expect(fs.readFileSync(fileOf(folder), 'utf8')).toBe(bad)
    fs.rmSync(path.join(folder, 'quarantine'), { recursive: true })
    await workspace.execute('preferences.set', { listRate: 9000 })
    await close(workspace)
    expect(quarantined(folder).join('')).toContain('"pounds"')
    expect(shown(await open(folder))).toMatchObject({ ...defaults, listRate: 9000 })
  })

  test('are not written over where they cannot be kept', async () => {
    const folder = await theirFolder()
    const bad = fs.readFileSync(fileOf(folder), 'utf8').replace('"GBP"', '"pounds"')
    fs.writeFileSync(fileOf(folder), bad)
    fs.writeFileSync(path.join(folder, 'quarantine'), 'a file where the folder should be')
    const workspace = await open(folder)
    expect(await workspace.execute('preferences.set', { listRate: 9000 })).toMatchObject({ ok: true })
    await close(workspace)
    expect(kinds(workspace)).toContain('notCheckpointed')
    expect(fs.readFileSync(fileOf(folder), 'utf8')).toBe(bad)
    expect(shown(await open(folder))).toMatchObject({ ...defaults, listRate: 9000 })
  })

  test('are not made up either where they are gone', async () => {
    const folder = await theirFolder()
    const good = fs.readFileSync(fileOf(folder), 'utf8')
    fs.rmSync(fileOf(folder))
    const workspace = await open(folder)
    expect(shown(workspace)).toMatchObject(defaults)
    await work(workspace)
    await close(workspace)
    expect(fs.existsSync(fileOf(folder))).toBe(false)
    fs.writeFileSync(fileOf(folder), good)
    expect(shown(await open(folder))).toMatchObject(theirs)
  })
})
