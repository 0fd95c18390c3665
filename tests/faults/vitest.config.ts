import { defineConfig, mergeConfig } from 'vitest/config'
import base from '../../vite.config.ts'
import { mutantAwake } from './mutants/plugin.ts'

/** For `npm run faults` (run.ts): with the faults that a whole machine is needed for, and mutants of the safeguards. */
export default mergeConfig(
  base,
  defineConfig({
    plugins: [mutantAwake],
    test: {
      include: ['tests/faults/machine/*.full.ts'],
      // One thing at a time: it is about moments.
      fileParallelism: false,
    },
  }),
)
