import { readSnapshot, snapshotText } from '#shared/snapshot-text.ts'
import { expect, test, vi } from 'vitest'
import { toTell } from '#electron/to-tell.ts'
import { packTotals } from '#shared/domain/packed-totals.ts'
import type { Bridge } from '#shared/ipc.ts'
import { made, type Change } from '#shared/model/change.ts'
import { openMirror } from '#renderer/mirror.ts'
import { clientNamed } from '#tests/support/books.ts'
import { memoryBridge } from '#tests/support/memory-bridge.ts'
import { preferences } from '#tests/support/stores.ts'

const history = { undo: 'test', redo: null }
const changeWith = (edits: number): Change => ({
  seq: 2,
  at: '',
  by: 'user',
  label: 'test',
  edits: Array.from({ length: edits }, (_, index) => made('clients', clientNamed(`Client ${index}`))),
})

/** A window over a workspace with preferences; what it is told comes from the test. */
async function windowOf() {
  const bridge = await memoryBridge({ edits: [made('preferences', preferences)], now: () => 0 })
  const loads = { count: 0 }
  /** Each time it finds a change more. */
  const load: Bridge['load'] = async () =>
    snapshotText({ ...readSnapshot(await bridge.load()), seq: (loads.count += 1) })
  return { bridge, mirror: await openMirror({ ...bridge, load }), loads }
}

test('a small change is told as it is', async () => {
  const change = changeWith(3)
  expect(toTell({ change, history })).toEqual({ change, history })
  const { bridge, mirror, loads } = await windowOf()
  bridge.tell('changed', toTell({ change, history }))
  expect(mirror.view().book.workspace.tables.clients.size).toBe(3)
  expect(mirror.view()).toMatchObject({ seq: 2, history })
  expect(loads.count).toBe(1)
})

test('of a large one it is told that it was: the window loads what it shows', async () => {
  const told = toTell({ change: changeWith(2500), history })
  expect(told).toMatchObject({ anew: true, change: { seq: 2, label: 'test', edits: [] } })
  const { bridge, mirror, loads } = await windowOf()
  bridge.tell('changed', told)
  await vi.waitFor(() => expect(mirror.view().seq).toBe(2))
  expect(loads.count).toBe(2)
})

test('a change that the window has loaded meanwhile is passed over', async () => {
  const { bridge, mirror, loads } = await windowOf()
  // Totals of another moment: it loads again, and finds the change made.
  bridge.tell('totals', { seq: 2, totals: packTotals(new Map()) })
  await vi.waitFor(() => expect(mirror.view().seq).toBe(2))
  bridge.tell('changed', toTell({ change: changeWith(2500), history }))
  const next = { ...changeWith(1), seq: 3 }
  bridge.tell('changed', { change: next, history })
  expect(loads.count).toBe(2)
  expect(mirror.view().seq).toBe(3)
  expect([...mirror.view().book.workspace.tables.clients.keys()]).toEqual(next.edits.map(({ id }) => id))
})

test('a window that was shown what is no longer so loads again', async () => {
  const { bridge, mirror, loads } = await windowOf()
  bridge.tell('stale', {})
  await vi.waitFor(() => expect(mirror.view().seq).toBe(2))
  expect(loads.count).toBe(2)
})
