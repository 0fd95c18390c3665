/**
 * What the tests of a mutant run on in place of vitest: they are all in one program, which is started once for each
 * mutant and runs only the tests that pass by it. A start takes a tenth of what a test runner's would.
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
  currentTestId?: string | undefined
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

/** `TESTS`: the places of those to run, the quickest first. Ends with 1 at the first that fails; without it, all are measured. */
export async function runTests(): Promise<void> {
  const chosen = process.env['TESTS']
  if (chosen === undefined) return measureAll()
  for (const place of chosen.split(',')) {
    try {
      await tests[Number(place)]?.run()
    } catch {
      process.exit(1)
    }
  }
}

async function measureAll(): Promise<void> {
  const took: (number | null)[] = []
  for (const [place, { run }] of tests.entries()) {
    mutation.currentTestId = String(place)
    const begin = performance.now()
    try {
      await run()
      took.push(performance.now() - begin)
    } catch {
      took.push(null)
    }
  }
  mutation.currentTestId = undefined
  const coverage = mutation.mutantCoverage ?? { static: {}, perTest: {} }
  process.stdout.write(JSON.stringify({ took, names: tests.map(({ name }) => name), coverage } satisfies DryRun))
}
