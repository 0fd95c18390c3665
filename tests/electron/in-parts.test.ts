import { expect, test, vi } from 'vitest'
import { tellInParts } from '#electron/in-parts.ts'
import { packTotals } from '#shared/domain/packed-totals.ts'
import type { Bridge, Events } from '#shared/ipc.ts'
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

async function partsOf(change: Change): Promise<Events['changed'][]> {
  const parts: Events['changed'][] = []
  await tellInParts({ change, history }, (part) => void parts.push(part))
  return parts
}

/** A window over a workspace with preferences; what it is told comes from the test. */
async function windowOf() {
  const bridge = await memoryBridge({ edits: [made('preferences', preferences)], now: () => 0 })
  const loads = { count: 0 }
  /** Each time it finds a change more. */
  const load: Bridge['load'] = async () => ({ ...(await bridge.load()), seq: (loads.count += 1) })
  return { bridge, mirror: await openMirror({ ...bridge, load }), loads }
}

test('a small change is told at once, as it is', async () => {
  const change = changeWith(3)
  const parts: Events['changed'][] = []
  void tellInParts({ change, history }, (part) => void parts.push(part))
  expect(parts).toEqual([{ change, history }])
})

test('a large one comes in parts, and the window shows it once it has all of them', async () => {
  const change = changeWith(2500)
  const parts = await partsOf(change)
  expect(parts.map(({ more = false }) => more)).toEqual([true, true, false])
  expect(parts.flatMap((part) => part.change.edits)).toEqual(change.edits)

  const { bridge, mirror, loads } = await windowOf()
  const shown: number[] = []
  mirror.subscribe(() => shown.push(mirror.view().book.workspace.tables.clients.size))
  for (const part of parts) bridge.tell('changed', part)
  expect(shown).toEqual([2500])
  expect(mirror.view()).toMatchObject({ seq: 2, history })
  expect(loads.count).toBe(1)
})

test('parts of a change that the window has loaded meanwhile are passed over', async () => {
  const { bridge, mirror, loads } = await windowOf()
  const [first, ...rest] = await partsOf(changeWith(2500))
  if (!first) throw new Error('no parts')
  bridge.tell('changed', first)
  // Totals of another moment: it loads again, and finds the change made.
  bridge.tell('totals', { seq: 2, totals: packTotals(new Map()) })
  await vi.waitFor(() => expect(mirror.view().seq).toBe(2))
  for (const part of rest) bridge.tell('changed', part)
  expect(loads.count).toBe(2)
  const next = { ...changeWith(1), seq: 3 }
  bridge.tell('changed', { change: next, history })
  expect(mirror.view().seq).toBe(3)
  expect([...mirror.view().book.workspace.tables.clients.keys()]).toEqual(next.edits.map(({ id }) => id))
})
