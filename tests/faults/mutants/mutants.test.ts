import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createBuilder } from 'vite'
import { describe, expect, test } from 'vitest'
import { mutants } from './list.ts'
import { mutated } from './plugin.ts'
import { trial } from './try-out.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/** What the test's folder says: some have their names from a table beside them. */
const folders = new Map<string, string>()
function beside(test: string): string {
  const folder = path.dirname(path.join(root, test))
  const text =
    folders.get(folder) ??
    readdirSync(folder)
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .join('\n')
  folders.set(folder, text)
  return text
}

describe('the mutants of the safeguards', () => {
  test('take out what the source says, once, and each has its test', () => {
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length)
    for (const mutant of mutants) {
      expect(mutated(mutant)).not.toBe(readFileSync(path.join(root, mutant.file), 'utf8'))
      expect(existsSync(path.join(root, mutant.test)), mutant.test).toBe(true)
      expect(beside(mutant.test).includes(mutant.by), `${mutant.test}: ${mutant.by}`).toBe(true)
    }
  })

  // All of them are tried by `npm run faults`.
  test('are noticed by their tests', async () => {
    const { tryOut, end } = await trial()
    const some = mutants.filter(({ name }) => /read back what it has written$|into the good file/.test(name))
    expect(some).toHaveLength(2)
    for (const mutant of some) expect((await tryOut(mutant)).noticed, mutant.name).not.toEqual([])
    const [one] = some
    expect(one && (await tryOut({ ...one, name: 'none' }))).toEqual({ noticed: [], why: 'its test passes' })
    expect(one && (await tryOut({ ...one, by: 'a test that there is not' })).noticed).toEqual([])
    await end()
  })

  test('are not in what is shipped: what is built is made of no file of the tests, and knows no flag', async () => {
    const builder = await createBuilder({
      configFile: path.join(root, 'vite.config.ts'),
      logLevel: 'error',
      environments: { main: { build: { write: false } }, preload: { build: { write: false } } },
    })
    for (const name of ['main', 'preload'] as const) {
      const environment = builder.environments[name]
      if (!environment) throw new Error(`nothing to build as ${name}`)
      const { output } = (await builder.build(environment)) as { output: { code?: string; moduleIds?: string[] }[] }
      const modules = output.flatMap(({ moduleIds = [] }) => moduleIds)
      expect(modules.some((id) => id.endsWith(`electron/${name}.ts`))).toBe(true)
      expect(modules.filter((id) => path.relative(root, id).startsWith('tests'))).toEqual([])
      for (const { code = '' } of output) expect(code).not.toMatch(/MAINSTAY_(?:MUTANT|FAULTS|FIGURES)/)
    }
  })
})
