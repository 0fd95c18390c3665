import { afterEach, expect, it, vi } from 'vitest'
import type { Instant } from '#shared/kernel/instant.ts'
import { made, removed, replaced, type Change } from '#shared/model/change.ts'
import { clientNamed } from '#tests/support/books.ts'
import { watchDisk } from '#tests/support/failing-disk.ts'
import { append, contentAfter, crashed, entryAt, everythingIn, open, temporaryFolder } from '#tests/support/stores.ts'

// Hundreds of openings, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 })

afterEach(() => vi.restoreAllMocks())

it('a crash at any step of a checkpoint loses nothing and doubles nothing', async () => {
  const folder = temporaryFolder()
  const store = await open(folder)
  const changes: Change[] = []
  const [client, march, other] = [
    clientNamed('Halden'),
    entryAt('2026-03-04T08:00:00Z'),
    entryAt('2026-03-09T08:00:00Z'),
  ]
  const moved = { ...march, start: '2026-02-04T08:00:00Z' as Instant, end: '2026-02-04T09:00:00Z' as Instant }
  /** The folder at every step, with what had been acknowledged by then. */
  const moments: { folder: string; changes: number; step: string }[] = []
  const watching = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    let paused = false
    watchDisk('changing', (number, call) => {
      if (paused) return
      paused = true
      moments.push({ folder: crashed(folder), changes: changes.length, step: `${name} ${number}: ${call}` })
      paused = false
    })
    await work()
    vi.restoreAllMocks()
  }

  changes.push(await append(store, made('clients', client), made('entries', march)))
  changes.push(await append(store, replaced('clients', client, { ...client, name: 'Reyes' })))
  await watching('first', () => store.checkpoint(null))
  changes.push(await append(store, replaced('entries', march, moved)))
  changes.push(await append(store, made('entries', other)))
  // What is appended while it runs is in neither half alone.
  await watching('second', async () => {
    const running = store.checkpoint(null)
    changes.push(await append(store, made('entries', entryAt('2026-01-04T08:00:00Z'))))
    changes.push(await append(store, removed('entries', other)))
    await running
  })
  await watching('third', () => store.close(null))

  expect(store.problems).toEqual([])
  expect(moments.length).toBeGreaterThan(60)
  for (const moment of moments) {
    const first = await open(moment.folder)
    expect(first.problems, moment.step).toEqual([])
    // An append that was under way may be there; what was acknowledged must.
    expect([moment.changes, moment.changes + 1], moment.step).toContain(first.seq)
    const { seq } = first
    const extra = await append(first, made('entries', entryAt('2026-02-02T08:00:00Z')))
    await first.checkpoint(null)
    await first.close(null)
    const { content, store: again } = await everythingIn(moment.folder)
    expect(content, moment.step).toEqual(contentAfter([...changes.slice(0, seq), extra]))
    expect(again.problems, moment.step).toEqual([])
  }
})
