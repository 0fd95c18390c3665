import path from 'node:path'
import { createVitest } from 'vitest/node'
import { awake } from './awake.ts'
import type { Mutant } from './mutant.ts'

const root = path.resolve(import.meta.dirname, '../../..')

export interface Trial {
  /**
   * Runs the mutant's test over the source without the safeguard.
   * @returns the tests of it that notice
   */
  readonly tryOut: (mutant: Pick<Mutant, 'name' | 'file' | 'test'>) => Promise<readonly string[]>
  readonly end: () => Promise<void>
}

/**
 * Whether something came out otherwise than it should. A source that is no longer a program at all, or does not say what
 * it means, would fail any test; and so does a machine that is busy with something else.
 */
const isNoticed = ({ errors = [] }: { errors?: readonly { name?: string; message: string }[] | undefined }): boolean =>
  errors.some(({ name = '', message }) => !SAYS_NOTHING.test(`${name}: ${message}`))
const SAYS_NOTHING = /^(?:Syntax|Reference|Parse|Transform|Rollup|Rolldown|Build)Error|timed out|[Tt]ransform failed/

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
  return {
    async tryOut({ name, file, test }) {
      const specifications = await vitest.globTestSpecifications([test])
      awake.name = name
      vitest.invalidateFile(path.join(root, file))
      const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications)
      awake.name = ''
      vitest.invalidateFile(path.join(root, file))
      // Of the files that were run before there is still what came of them then.
      const module = testModules.find(({ moduleId }) => moduleId === path.join(root, test))
      const isLoaded = module !== undefined && unhandledErrors.length === 0 && module.errors().length === 0
      const tests = module ? [...module.children.allTests('failed')] : []
      return isLoaded ? tests.filter((each) => isNoticed(each.result())).map(({ fullName }) => fullName) : []
    },
    end: () => vitest.close(),
  }
}
