import { afterEach, expect, test, vi } from 'vitest'
import { newId } from '#electron/ids.ts'
import { openWorkspace } from '#electron/workspace.ts'
import { made } from '#shared/model/change.ts'
import { memoryStore } from '#tests/support/memory-store.ts'
import { entryAt, preferences } from '#tests/support/stores.ts'

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
