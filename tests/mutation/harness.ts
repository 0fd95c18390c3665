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
  /** By the place of the test: how many milliseconds of the processor it took; null where it fails without any mutant. */
  readonly took: readonly (number | null)[]
  readonly names: readonly string[]
  readonly coverage: NonNullable<Mutation['mutantCoverage']>
}

/**
 * Stands where the rules keep what they have worked out: what one mutant left in it would hide the next, or make a test
 * fail without any.
 */
class ForgetfulMap<Key extends WeakKey, Value> {
  private static age = 0
  private readonly kept = { age: 0, map: new WeakMap<Key, Value>() }

  static forgetAll(): void {
    ForgetfulMap.age++
  }
  get(key: Key): Value | undefined {
    return this.map.get(key)
  }
  has(key: Key): boolean {
    return this.map.has(key)
  }
  set(key: Key, value: Value): this {
    this.map.set(key, value)
    return this
  }
  private get map(): WeakMap<Key, Value> {
    if (this.kept.age !== ForgetfulMap.age)
      Object.assign(this.kept, { age: ForgetfulMap.age, map: new WeakMap<Key, Value>() })
    return this.kept.map
  }
}
Object.assign(globalThis, { ForgetfulMap })

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

/** One mutant, and the places of the tests that pass by it, with how often each does. */
export interface Asked {
  readonly id: string
  readonly tests: readonly { readonly place: number; readonly passes: number }[]
}
/**
 * `killedBy`: the place of the test that noticed; null where none did. `spoilt`: what the mutant left in the memory makes
 * a test fail without it too, so this process is of no more use.
 */
export interface Answer {
  readonly id: string
  readonly killedBy: number | null
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

/** A loop that has come by so much more often than without the mutant goes on for ever. */
const mostOf = (passes: number): number => passes * 100 + 10_000

async function tryOne({ id, tests: asked }: Asked): Promise<Answer> {
  for (const { place, passes: usual } of asked) {
    Object.assign(mutation, { activeMutant: id, hitCount: 0, hitLimit: mostOf(usual) })
    const isPassed = await passes(place)
    mutation.activeMutant = undefined
    if (!isPassed) return { id, killedBy: place, isSpoilt: !(await passes(place)) }
  }
  return { id, killedBy: null, isSpoilt: false }
}

async function passes(place: number): Promise<boolean> {
  ForgetfulMap.forgetAll()
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
    const begin = process.cpuUsage()
    took.push((await passes(place)) ? process.cpuUsage(begin).user / 1000 : null)
  }
  mutation.currentTestId = undefined
  const coverage = mutation.mutantCoverage ?? { static: {}, perTest: {} }
  process.stdout.write(JSON.stringify({ took, names: tests.map(({ name }) => name), coverage } satisfies DryRun))
}
