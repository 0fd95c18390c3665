import path from 'node:path'
import { createVitest, type TestCase, type TestModule } from 'vitest/node'
import { awake } from './awake.ts'
import type { Mutant } from './mutant.ts'

const root = path.resolve(import.meta.dirname, '../../..')

export interface Tried {
  /** The tests of its name that notice; empty where the mutant goes by unseen. */
  readonly noticed: readonly string[]
  /** Why not, where none does. */
  readonly why: string
}

export interface Trial {
  /**
   * Runs the mutant's own test over the source without the safeguard, and once over the source with it: what fails
   * there as well notices nothing.
   */
  readonly tryOut: (mutant: Pick<Mutant, 'name' | 'file' | 'test' | 'by'>) => Promise<Tried>
  readonly end: () => Promise<void>
}

/**
 * Whether something came out otherwise than it should. A source that is no longer a program at all, or does not say what
 * it means, would fail any test; and so does a machine that is busy with something else.
 */
const isNoticed = (each: TestCase): boolean =>
  (each.result().errors ?? []).some(({ name = '', message }) => !SAYS_NOTHING.test(`${name}: ${message}`))
const SAYS_NOTHING = /^(?:Syntax|Reference|Parse|Transform|Rollup|Rolldown|Build)Error|timed out|[Tt]ransform failed/

/** A name as the source of its test says it, whatever stands there for what it is given. */
export const namePattern = (by: string): RegExp =>
  new RegExp(by.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/%[a-z]|\\\$\w+/g, '.*'))

/** One vitest for all of them: what they have in common is read once. */
export async function trial(): Promise<Trial> {
  const vitest = await createVitest('test', {
    root,
    config: path.join(root, 'tests/faults/vitest.config.ts'),
    watch: false,
    bail: 1,
    // Whatever else the machine is at.
    testTimeout: 120_000,
    reporters: [{}],
    env: { MAINSTAY_FAULTS: '' },
  })

  /** @returns null where its file could not be run at all */
  async function run({ test, by }: Pick<Mutant, 'test' | 'by'>): Promise<TestModule | null> {
    const place = path.join(root, test)
    const specification = vitest.getRootProject().createSpecification(place, { testNamePattern: namePattern(by) })
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications([specification])
    // Of the files that were run before there is still what came of them then.
    const module = testModules.find(({ moduleId }) => moduleId === place)
    return module && unhandledErrors.length === 0 && module.errors().length === 0 ? module : null
  }

  const good = new Map<string, boolean>()
  async function isGoodWithout(own: Pick<Mutant, 'test' | 'by'>): Promise<boolean> {
    const key = `${own.test} ${own.by}`
    const known = good.get(key)
    if (known !== undefined) return known
    const module = await run(own)
    const isGood = module?.ok() === true && [...module.children.allTests('passed')].length > 0
    good.set(key, isGood)
    return isGood
  }

  return {
    async tryOut({ name, file, ...own }) {
      if (!(await isGoodWithout(own))) return { noticed: [], why: 'its test does not pass without it either' }
      awake.name = name
      vitest.invalidateFile(path.join(root, file))
      const module = await run(own)
      awake.name = ''
      vitest.invalidateFile(path.join(root, file))
      if (!module) return { noticed: [], why: 'what is left is no program' }
      const failed = [...module.children.allTests('failed')]
      const noticed = failed.filter(isNoticed).map(({ fullName }) => fullName)
      return { noticed, why: failed.length > 0 ? 'its test fails, but says nothing of it' : 'its test passes' }
    },
    end: () => vitest.close(),
  }
}
