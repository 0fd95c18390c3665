import fs from 'node:fs'
import path from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { makeFolder, writeSafely } from '#electron/storage/safe-file.ts'
import { made } from '#shared/model/change.ts'
import { clientNamed } from '#tests/support/books.ts'
import { watchDisk } from '#tests/support/failing-disk.ts'
import { fixture } from '#tests/support/fixtures.ts'
import {
  changeOf,
  contentAfter,
  contentOf,
  crashed,
  everythingIn,
  filesIn,
  open,
  temporaryFolder,
} from '#tests/support/stores.ts'
import { failingAt, type How } from './support/failing-at.ts'
import { counting, isFull, seeded, share } from './support/figures.ts'
import { allLoose, anyCut, emptyDisk, follow, leave, namesOnly, nothingLoose, writesOnly } from './support/power-cut.ts'
import { recordDisk, type Op } from './support/recorded-disk.ts'

// Hundreds of openings, on a machine that may be busy.
vi.setConfig({ testTimeout: 3_600_000 })

afterEach(() => vi.restoreAllMocks())

/** The one with most to do: invoices to be put elsewhere, rates to be filled in, lines that are in no file. */
const NAME = '1-one-file-of-invoices'

const wanted = async (): Promise<Record<string, unknown>> => (await everythingIn(fixture(NAME))).content

const combined: readonly (readonly [string, How])[] = isFull
  ? ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EBUSY'].flatMap((code) => [
      [code, 'once'] as const,
      [code, 'from then on'] as const,
    ])
  : [['ENOSPC', 'from then on']]

it.each(combined)('a disk that fails at any call (%s, %s): all is there by the next start', async (code, how) => {
  const content = await wanted()
  const calls = await failingAt(
    code,
    how,
    'all',
    async (arm) => {
      const folder = fixture(NAME)
      arm()
      const store = await open(folder)
      const early = await store.append(changeOf(made('clients', clientNamed('Early'))))
      vi.restoreAllMocks()
      await store.close(null)
      const after = early.ok
        ? { ...content, clients: { ...(content['clients'] as object), ...addedBy(early.value.edits) } }
        : content
      const { content: found, store: again } = await everythingIn(folder)
      expect(found).toEqual(after)
      expect(again.readOnly).toBeNull()
    },
    { most: 2000, step: share(29, 1) },
  )
  expect(calls).toBeGreaterThan(100)
})

const addedBy = (edits: Parameters<typeof contentAfter>[0][number]['edits']): object =>
  contentAfter([{ edits }])['clients'] as object

it('a crash at any step: the old files, or the new ones, and never half of either', async () => {
  const content = await wanted()
  const folder = fixture(NAME)
  const before = filesIn(path.join(folder, 'devices'))
  const moments: { folder: string; step: string }[] = []
  let paused = false
  watchDisk('changing', (number, call) => {
    if (paused || number % share(11, 1) !== 0) return
    paused = true
    moments.push({ folder: crashed(folder), step: `${number}: ${call}` })
    paused = false
  })
  const store = await open(folder)
  vi.restoreAllMocks()
  await store.close(null)
  let ofOld = 0
  const counts = counting({ 'faults.migration.steps': 'steps' })
  for (const moment of moments) {
    const manifest = JSON.parse(fs.readFileSync(path.join(moment.folder, 'manifest.json'), 'utf8')) as {
      format: number
    }
    if (manifest.format === 1) {
      ofOld += 1
      const files = filesIn(path.join(moment.folder, 'devices'))
      for (const [file, text] of before) expect(files.get(file), moment.step).toBe(text)
    }
    expect((await everythingIn(moment.folder)).content, moment.step).toEqual(content)
    counts['faults.migration.steps'] += 1
  }
  expect(ofOld).toBeGreaterThan(3)
  expect(moments.length).toBeGreaterThan(ofOld)
})

/** The same, with every call that led to it, from an empty disk on. */
async function recorded(): Promise<{ ops: readonly Op[]; written: number }> {
  const folder = path.join(temporaryFolder(), 'data')
  const ops: Op[] = []
  recordDisk(folder, ops)
  for (const [file, text] of filesIn(fixture(NAME))) {
    // It lay on the disk long before.
    makeFolder(path.dirname(path.join(folder, file)))
    writeSafely(path.join(folder, file), text)
  }
  const written = ops.length
  const store = await open(folder)
  vi.restoreAllMocks()
  await store.close(null)
  return { ops, written }
}

it('the power is cut after any call: all is there by the next start', async () => {
  const content = await wanted()
  const chance = seeded(20_261_128)
  const { ops, written } = await recorded()
  const disk = emptyDisk()
  for (const op of ops.slice(0, written)) follow(disk, op)
  const lost: string[] = []
  const counts = counting({ 'faults.migration.powercuts': 'cuts', 'faults.migration.lost': 'workspaces' })
  for (const [count, op] of ops.slice(written).entries()) {
    follow(disk, op)
    if (count % share(12, 1) !== 0) continue
    const some = Array.from({ length: share(1, 6) }, () => anyCut(chance))
    for (const cut of [nothingLoose, allLoose, namesOnly, writesOnly, ...some]) {
      const folder = path.join(temporaryFolder(), 'data')
      leave(disk, cut, folder)
      counts['faults.migration.powercuts'] += 1
      const found = await everythingIn(folder)
      if (JSON.stringify(found.content) !== JSON.stringify(content)) lost.push(`after ${count} (${op.kind})`)
      counts['faults.migration.lost'] = lost.length
    }
  }
  expect(lost).toEqual([])
  expect(counts['faults.migration.powercuts']).toBeGreaterThan(20)
  expect(contentOf((await open(fixture(NAME))).workspace)['invoices']).toEqual(content['invoices'])
})
