import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { isObject } from '#shared/kernel/json.ts'
import { filesIn, temporaryFolder } from '#tests/support/stores.ts'
import { counting, scoring } from '../support/figures.ts'
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

/** Files that are JSON no more: what a full disk makes of those that are written in place. */
const destroyedIn = (folder: string): number =>
  [...filesIn(folder)].filter(([name, text]) => name.endsWith('.json') && !isJson(text)).length

function isJson(text: string): boolean {
  try {
    return isObject(JSON.parse(text))
  } catch {
    return false
  }
}

it('a disk that is really full (tmpfs), at 80 levels: nothing is destroyed', async () => {
  const folder = temporaryFolder()
  const unmount = mounted(['-t', 'tmpfs', '-o', 'size=1m', 'mainstay-test'], folder)
  const levels = scoring('faults.fulldisk', 'levels')
  const counts = counting({ 'faults.fulldisk.refused': 'changes', 'faults.fulldisk.destroyed': 'files' })
  const failed: unknown[] = []
  try {
    for (let level = 0; level < LEVELS; level++) {
      const own = path.join(folder, `level-${level}`)
      levels.tried += 1
      try {
        counts['faults.fulldisk.refused'] += await liveOnAFullDisk(own, () => fillUpTo(folder, level * PAGE))
        levels.held += 1
      } catch (error) {
        failed.push(error)
      }
      counts['faults.fulldisk.destroyed'] += destroyedIn(own)
      fs.rmSync(own, { recursive: true })
    }
  } finally {
    unmount()
  }
  expect(failed).toEqual([])
  expect(counts['faults.fulldisk.destroyed']).toBe(0)
  expect(counts['faults.fulldisk.refused']).toBeGreaterThan(0)
}, 1_800_000)
