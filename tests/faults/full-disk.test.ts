import fs from 'node:fs'
import { afterEach, expect, it, vi } from 'vitest'
import { diskError } from '#tests/support/failing-disk.ts'
import { temporaryFolder } from '#tests/support/stores.ts'
import { scoring, share } from './support/figures.ts'
import { liveOnAFullDisk } from './support/full-disk.ts'

afterEach(() => vi.restoreAllMocks())

const LEVELS = share(16, 80)
const STEP = (80 / LEVELS) * 512

/** A disk that takes so many bytes more: it writes what there is room for, and refuses only then, as real ones do. */
function roomFor(bytes: number): () => void {
  let left = bytes
  const { writeSync, writeFileSync } = fs
  const write = (descriptor: number, from: Buffer, at: number, length: number): number => {
    if (left === 0) throw diskError('ENOSPC')
    const count = writeSync(descriptor, from, at, Math.min(length, left))
    left -= count
    return count
  }
  vi.spyOn(fs, 'writeSync').mockImplementation(write as typeof fs.writeSync)
  vi.spyOn(fs, 'writeFileSync').mockImplementation((file, data, options) => {
    const whole = Buffer.from(data as string)
    const part = whole.subarray(0, left)
    left -= part.length
    writeFileSync(file, part, options)
    if (part.length < whole.length) throw diskError('ENOSPC')
  })
  return () => vi.restoreAllMocks()
}

it(`a disk with room for less and less, at ${LEVELS} levels: nothing is destroyed, and it goes on when there is room`, async () => {
  const levels = scoring('faults.fulldisk.imitated', 'levels')
  let refused = 0
  for (let level = 0; level < LEVELS; level++) {
    levels.tried += 1
    refused += await liveOnAFullDisk(temporaryFolder(), () => roomFor(Math.round(level * STEP)))
    levels.held += 1
  }
  expect(refused).toBeGreaterThan(LEVELS / 2)
}, 1_800_000)
