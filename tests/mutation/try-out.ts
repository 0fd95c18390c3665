import { spawn } from 'node:child_process'
import type { DryRun } from './harness.ts'
import { PROGRAM } from './prepare.ts'

/** `not run`: no test passes by it. */
export type Outcome = 'killed' | 'survived' | 'not run'

/** What a mutant may take beyond its tests' own time: then it runs for ever, and somebody would have noticed. */
const PATIENCE_MS = 3000
/** How much of tests a mutant that nobody notices may take, in milliseconds of their own; the quickest come first. */
const MOST_MS = 12_000

/** Wakes one mutant, in a process of its own: what the one before it has left in a memory does not count. */
export function tryOut(id: string, dry: DryRun): Promise<Outcome> {
  const tests = testsOf(id, dry)
  if (tests.length === 0) return Promise.resolve('not run')
  const ms = tests.reduce((sum, test) => sum + test.ms, PATIENCE_MS) * 3
  return new Promise((resolve) => {
    const places = tests.map(({ place }) => place).join(',')
    const env = { ...process.env, __STRYKER_ACTIVE_MUTANT__: id, TESTS: places }
    const child = spawn(process.execPath, [PROGRAM], { env, stdio: 'ignore' })
    const late = setTimeout(() => child.kill('SIGKILL'), ms)
    child.on('exit', (code) => {
      clearTimeout(late)
      resolve(code === 0 ? 'survived' : 'killed')
    })
  })
}

/** The tests that pass by a mutant, the quickest first; by one in code that runs as it is loaded, all of them. */
function testsOf(id: string, { took, coverage }: DryRun): { place: number; ms: number }[] {
  const isStatic = coverage.static[id] !== undefined
  const own = took.flatMap((ms, place) => {
    const passes = isStatic || coverage.perTest[String(place)]?.[id] !== undefined
    return ms !== null && passes ? [{ place, ms }] : []
  })
  let sum = 0
  return own.toSorted((a, b) => a.ms - b.ms).filter(({ ms }) => (sum += ms) <= MOST_MS)
}
