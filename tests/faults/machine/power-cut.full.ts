import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import type { Month } from '#shared/kernel/day.ts'
import { bundleForNode } from '#tests/support/bundle.ts'
import { contentOf, crashed, open, temporaryFolder } from '#tests/support/stores.ts'
import { counting, seeded } from '../support/figures.ts'
import { mounted } from '../support/mounted.ts'

const CUTS = 300
/** After so many a new image is begun. */
const ROUND = 25
const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'] as Month[]

/**
 * ext4's own emergency stop, without writing its journal out (EXT4_IOC_SHUTDOWN, 2): from that moment on nothing reaches
 * the disk, as when its power fails. It waits for a word, so that it comes at once when it is asked for, and says when it
 * came, by the machine's own clock in nanoseconds.
 */
const stopper = `use Fcntl; use Time::HiRes qw(clock_gettime CLOCK_MONOTONIC);
sysopen(F, shift, O_RDONLY | O_DIRECTORY) or die $!; <STDIN>; my $how = pack('L', 2);
my $when = clock_gettime(CLOCK_MONOTONIC); ioctl(F, 0x8004587d, $how) or die $!; printf "%.0f", $when * 1e9`

/**
 * The ids that were acknowledged before the power failed. Machine and program live on here, and a sync that was under
 * way may come back well although the file system had been stopped: what is said later, nobody would have heard.
 */
async function cutPower(program: string, folder: string, run: number, ms: number): Promise<string[]> {
  const stop = spawn('perl', ['-e', stopper, folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  const when = text(stop.stdout)
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
  child.kill('SIGKILL')
  await ended
  const cut = BigInt(await when)
  return said.flatMap((line) => {
    const [, id, at] = /^\d+ (\S+) (\d+)$/.exec(line) ?? []
    return id !== undefined && BigInt(at ?? 0) < cut ? [id] : []
  })
}

it(`the power of a real ext4 fails at ${CUTS} moments: everything that was acknowledged is on it`, async () => {
  const program = await bundleForNode('tests/support/append-for-ever.ts', temporaryFolder())
  const [image, folder] = [path.join(temporaryFolder(), 'disk.img'), temporaryFolder()]
  const chance = seeded(20_261_128)
  const counts = counting({
    'faults.powercuts': 'cuts',
    'faults.powercuts.ext4': 'cuts',
    'faults.powercuts.acknowledged': 'changes',
    'faults.powercuts.lost': 'cuts',
  })
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
    const fresh = await cutPower(program, folder, run, chance() ** 2 * 150).finally(unmount)
    for (const id of fresh) acknowledged.add(id)
    counts['faults.powercuts'] += 1
    counts['faults.powercuts.ext4'] += 1
    counts['faults.powercuts.acknowledged'] += fresh.length
    // Its journal is played back now.
    const unmountAgain = mounted(['-o', 'loop', image], folder)
    try {
      const copy = crashed(path.join(folder, 'data'))
      const store = await open(copy, { months })
      const found = new Set(Object.keys(contentOf(store.workspace)['entries'] as object))
      if ([...acknowledged].some((id) => !found.has(id))) counts['faults.powercuts.lost'] += 1
      expect(store.problems.filter(({ kind }) => kind !== 'badLine')).toEqual([])
      expect(store.readOnly).toBeNull()
      fs.rmSync(copy, { recursive: true })
    } finally {
      unmountAgain()
    }
  }
  expect(counts['faults.powercuts.lost']).toBe(0)
  expect(counts['faults.powercuts.acknowledged']).toBeGreaterThan(CUTS)
}, 3_600_000)
