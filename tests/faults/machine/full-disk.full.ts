import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '#tests/support/stores.ts'
import { figure, score } from '../support/figures.ts'
import { liveOnAFullDisk } from '../support/full-disk.ts'
import { mounted } from '../support/mounted.ts'

const LEVELS = 80
const PAGE = 4096

/** A file that takes all room but so much. */
function fillUpTo(folder: string, room: number): () => void {
  const file = path.join(folder, 'filler')
  const { bavail, bsize } = fs.statfsSync(folder)
  const size = Math.max(0, bavail * bsize - room)
  execFileSync('fallocate', ['-l', String(size), file])
  return () => fs.rmSync(file)
}

it('a disk that is really full (tmpfs), at 80 levels: nothing is destroyed', async () => {
  const folder = temporaryFolder()
  const unmount = mounted(['-t', 'tmpfs', '-o', 'size=1m', 'mainstay-test'], folder)
  let [survived, refused] = [0, 0]
  try {
    for (let level = 0; level < LEVELS; level++) {
      const own = path.join(folder, `level-${level}`)
      refused += await liveOnAFullDisk(own, () => fillUpTo(folder, level * PAGE))
      fs.rmSync(own, { recursive: true })
      survived += 1
    }
  } finally {
    score('faults.fulldisk', survived, LEVELS, 'levels')
    figure('faults.fulldisk.destroyed', LEVELS - survived, 'files')
    unmount()
  }
  expect(refused).toBeGreaterThan(0)
}, 1_800_000)
