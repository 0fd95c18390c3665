import { afterEach, expect, test, vi } from 'vitest'
import { newId } from '#electron/ids.ts'
import { openWorkspace } from '#electron/workspace.ts'
import { countAll } from '#shared/domain/book.ts'
import { made } from '#shared/model/change.ts'
import { memoryStore } from '#tests/support/memory-store.ts'
import { crashed, entryAt, open, preferences, temporaryFolder } from '#tests/support/stores.ts'

afterEach(() => vi.restoreAllMocks())

const ENTRIES = 3000

test('a long change is in the book whole or not at all between changes, and others have their turn in its course', async () => {
  const store = memoryStore({ edits: [made('preferences', preferences)] })
  const workspace = openWorkspace(store, { now: () => 0, newId })
  const size = (): number => workspace.book.workspace.tables.entries.size
  const edits = Array.from({ length: ENTRIES }, (_, index) =>
    made('entries', entryAt(`2026-03-${String(1 + (index % 28)).padStart(2, '0')}T08:00:00Z`)),
  )
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 30))
  const [halves, revisions, between] = [new Set<number>(), new Set<number>(), new Set<number>()]
  let isOver = false
  const look = (): void => {
    halves.add(size())
    revisions.add(workspace.book.revision)
    void workspace.between(() => between.add(size()))
    if (!isOver) setImmediate(look)
  }
  setImmediate(look)
  await workspace.begin('test', edits)
  isOver = true
  await workspace.between(() => undefined)
  expect(halves.size).toBeGreaterThan(3)
  // What was worked out from half of it is not taken for the whole.
  expect(revisions.size).toBeGreaterThanOrEqual(halves.size)
  expect([...between]).toEqual([ENTRIES])
})

test('a checkpoint that comes due while a long change comes into the book keeps no totals of a half of it', async () => {
  const folder = temporaryFolder()
  const store = await open(folder)
  const workspace = openWorkspace(store, { now: () => 0, newId })
  await workspace.begin('test', [made('preferences', preferences)])
  await workspace.count()
  const edits = Array.from({ length: ENTRIES }, (_, index) =>
    made('entries', entryAt(`2026-03-${String(1 + (index % 28)).padStart(2, '0')}T08:00:00Z`)),
  )
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 30))
  const meanwhile: Promise<void>[] = []
  const state = { isOver: false }
  const making = workspace.begin('test', edits).finally(() => (state.isOver = true))
  let places = 0
  while (!state.isOver) {
    await new Promise((turn) => void setImmediate(turn))
    // It is on the disk, and comes into the book piece by piece.
    if (!state.isOver && store.seq === 2 && (places += 1) % 3 === 2) meanwhile.push(workspace.checkpoint())
  }
  await making
  vi.restoreAllMocks()
  expect(meanwhile.length).toBeGreaterThan(0)
  await Promise.all(meanwhile)
  const again = await open(crashed(folder))
  const found =
    again.totals ?? countAll(again.workspace, await again.readMonths(await again.allMonths()), preferences.timeZone)
  expect(found).toEqual(workspace.book.totals)
  // What has come in whole is kept.
  await workspace.checkpoint()
  expect((await open(crashed(folder))).totals).toEqual(workspace.book.totals)
})
