import { fork, type ChildProcess } from 'node:child_process'
import type { Answer, Asked, DryRun } from './harness.ts'
import { PROGRAM, type Mutant } from './prepare.ts'

/** `not run`: no test passes by it. */
export type Outcome = 'killed' | 'survived' | 'not run'

/** What a mutant may take beyond its tests' own time: then it runs for ever, and somebody would have noticed. */
const PATIENCE_MS = 30_000
/** What loading may take: a second, on a machine that has nothing else to do. */
const LOADING_MS = 120_000
/** How much of tests a mutant that nobody notices may take, in milliseconds of their own; the likeliest come first. */
const MOST_MS = Number(process.env['MUTANTS_MOST_MS'] ?? 1500)
/** The place of no test: the process itself came to an end. */
const GONE = -1

export interface Worker {
  /** @param siblings the mutants of the same file */
  tryOut(mutant: Mutant, siblings: readonly string[]): Promise<Outcome>
  stop(): void
}

/** Wakes mutants one after the other in a process that stays, and in a new one where the last was of no more use. */
export function worker(dry: DryRun): Worker {
  let child: ChildProcess | null = null
  /** How often a test has noticed a mutant: one that has is likely to notice the next one of the same file too. */
  const noticed = new Map<number, number>()

  /** @param awake the mutant that is there from the first line on */
  const ready = (awake = ''): Promise<ChildProcess> => {
    if (child) return Promise.resolve(child)
    const env = { ...process.env, __STRYKER_ACTIVE_MUTANT__: awake }
    const made = fork(PROGRAM, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env })
    // One that is awake while the program is loaded may make that endless.
    const late = awake === '' ? undefined : setTimeout(() => made.kill('SIGKILL'), LOADING_MS)
    return new Promise<ChildProcess>((resolve, reject) => {
      made.once('message', () => resolve((child = made))).once('exit', () => reject(new Error('it ended')))
    }).finally(() => clearTimeout(late))
  }
  const stop = (): void => {
    child?.kill('SIGKILL')
    child = null
  }
  const ask = async (asked: Asked, ms: number): Promise<Answer> => {
    const asking = await ready()
    return new Promise((resolve) => {
      const late = setTimeout(() => asking.kill('SIGKILL'), ms)
      const gone = (): void => done({ id: asked.id, killedBy: GONE, isSpoilt: true })
      const done = (answer: Answer): void => {
        clearTimeout(late)
        asking.off('exit', gone).off('message', done)
        if (answer.isSpoilt) stop()
        resolve(answer)
      }
      asking.once('exit', gone).once('message', done)
      asking.send(asked)
    })
  }

  const tryOut = async (id: string, tests: readonly Timed[]): Promise<Outcome> => {
    if (tests.length === 0) return 'not run'
    const worth = (test: Timed): number => (1 + (noticed.get(test.place) ?? 0)) / (1 + test.ms)
    let sum = 0
    const likeliest = tests.toSorted((a, b) => worth(b) - worth(a)).filter(({ ms }) => (sum += ms) <= MOST_MS)
    const { killedBy } = await ask({ id, tests: likeliest }, MOST_MS * 10 + PATIENCE_MS)
    if (killedBy === null) return 'survived'
    noticed.set(killedBy, (noticed.get(killedBy) ?? 0) + 1)
    return 'killed'
  }

  return {
    stop,
    async tryOut({ id }, siblings) {
      if (dry.coverage.static[id] === undefined) return tryOut(id, testsOf([id], dry))
      // What runs only as the program is loaded needs one of its own, and any test of the file may notice.
      stop()
      try {
        await ready(id)
        return await tryOut(id, testsOf(siblings, dry))
      } catch {
        return 'killed'
      } finally {
        stop()
      }
    },
  }
}

interface Timed {
  readonly place: number
  readonly ms: number
  readonly passes: number
}

/** The tests that pass by one of the mutants. */
function testsOf(ids: readonly string[], { took, coverage }: DryRun): Timed[] {
  return took.flatMap((ms, place) => {
    const passed = coverage.perTest[String(place)]
    const passes = passed ? Math.max(0, ...ids.map((id) => passed[id] ?? 0)) : 0
    return ms !== null && passes > 0 ? [{ place, ms, passes }] : []
  })
}
