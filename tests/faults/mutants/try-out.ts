import path from 'node:path'
import { createVitest } from 'vitest/node'
import { awake } from './awake.ts'
import type { Mutant } from './mutant.ts'

const root = path.resolve(import.meta.dirname, '../../..')

export interface Trial {
  /** Runs the mutant's test over the source without the safeguard. Whether a test of it fails, as it should. */
  readonly tryOut: (mutant: Pick<Mutant, 'name' | 'file' | 'test'>) => Promise<boolean>
  readonly end: () => Promise<void>
}

/** One vitest for all of them: what they have in common is read once. */
export async function trial(): Promise<Trial> {
  const vitest = await createVitest('test', {
    root,
    config: path.join(root, 'tests/faults/vitest.config.ts'),
    watch: false,
    bail: 1,
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
      const tests = testModules.flatMap(({ children }) => [...children.allTests()])
      // A source that does not even load would fail every test: that is a mutant that says nothing.
      return unhandledErrors.length === 0 && tests.some((each) => each.result().state === 'failed')
    },
    end: () => vitest.close(),
  }
}
