import fs from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { made } from '#shared/model/change.ts'
import { append, contentAfter, crashed, entryAt, everythingIn, open, temporaryFolder } from '#tests/support/stores.ts'

afterEach(() => vi.restoreAllMocks())

/** More edits than are put in their shards in one go. */
const MANY = 6000

test('a checkpoint that comes due while a large change is being made writes none of it, or all', async () => {
  const folder = temporaryFolder()
  const store = await open(folder)
  const first = await append(store, made('entries', entryAt('2026-03-01T08:00:00Z')))
  await store.checkpoint(null)
  const edits = Array.from({ length: MANY }, (_, at) =>
    made('entries', entryAt(`2026-0${1 + (at % 3)}-0${1 + (at % 9)}T08:00:00Z`)),
  )
  // A clock that runs: whatever takes long takes a breath in between.
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 30))
  const state = { isOver: false }
  const making = append(store, ...edits).finally(() => (state.isOver = true))
  const meanwhile: Promise<void>[] = []
  while (!state.isOver) {
    await new Promise((turn) => void setImmediate(turn))
    if (!state.isOver) meanwhile.push(store.checkpoint(null))
  }
  const changes = [first, await making]
  vi.restoreAllMocks()
  expect(meanwhile.length).toBeGreaterThan(1)

  const copy = crashed(folder)
  await Promise.all([...meanwhile, store.checkpoint(null)])
  expect(store.problems).toEqual([])
  await store.close(null)
  for (const place of [copy, folder]) {
    const { content, store: again } = await everythingIn(place)
    expect(again.problems).toEqual([])
    expect(content).toEqual(contentAfter(changes))
  }
})

test('a checkpoint on a slow disk holds up nothing: the disk is waited for beside other work', async () => {
  const store = await open(temporaryFolder())
  await append(
    store,
    made('entries', entryAt('2026-03-01T08:00:00Z')),
    made('entries', entryAt('2026-02-01T08:00:00Z')),
  )
  await store.checkpoint(null)
  await append(
    store,
    made('entries', entryAt('2026-03-02T08:00:00Z')),
    made('entries', entryAt('2026-02-02T08:00:00Z')),
  )
  const { fsync } = fs
  const inPlace = vi.spyOn(fs, 'fsyncSync')
  let turns = 0
  // It answers some turns later.
  vi.spyOn(fs, 'fsync').mockImplementation((descriptor, done) => {
    let left = 5
    const turn = (): void => {
      turns += 1
      if ((left -= 1) > 0) setImmediate(turn)
      else fsync(descriptor, done)
    }
    setImmediate(turn)
  })
  await store.checkpoint(null)
  expect(inPlace).not.toHaveBeenCalled()
  // Two months, the manifest and the journal.
  expect(turns).toBeGreaterThanOrEqual(5 * 7)
  expect(store.problems).toEqual([])
})
