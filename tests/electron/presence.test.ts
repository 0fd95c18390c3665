import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newId } from '#electron/ids.ts'
import { attendTimer } from '#electron/presence.ts'
import type { Beat } from '#electron/storage/heartbeat.ts'
import { openWorkspace } from '#electron/workspace.ts'
import { instantOf, msOf, type Instant } from '#shared/kernel/instant.ts'
import { made } from '#shared/model/change.ts'
import { memoryStore } from '#tests/support/memory-store.ts'
import { preferences } from '#tests/support/stores.ts'

const machine = vi.hoisted(() => ({ now: 0, power: null as EventEmitter | null }))
vi.mock('electron', () => ({
  default: {},
  powerMonitor: { on: (name: string, listener: () => void) => machine.power?.on(name, listener) },
}))
vi.mock('#electron/clock.ts', () => ({ wallClockMs: () => machine.now, machineClockMs: () => machine.now }))

const at = (time: string): number => msOf(`2026-03-04T${time}Z` as Instant)

beforeEach(() => {
  machine.power = new EventEmitter()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => vi.useRealTimers())

/** Time that passes while the machine is awake. */
function goOn(minutes: number): void {
  for (let look = 0; look < minutes * 12; look++) {
    machine.now += 5000
    vi.advanceTimersByTime(5000)
  }
}

/** A timer that runs since nine, and who watches over it. */
async function runningTimer() {
  machine.now = at('09:00:00')
  const store = memoryStore({ edits: [made('preferences', preferences)] })
  const workspace = openWorkspace(store, { now: () => machine.now, newId })
  const beats: Omit<Beat, 'boot'>[] = []
  const heartbeat = { boot: 'this one', read: () => null, write: (beat: Omit<Beat, 'boot'>) => void beats.push(beat) }
  const watch = { heartbeat, idle: () => null, limit: () => 600, wentAway: () => undefined, log: () => undefined }
  const attending = attendTimer({ workspace, ...watch })
  await attending.ready
  await workspace.execute('timer.start', { engagementId: null })
  return { store, workspace, beats }
}

test('a sleep of eight hours: before it all is put into the files, after it the time is set aside and counts for nobody', async () => {
  const { store, workspace, beats } = await runningTimer()
  goOn(60)
  machine.power?.emit('suspend')
  await workspace.between(() => undefined)
  expect(store.checkpoints).toHaveLength(1)
  expect(beats.at(-1)).toMatchObject({ seen: at('10:00:00') })
  machine.now = at('18:00:00')
  machine.power?.emit('resume')
  await workspace.between(() => undefined)
  const { gaps, entries } = workspace.book.workspace.tables
  const times = { from: instantOf(at('10:00:00')), to: instantOf(at('18:00:00')) }
  expect([...gaps.values()]).toMatchObject([{ ...times, cause: 'asleep' }])
  expect([...entries.values()]).toMatchObject([{ start: instantOf(at('09:00:00')), end: times.from }])
})

test('what was seen last is written down every half a minute: a crash leaves no more than that open', async () => {
  const { beats } = await runningTimer()
  goOn(2)
  expect(beats.at(-1)?.seen).toBeGreaterThan(at('09:01:25'))
  expect(beats.length).toBeLessThan(8)
})
