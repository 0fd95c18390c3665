import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import type { Month } from '#shared/kernel/day.ts'
import { bundleForNode } from '#tests/support/bundle.ts'
import { contentOf, crashed, open, temporaryFolder } from '#tests/support/stores.ts'
import { figure, seeded } from '../support/figures.ts'
import { mounted } from '../support/mounted.ts'

const CUTS = 300
/** After so many a new image is begun. */
const ROUND = 25
const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'] as Month[]

/**
 * ext4's own emergency stop, without writing its journal out (EXT4_IOC_SHUTDOWN, 2): from that moment on nothing reaches
 * the disk, as when its power fails. It waits for a word, so that it comes at once when it is asked for.
 */
const stopper = `use Fcntl; sysopen(F, shift, O_RDONLY | O_DIRECTORY) or die $!; print "ready\\n"; $| = 1; <STDIN>;
my $how = pack('L', 2); ioctl(F, 0x8004587d, $how) or die $!; print "down\\n"`

async function cutPower(program: string, folder: string, run: number, ms: number): Promise<string[]> {
  const stop = spawn('perl', ['-e', stopper, folder], { stdio: ['pipe', 'ignore', 'inherit'] })
  const how = run % 2 === 0 ? ['checkpoints'] : []
  const child = spawn(process.execPath, [program, path.join(folder, 'data'), `${run}`, ...how], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const said: string[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    if (said.push(line) === 1) setTimeout(() => stop.stdin.end('\n'), ms)
  })
  // It ends by itself where the disk refuses it, which may be before anyone waits for that.
  const ended = once(lines, 'close').then(() => stop.stdin.end('\n'))
  const [code] = (await once(stop, 'exit')) as [number]
  expect(code).toBe(0)
  // It may go on, and may not say that anything has been saved.
  child.kill('SIGKILL')
  await ended
  return said
}

it(`the power of a real ext4 fails at ${CUTS} moments: everything that was acknowledged is on it`, async () => {
  const program = await bundleForNode('tests/support/append-for-ever.ts', temporaryFolder())
  const [image, folder] = [path.join(temporaryFolder(), 'disk.img'), temporaryFolder()]
  const chance = seeded(20_261_128)
  let [all, lost, cuts] = [0, 0, 0]
  let acknowledged = new Set<string>()
  for (let run = 0; run < CUTS; run++) {
    if (run % ROUND === 0) {
      acknowledged = new Set()
      fs.rmSync(image, { force: true })
      fs.closeSync(fs.openSync(image, 'w'))
      fs.truncateSync(image, 64 << 20)
      execFileSync('mkfs.ext4', ['-q', '-F', image])
    }
    const unmount = mounted(['-o', 'loop', image], folder)
    const said = await cutPower(program, folder, run, chance() ** 2 * 150).finally(unmount)
    const fresh = said.flatMap((line) => /^\d+ (\S+)$/.exec(line)?.[1] ?? [])
    for (const id of fresh) acknowledged.add(id)
    all += fresh.length
    // Its journal is played back now.
    const unmountAgain = mounted(['-o', 'loop', image], folder)
    try {
      const copy = crashed(path.join(folder, 'data'))
      const store = await open(copy, { months })
      const found = new Set(Object.keys(contentOf(store.workspace)['entries'] as object))
      lost += [...acknowledged].filter((id) => !found.has(id)).length
      expect(store.problems.filter(({ kind }) => kind !== 'badLine')).toEqual([])
      expect(store.readOnly).toBeNull()
      fs.rmSync(copy, { recursive: true })
      cuts += 1
    } finally {
      unmountAgain()
    }
  }
  figure('faults.powercuts', cuts, 'cuts')
  figure('faults.powercuts.ext4', cuts, 'cuts')
  figure('faults.powercuts.acknowledged', all, 'changes')
  figure('faults.powercuts.lost', lost, 'changes')
  expect(lost).toBe(0)
  expect(all).toBeGreaterThan(CUTS)
}, 3_600_000)
