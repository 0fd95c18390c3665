import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import type { Month } from '#shared/kernel/day.ts'
import { bundleForNode } from '#tests/support/bundle.ts'
import { contentOf, crashed, open, temporaryFolder } from '#tests/support/stores.ts'

const KILLS = 50
/** In which the program puts its entries. */
const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'] as Month[]
/** The same moments each time, as far as a machine can. */
function* delays(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    yield (state / 2_147_483_648) ** 2 * 200
  }
}

/** Lets the program append for a while from its first word on, kills it, and returns all that it said. */
async function appendAndKill(program: string, folder: string, run: number, ms: number): Promise<string[]> {
  const how = run % 2 === 0 ? ['checkpoints'] : []
  const child = spawn(process.execPath, [program, folder, `${run}`, ...how], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: string[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    if (said.push(line) === 1) setTimeout(() => child.kill('SIGKILL'), ms)
  })
  await Promise.all([once(child, 'exit'), once(lines, 'close')])
  expect(child.signalCode).toBe('SIGKILL')
  return said
}

it('killed at 50 moments: everything that was acknowledged is on the disk', async () => {
  const program = await bundleForNode('tests/support/append-for-ever.ts', temporaryFolder())
  const folder = temporaryFolder()
  const acknowledged = new Map<string, number>()
  const moments = delays(20_261_124)
  let [lost, duringCheckpoint, last] = [0, 0, 0]
  for (let run = 0; run < KILLS; run++) {
    const said = await appendAndKill(program, folder, run, moments.next().value as number)
    if (said.lastIndexOf('<') > said.lastIndexOf('>')) duringCheckpoint += 1
    for (const line of said) {
      const [seq, id] = line.split(' ')
      if (id !== undefined) acknowledged.set(id, Number(seq))
    }
    const store = await open(crashed(folder), { months })
    const found = contentOf(store.workspace)['entries'] as Record<string, unknown>
    lost += [...acknowledged.keys()].filter((id) => !Object.hasOwn(found, id)).length
    // Of each run, at most the change that was under way is there without having been acknowledged.
    expect(Object.keys(found).length - acknowledged.size).toBeLessThanOrEqual(run + 1)
    expect(store.seq).toBe(Object.keys(found).length)
    expect(store.problems.filter(({ kind }) => kind !== 'badLine')).toEqual([])
    last = store.seq
  }
  console.log(
    `${KILLS} kills (${duringCheckpoint} during a checkpoint), ${acknowledged.size} acknowledged, ${lost} lost`,
  )
  expect(lost).toBe(0)
  expect(last).toBeGreaterThanOrEqual(acknowledged.size)
  expect(acknowledged.size).toBeGreaterThan(KILLS)
  expect(duringCheckpoint).toBeGreaterThan(0)
}, 120_000)
