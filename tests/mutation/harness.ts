/**
 * What the tests of the mutants run on in place of vitest: they are all in one program, which stays and runs for each
 * mutant only the tests that pass by it. A test runner that begins anew for each would take a day.
 */
import { chai, JestAsymmetricMatchers, JestChaiExpect } from '@vitest/expect'

chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)

interface Test {
  readonly name: string
  readonly run: () => unknown
}

/** What the instrumented code looks at and fills. */
interface Mutation {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  /** How often it may be passed by: one that makes a loop endless is stopped by it. */
  hitCount?: number
  hitLimit?: number
  mutantCoverage?: { readonly static: Hits; readonly perTest: Readonly<Record<string, Hits>> }
}
type Hits = Readonly<Record<string, number>>

export interface DryRun {
  /** By the place of the test: how many milliseconds it took; null where it fails without any mutant. */
  readonly took: readonly (number | null)[]
  readonly names: readonly string[]
  readonly coverage: NonNullable<Mutation['mutantCoverage']>
}

const tests: Test[] = []
let within = ''

const add = (name: string, run: () => unknown): void => void tests.push({ name: `${within}${name}`, run })

/** `test.each` of a list of rows; `%s` and the like in the name are left as they are. */
const each =
  (register: (name: string, run: () => unknown) => void) =>
  (rows: readonly unknown[]) =>
  (name: string, run: (...row: unknown[]) => unknown): void => {
    for (const row of rows) register(name, () => (Array.isArray(row) ? run(...(row as unknown[])) : run(row)))
  }

export function describe(name: string, register: () => unknown): void {
  const outer = within
  within = `${outer}${name} > `
  register()
  within = outer
}
describe.each = each((name, run) => describe(name, run))

export const test = Object.assign(add, { each: each(add) })
export const { expect } = chai

const mutation: Mutation = ((globalThis as { __stryker__?: Mutation }).__stryker__ ??= {})

/** One mutant, and the places of the tests that pass by it. */
export interface Asked {
  readonly id: string
  readonly tests: readonly number[]
}
/** `spoilt`: what the mutant left in the memory makes a test fail without it too, so this process is of no more use. */
export interface Answer {
  readonly id: string
  readonly isKilled: boolean
  readonly isSpoilt: boolean
}

/** With a parent that asks, mutants one after the other; else all tests once, to see which passes by which. */
export async function runTests(): Promise<void> {
  if (!process.send) return measureAll()
  process.on('message', (asked: Asked) => {
    void tryOne(asked).then((answer) => process.send?.(answer))
  })
  process.send('ready')
}

const MOST_PASSES = 2_000_000

async function tryOne({ id, tests: places }: Asked): Promise<Answer> {
  for (const place of places) {
    Object.assign(mutation, { activeMutant: id, hitCount: 0, hitLimit: MOST_PASSES })
    const isPassed = await passes(place)
    mutation.activeMutant = undefined
    if (!isPassed) return { id, isKilled: true, isSpoilt: !(await passes(place)) }
  }
  return { id, isKilled: false, isSpoilt: false }
}

async function passes(place: number): Promise<boolean> {
  try {
    await tests[place]?.run()
    return true
  } catch {
    return false
  }
}

async function measureAll(): Promise<void> {
  const took: (number | null)[] = []
  for (const place of tests.keys()) {
    mutation.currentTestId = String(place)
    const begin = performance.now()
    took.push((await passes(place)) ? performance.now() - begin : null)
  }
  mutation.currentTestId = undefined
  const coverage = mutation.mutantCoverage ?? { static: {}, perTest: {} }
  process.stdout.write(JSON.stringify({ took, names: tests.map(({ name }) => name), coverage } satisfies DryRun))
}
