import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { beforeAll, expect, it } from 'vitest'
import type { Month } from '#shared/kernel/day.ts'
import { bundleForNode } from '#tests/support/bundle.ts'
import { isCompanion } from '#tests/support/large-change.ts'
import { crashed, open, temporaryFolder } from '#tests/support/stores.ts'
import { counting, seeded, share } from './support/figures.ts'

const KILLS = share(50, 1000)
/** At least so many changes have to have been acknowledged: a busy machine makes fewer between two kills. */
const CHANGES = share(0, 20_000)
/** After so many a new folder is begun: each opening reads what all before it have written. */
const ROUND = 50
/** Of the steps of a write, one in so many. */
const EVERY = share(12, 1)
const HOUR_MS = 3_600_000
/** In which the programs put their entries. */
const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'] as Month[]

const programs = { forEver: '', dying: '' }
beforeAll(async () => {
  programs.forEver = await bundleForNode('tests/support/append-for-ever.ts', temporaryFolder())
  programs.dying = await bundleForNode('tests/faults/support/die-at-call.ts', temporaryFolder())
})

/** Runs a program until its end and returns all that it said. @param onFirst when it has said its first word */
async function heard(words: readonly string[], onFirst?: (kill: () => void) => void): Promise<string[]> {
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: string[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    if (said.push(line) === 1) onFirst?.(() => child.kill('SIGKILL'))
  })
  await Promise.all([once(child, 'exit'), once(lines, 'close')])
  expect(child.signalCode).toBe(said.at(-1) === 'end' ? null : 'SIGKILL')
  return said
}

/** The changes that a program said to be on the disk. */
const acknowledgedIn = (said: readonly string[]): string[] =>
  said.flatMap((line) => /^\d+ (\S+)(?: \d+)?$/.exec(line)?.[1] ?? [])

/** How many come with another in a large change (append-for-ever.ts, die-at-call.ts). */
const sizes = new Set([2000, 1600])

interface Found {
  readonly ids: ReadonlySet<string>
  readonly lost: number
}

/** What is in the folder, as it was left. */
async function look(folder: string, acknowledged: Iterable<string>): Promise<Found> {
  const copy = crashed(folder)
  const store = await open(copy, { months })
  const entries = [...store.workspace.tables.entries.values()]
  const ids = new Set<string>(entries.flatMap(({ id }) => (isCompanion(id) ? [] : [id])))
  const together = new Map<string, number>()
  for (const { id, note } of entries) if (isCompanion(id)) together.set(note, (together.get(note) ?? 0) + 1)
  // All of a large change is there, or none of it.
  for (const [of, count] of together) expect([of, ids.has(of), sizes.has(count)]).toEqual([of, true, true])
  expect(store.seq).toBe(ids.size)
  expect(store.problems.filter(({ kind }) => kind !== 'badLine')).toEqual([])
  rmSync(copy, { recursive: true })
  return { ids, lost: [...acknowledged].filter((id) => !ids.has(id)).length }
}

it(
  `killed at ${KILLS} moments: everything that was acknowledged is on the disk`,
  async () => {
    const chance = seeded(20_261_124)
    const counts = counting({
      'faults.kills': 'kills',
      'faults.kills.checkpoint': 'kills',
      'faults.acknowledged': 'changes',
      'faults.lost': 'changes',
    })
    let [folder, acknowledged] = [temporaryFolder(), new Set<string>()]
    let run = 0
    for (; run < KILLS || counts['faults.acknowledged'] < CHANGES; run++) {
      if (run % ROUND === 0) [folder, acknowledged] = [temporaryFolder(), new Set()]
      const how = run % 2 === 0 ? ['checkpoints'] : []
      const said = await heard([programs.forEver, folder, `${run}`, ...how], (kill) =>
        setTimeout(kill, chance() ** 2 * 200),
      )
      counts['faults.kills'] += 1
      if (said.lastIndexOf('<') > said.lastIndexOf('>')) counts['faults.kills.checkpoint'] += 1
      const fresh = acknowledgedIn(said)
      for (const id of fresh) acknowledged.add(id)
      counts['faults.acknowledged'] += fresh.length
      const found = await look(folder, acknowledged)
      counts['faults.lost'] += found.lost
      // Of each run, at most the change that was under way is there without having been acknowledged.
      expect(found.ids.size - acknowledged.size).toBeLessThanOrEqual((run % ROUND) + 1)
    }
    expect(counts['faults.lost']).toBe(0)
    expect(counts['faults.acknowledged']).toBeGreaterThan(run)
    expect(counts['faults.kills.checkpoint']).toBeGreaterThan(0)
  },
  HOUR_MS,
)

it(
  'killed at each step of opening, appending, a checkpoint and closing: the same',
  async () => {
    const steps = new Set<string>()
    const counts = counting({
      'faults.kills': 'kills',
      'faults.kills.steps': 'steps',
      'faults.acknowledged': 'changes',
      'faults.lost': 'changes',
    })
    for (let call = 1; ; call += EVERY) {
      const folder = temporaryFolder()
      const said = await heard([programs.dying, folder, `${call}`])
      const acknowledged = acknowledgedIn(said)
      const last = said.at(-1) ?? ''
      if (last === 'end') break
      steps.add(last)
      counts['faults.kills'] += 1
      counts['faults.kills.steps'] += 1
      counts['faults.acknowledged'] += acknowledged.length
      const found = await look(folder, acknowledged)
      counts['faults.lost'] += found.lost
      expect(found.ids.size - acknowledged.length, last).toBeLessThanOrEqual(1)
    }
    expect(counts['faults.lost']).toBe(0)
    expect(counts['faults.kills.steps'] * EVERY).toBeGreaterThan(100)
    expect(steps.size).toBeGreaterThan(3)
  },
  HOUR_MS,
)
