import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'
import { awake } from './awake.ts'
import { mutants } from './list.ts'
import type { Mutant } from './mutant.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/** The source with the safeguard taken out. Throws where the source no longer says what the mutant takes out. */
export function mutated({ name, file, without, instead = '' }: Mutant): string {
  const source = readFileSync(path.join(root, file), 'utf8')
  const [before, after, ...more] = source.split(without)
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`The mutant "${name}" takes out what ${file} does not say, or says more than once: ${without}`)
  return before + instead + after
}

/** Puts the mutant that is awake into the tests' own build (vitest.config.ts): the product's knows of none. */
export const mutantAwake: Plugin = {
  name: 'mutant-awake',
  enforce: 'pre',
  load(id) {
    const mutant = mutants.find(({ name }) => name === awake.name)
    return mutant && id.split('?')[0] === path.join(root, mutant.file) ? mutated(mutant) : null
  },
}
