import fs from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { snapshottingStart } from '#electron/snapshot.ts'
import { atOnce } from '#shared/kernel/pieces.ts'
import { findStart, keepStart } from '#electron/storage/start-cache.ts'
import { openWorkspace, type OpenWorkspace } from '#electron/workspace.ts'
import type { Month } from '#shared/kernel/day.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { made } from '#shared/model/change.ts'
import { settingsSchema } from '#shared/model/settings.ts'
import { newId } from '#tests/support/books.ts'
import { entryAt, months, open, preferences, temporaryFolder } from '#tests/support/stores.ts'

const now = '2026-03-20T09:00:00Z' as Instant
const settings = settingsSchema.parse({ theme: 'dark' })
const soon = { build: 'this one', months, now }

let user: string
let folder: string
let kept: string

const opened = async (): Promise<OpenWorkspace> =>
  openWorkspace(await open(folder), { now: () => Date.UTC(2026, 2, 20), newId })

/** A workspace that was worked in and left. */
beforeEach(async () => {
  user = temporaryFolder()
  folder = path.join(user, 'data')
  fs.writeFileSync(path.join(user, 'settings.json'), JSON.stringify({ theme: 'dark', window: null }))
  const workspace = await opened()
  await workspace.begin('first start', [
    made('preferences', preferences),
    made('entries', entryAt('2026-03-04T08:00:00Z')),
    made('entries', entryAt('2024-03-04T08:00:00Z')),
    made('entries', entryAt('2025-12-31T23:30:00Z', { end: null, note: 'still runs' })),
  ])
  await workspace.count()
  await workspace.close()
  kept = atOnce(snapshottingStart(workspace, now, months)) ?? ''
  keep()
})

const keep = (until: Instant | null = null): void =>
  keepStart(user, { build: 'this one', folder, months, until, settings, seq: 1, snapshot: kept })

test('says what opening the workspace says', async () => {
  const found = findStart(user, soon)
  expect(found).toMatchObject({ folder, settings, seq: 1 })
  const workspace = await opened()
  expect(atOnce(snapshottingStart(workspace, now, months))).toBe(found?.snapshot)
  const { tables } = JSON.parse(found?.snapshot ?? '') as { tables: { entries: { note: string }[] } }
  expect(tables.entries.map(({ note }) => note).toSorted()).toEqual(['still runs', 'work'])
  await workspace.close()
})

test('is for its owner’s eyes', () => {
  expect(fs.statSync(path.join(user, 'start.cache.json')).mode & 0o777).toBe(0o600)
})

describe('is not believed', () => {
  const device = (): string => path.join(folder, 'devices', fs.readdirSync(path.join(folder, 'devices'))[0] ?? '')
  const later = (file: string): void => fs.utimesSync(file, new Date(), new Date(Date.now() + 5000))

  test.each<[string, () => void | Promise<void>]>([
    [
      'a change was made',
      async () => {
        const workspace = await opened()
        await workspace.put('test', [made('entries', entryAt('2026-03-05T08:00:00Z'))])
      },
    ],
    ['a month’s file was written anew, as long as it was', () => later(path.join(device(), 'entries/2024-03.json'))],
    ['a month’s file is gone', () => fs.rmSync(path.join(device(), 'entries/2024-03.json'))],
    ['a month’s file was put there', () => fs.writeFileSync(path.join(device(), 'entries/2023-01.json'), '{}')],
    ['the journal is longer', () => fs.appendFileSync(path.join(device(), 'journal.jsonl'), 'x')],
    ['the manifest is another', () => fs.appendFileSync(path.join(folder, 'manifest.json'), ' ')],
    ['another device has written', () => fs.mkdirSync(path.join(folder, 'devices/other/entries'), { recursive: true })],
    ['all of it is gone', () => fs.rmSync(folder, { recursive: true })],
    ['settings are others', () => fs.writeFileSync(path.join(user, 'settings.json'), '{"theme":"light"}')],
    ['settings cannot be read', () => fs.writeFileSync(path.join(user, 'settings.json'), '{"theme":')],
    ['it was cut', () => fs.truncateSync(path.join(user, 'start.cache.json'), 200)],
    ['it is gone', () => fs.rmSync(path.join(user, 'start.cache.json'))],
  ])('where %s', async (_what, happen) => {
    expect(findStart(user, soon)).not.toBeNull()
    await happen()
    expect(findStart(user, soon)).toBeNull()
  })

  test('by another build, in another month, on another day where that counts', () => {
    expect(findStart(user, { ...soon, build: 'a later one' })).toBeNull()
    expect(findStart(user, { ...soon, months: ['2026-04', ...months.slice(0, 2)] as Month[] })).toBeNull()
    keep('2026-03-20T09:00:01Z' as Instant)
    expect(findStart(user, soon)).not.toBeNull()
    expect(findStart(user, { ...soon, now: '2026-03-20T09:00:01Z' as Instant })).toBeNull()
  })

  test('with any letter of it changed', () => {
    const file = path.join(user, 'start.cache.json')
    const bytes = fs.readFileSync(file)
    for (let at = 0; at < bytes.length; at += 97) {
      const other = Buffer.from(bytes)
      other[at] = (other[at] ?? 0) ^ 1
      fs.writeFileSync(file, other)
      expect(findStart(user, soon), `byte ${at}`).toBeNull()
    }
  })
})

test('where the windows were makes no other start', () => {
  fs.writeFileSync(
    path.join(user, 'settings.json'),
    JSON.stringify({ theme: 'dark', window: { x: 1 }, mini: { x: 2 } }),
  )
  expect(findStart(user, soon)).not.toBeNull()
})

test('nothing is kept of a workspace that has something to tell', async () => {
  fs.writeFileSync(
    path.join(folder, 'devices', fs.readdirSync(path.join(folder, 'devices'))[0] ?? '', 'clients.json'),
    '<',
  )
  const workspace = await opened()
  expect(atOnce(snapshottingStart(workspace, now, months))).toBeNull()
  await workspace.close()
})
