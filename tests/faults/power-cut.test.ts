import { rmSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import type { Store } from '#electron/storage/store.ts'
import { made, removed, replaced, type Change } from '#shared/model/change.ts'
import { clientNamed } from '#tests/support/books.ts'
import { invoiceOf } from '#tests/support/invoices.ts'
import { append, contentAfter, entryAt, everythingIn, open, temporaryFolder } from '#tests/support/stores.ts'
import { counting, isFull, seeded, share } from './support/figures.ts'
import {
  allLoose,
  anyCut,
  emptyDisk,
  follow,
  leave,
  lengthsOnly,
  namesOnly,
  nothingLoose,
  writesOnly,
  type Cut,
} from './support/power-cut.ts'
import { recordDisk, type Op } from './support/recorded-disk.ts'

afterEach(() => vi.restoreAllMocks())

interface Recording {
  readonly ops: readonly Op[]
  readonly changes: readonly Change[]
  /** How many of the changes were acknowledged when so many things had been done to the disk. */
  readonly acknowledged: (ops: number) => number
}

/** A new folder, changes, checkpoints with changes in their course, a damaged file, a second start: and every call. */
async function recordedLife(): Promise<Recording> {
  const folder = path.join(temporaryFolder(), 'data')
  const ops: Op[] = []
  const changes: Change[] = []
  const moments: number[] = []
  const change = async (store: Store, ...edits: Parameters<typeof append> extends [Store, ...infer E] ? E : never) => {
    changes.push(await append(store, ...edits))
    moments.push(ops.length)
  }
  recordDisk(folder, ops)
  const first = await open(folder)
  const [client, entry] = [clientNamed('Halden'), entryAt('2026-03-04T08:00:00Z')]
  await change(first, made('clients', client), made('entries', entry))
  await change(first, replaced('clients', client, { ...client, name: 'Reyes' }))
  await first.checkpoint(new Map())
  await change(first, removed('entries', entry), made('entries', entryAt('2026-02-04T08:00:00Z')))
  const checkpoint = first.checkpoint(new Map())
  await change(first, made('invoices', invoiceOf([])))
  await checkpoint
  await change(first, made('entries', entryAt('2026-03-05T08:00:00Z')))
  await first.close(new Map())
  const second = await open(folder)
  await change(second, made('entries', entryAt('2026-03-06T08:00:00Z')))
  await second.checkpoint(new Map())
  await change(second, made('entries', entryAt('2019-03-06T08:00:00Z', { end: null })))
  vi.restoreAllMocks()
  return { ops, changes, acknowledged: (count) => moments.filter((moment) => moment <= count).length }
}

/** What is wrong after a cut; null where all that was acknowledged is there, and nothing else. */
async function lostBy(folder: string, changes: readonly Change[], acknowledged: number): Promise<string | null> {
  const store = await open(folder)
  const { seq, readOnly } = store
  // What a line says that was being written is in no file's place yet; that it is torn is told.
  const told = store.problems.filter(({ kind }) => kind !== 'badLine')
  await store.close(null)
  if (told.length > 0 || readOnly) return JSON.stringify(told)
  if (seq < acknowledged || seq > acknowledged + 1) return `${seq} of ${acknowledged} changes`
  const { content } = await everythingIn(folder)
  const wanted = contentAfter(changes.slice(0, seq))
  return JSON.stringify(content) === JSON.stringify(wanted) ? null : 'something else is there'
}

it('the power is cut after any call, and leaves any part of what no sync had made sure: nothing acknowledged is lost', async () => {
  const { ops, changes, acknowledged } = await recordedLife()
  const chance = seeded(20_261_127)
  const disk = emptyDisk()
  const lost: string[] = []
  const counts = counting({
    'faults.powercuts': 'cuts',
    'faults.powercuts.simulated': 'cuts',
    'faults.powercuts.lost': 'cuts',
  })
  const every = share(6, 1)
  const random = share(1, 24)
  const plain: [string, Cut][] = [
    ['nothing loose', nothingLoose],
    ['all', allLoose],
    ['names only', namesOnly],
    ['writes only', writesOnly],
    ['lengths only', lengthsOnly],
  ]
  for (const [count, op] of [null, ...ops].entries()) {
    if (op) follow(disk, op)
    // One loss is enough where not all are counted.
    if (count % every !== 0 || (lost.length > 0 && !isFull)) continue
    const some = Array.from({ length: random }, (_, turn): [string, Cut] => [`any ${turn}`, anyCut(chance)])
    for (const [name, cut] of [...plain, ...some]) {
      const place = temporaryFolder()
      const folder = path.join(place, 'data')
      leave(disk, cut, folder)
      counts['faults.powercuts'] += 1
      counts['faults.powercuts.simulated'] += 1
      const wrong = await lostBy(folder, changes, acknowledged(count))
      // There are thousands of them in the full run: none waits for the others.
      rmSync(place, { recursive: true })
      if (wrong !== null) lost.push(`after ${count} (${op?.kind}), ${name}: ${wrong}`)
      counts['faults.powercuts.lost'] = lost.length
    }
  }
  expect(lost).toEqual([])
  expect(ops.length).toBeGreaterThan(100)
  expect(changes.length).toBe(acknowledged(ops.length))
}, 1_800_000)
