import fs from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Store } from '#electron/storage/store.ts'
import { made, type Change } from '#shared/model/change.ts'
import { diskError } from '#tests/support/failing-disk.ts'
import {
  append,
  changeOf,
  contentAfter,
  crashed,
  entryAt,
  everythingIn,
  open,
  temporaryFolder,
} from '#tests/support/stores.ts'
import { failingAt, type How } from './support/failing-at.ts'
import { isFull, scoring } from './support/figures.ts'

// Hundreds of openings, on a machine that may be busy.
vi.setConfig({ testTimeout: 3_600_000 })

afterEach(() => vi.restoreAllMocks())

const causes = {
  ENOSPC: 'full',
  EROFS: 'readOnly',
  EACCES: 'denied',
  ENOENT: 'missing',
  EIO: 'other',
  EBUSY: 'other',
  EMFILE: 'other',
}
type Code = keyof typeof causes
const codes = Object.keys(causes) as Code[]

/** Some of the combinations in `npm test`, all of them in `npm run faults`. */
const combined = (some: readonly (readonly [Code, How])[]): readonly (readonly [Code, How])[] =>
  isFull ? codes.flatMap((code) => [[code, 'once'] as const, [code, 'from then on'] as const]) : some

const entry = (day: number, month = '2026-03') => made('entries', entryAt(`${month}-0${day}T08:00:00Z`))

/** A folder with changes in shards, in the previous journal and in the journal. */
async function livelyStore(): Promise<{ folder: string; store: Store; changes: Change[] }> {
  const folder = temporaryFolder()
  const store = await open(folder)
  const changes = [await append(store, entry(1), entry(1, '2019-01'))]
  await store.checkpoint(null)
  changes.push(await append(store, entry(2)))
  await store.checkpoint(null)
  changes.push(await append(store, entry(3), entry(3, '2019-01')))
  return { folder, store, changes }
}

describe('an append on a disk that fails', () => {
  it.each(codes)(
    '%s once: is refused for its cause, leaves nothing behind, and the next one is taken',
    async (code) => {
      const calls = await failingAt(code, 'once', 'changing', async (arm) => {
        const { folder, store, changes } = await livelyStore()
        arm()
        const outcome = await store.append(changeOf(entry(4)))
        vi.restoreAllMocks()
        if (outcome.ok) changes.push(outcome.value)
        else expect(outcome.refusal).toEqual({ code: 'notSaved', cause: causes[code] })
        expect(store.seq).toBe(changes.length)
        expect((await everythingIn(crashed(folder))).content).toEqual(contentAfter(changes))
        changes.push(await append(store, entry(5)))
        const { content, store: again } = await everythingIn(crashed(folder))
        expect(content).toEqual(contentAfter(changes))
        expect(again.problems).toEqual([])
        await store.close(null)
        expect((await everythingIn(folder)).content).toEqual(contentAfter(changes))
      })
      expect(calls).toBeGreaterThanOrEqual(2)
    },
  )

  it.each(['first', 'later'])(
    'that fails on and on: what was refused is gone when it works again (%s append)',
    async (which) => {
      await failingAt('EIO', 'from then on', 'all', async (arm) => {
        const { folder, store, changes } = await livelyStore()
        if (which === 'later') changes.push(await append(store, entry(6)))
        arm()
        const outcomes = [await store.append(changeOf(entry(4))), await store.append(changeOf(entry(4)))]
        vi.restoreAllMocks()
        for (const outcome of outcomes) if (outcome.ok) changes.push(outcome.value)
        changes.push(await append(store, entry(5)))
        expect(store.seq).toBe(changes.length)
        expect((await everythingIn(crashed(folder))).content).toEqual(contentAfter(changes))
        await store.close(null)
        expect((await everythingIn(folder)).content).toEqual(contentAfter(changes))
      })
    },
  )
})

describe('a checkpoint on a disk that fails', () => {
  it.each(
    combined([
      ['ENOSPC', 'once'],
      ['EIO', 'from then on'],
      ['EBUSY', 'once'],
    ]),
  )('%s, %s: loses nothing, says so, and comes through the next time', async (code, how) => {
    const calls = await failingAt(code, how, 'all', async (arm) => {
      const { folder, store, changes } = await livelyStore()
      arm()
      await store.checkpoint(new Map())
      vi.restoreAllMocks()
      expect((await everythingIn(crashed(folder))).content).toEqual(contentAfter(changes))
      changes.push(await append(store, entry(5)))
      await store.checkpoint(null)
      expect(store.problems.filter(({ kind }) => kind !== 'unreadable')).toEqual([])
      changes.push(await append(store, entry(6)))
      expect((await everythingIn(crashed(folder))).content).toEqual(contentAfter(changes))
      await store.close(null)
      const { content, store: again } = await everythingIn(folder)
      expect(content).toEqual(contentAfter(changes))
      expect(again.problems).toEqual([])
    })
    expect(calls).toBeGreaterThan(30)
  })
})

describe('opening on a disk that fails', () => {
  it.each(
    combined([
      ['EIO', 'once'],
      ['EACCES', 'once'],
      ['ENOENT', 'once'],
      ['EROFS', 'from then on'],
    ]),
  )('%s, %s: opens all the same, and what is acknowledged then is there later', async (code, how) => {
    const calls = await failingAt(code, how, 'all', async (arm) => {
      const { folder, store: first, changes } = await livelyStore()
      const copy = crashed(folder)
      await first.close(null)
      arm()
      const store = await open(copy)
      const early = await store.append(changeOf(entry(4)))
      vi.restoreAllMocks()
      const late = await store.append(changeOf(entry(5)))
      for (const outcome of [early, late]) if (outcome.ok) changes.push(outcome.value)
      await store.close(null)
      const { content, store: again } = await everythingIn(copy)
      expect(content).toEqual(contentAfter(changes))
      expect(again.readOnly).toBeNull()
    })
    expect(calls).toBeGreaterThan(10)
  })
})

describe('a disk that writes less than it was asked to', () => {
  it.each([
    ['and then the rest', false],
    ['and then nothing more', true],
  ])('%s: all is there, or it is refused', async (_, isFullThen) => {
    const calls = scoring('faults.calls', 'survived')
    let short = true
    for (let at = 1; short; at++) {
      short = false
      const { folder, store, changes } = await livelyStore()
      const { writeSync } = fs
      let number = 0
      const write = (descriptor: number, bytes: Buffer, from: number, length: number): number => {
        number += 1
        if (isFullThen && number > at) throw diskError('ENOSPC')
        if (number !== at || length < 2) return writeSync(descriptor, bytes, from, length)
        short = true
        calls.tried += 1
        return writeSync(descriptor, bytes, from, length >> 1)
      }
      vi.spyOn(fs, 'writeSync').mockImplementation(write as typeof fs.writeSync)
      const outcome = await store.append(changeOf(entry(4)))
      await store.checkpoint(new Map())
      vi.restoreAllMocks()
      if (outcome.ok) changes.push(outcome.value)
      else expect(outcome.refusal).toEqual({ code: 'notSaved', cause: 'full' })
      expect((await everythingIn(crashed(folder))).content).toEqual(contentAfter(changes))
      changes.push(await append(store, entry(5)))
      await store.checkpoint(new Map())
      expect(store.problems).toEqual([])
      await store.close(null)
      const { content, store: again } = await everythingIn(folder)
      expect(content).toEqual(contentAfter(changes))
      expect(again.problems).toEqual([])
      if (short) calls.held += 1
      else expect(at).toBeGreaterThan(4)
    }
  })
})
