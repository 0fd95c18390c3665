import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'vite'
import { ROOT } from '#electron/launch/program.mjs'

const CACHE = path.join(ROOT, 'node_modules', '.cache', 'mainstay', 'mutants')
/** A copy of the sources with all mutants in them; one at a time is awake. */
export const TREE = path.join(CACHE, 'tree')
/** The tests of the rules over that copy, as one program. */
export const PROGRAM = path.join(CACHE, 'program.mjs')
/** Not among the packages of the project: only this asks for it, and it is large. */
const INSTRUMENTER = '@stryker-mutator/instrumenter@9.6.1'

export interface Mutant {
  readonly id: string
  readonly fileName: string
  readonly mutatorName: string
  readonly replacement: string
  readonly location: { readonly start: { readonly line: number } }
}

interface File {
  readonly name: string
  readonly content: string
}
interface Instrumenter {
  instrument(
    files: readonly (File & { readonly mutate: boolean })[],
    options: object,
  ): Promise<{ readonly files: readonly File[]; readonly mutants: readonly (Mutant & { readonly status?: string })[] }>
}

/** @param words of which one is in the path of each file that is to be changed; none for all the rules */
export async function prepare(words: readonly string[]): Promise<Mutant[]> {
  rmSync(TREE, { recursive: true, force: true })
  for (const folder of [
    'shared',
    'tests/shared',
    'tests/property',
    'tests/acceptance',
    'tests/support',
    'tests/mutation',
  ])
    cpSync(path.join(ROOT, folder), path.join(TREE, folder), { recursive: true })
  cpSync(path.join(ROOT, 'package.json'), path.join(TREE, 'package.json'))
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(TREE, 'node_modules'), 'dir')
  const mutants = await change(words)
  await bundle()
  return mutants
}

async function change(words: readonly string[]): Promise<Mutant[]> {
  const rules = filesIn('shared/domain').filter((file) => file.endsWith('.ts'))
  const wanted = rules.filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  const sources = wanted.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }))
  const options = { plugins: null, excludedMutations: ['StringLiteral'], ignorers: [], noHeader: false }
  const { files, mutants } = await (await instrumenter()).instrument(sources, options)
  for (const { name, content } of files) writeFileSync(name, content)
  return mutants.filter(({ status }) => status !== 'Ignored')
}

async function instrumenter(): Promise<Instrumenter> {
  const folder = path.join(CACHE, 'instrumenter')
  const entry = path.join(folder, 'node_modules', '@stryker-mutator', 'instrumenter', 'dist', 'src', 'index.js')
  if (!existsSync(entry)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, 'package.json'), '{"private":true}')
    execFileSync('npm', ['install', '--no-audit', '--no-fund', INSTRUMENTER], { cwd: folder, stdio: 'inherit' })
  }
  const found = (await import(/* @vite-ignore */ pathToFileURL(entry).href)) as {
    Instrumenter: new (log: object) => Instrumenter
  }
  return new found.Instrumenter({ debug() {}, info() {}, isDebugEnabled: () => false })
}

/** Those of the rules alone: what needs a disk or a window is slower, and knows no more of them. */
async function bundle(): Promise<void> {
  const tests = [...filesIn('tests/shared/domain'), ...filesIn('tests/shared/commands'), ...filesIn('tests/property')]
    .filter((file) => file.endsWith('.test.ts'))
    .filter(
      (file) => !/#renderer|#electron|#tests\/renderer|node:|tests\/support\/sample/.test(readFileSync(file, 'utf8')),
    )
  const entry = path.join(TREE, 'entry.ts')
  const imports = tests.map((file) => `import ${JSON.stringify(file)}`)
  writeFileSync(entry, [`import 'vitest'`, ...imports, ...acceptance(), 'await runTests()'].join('\n'))
  await build({
    configFile: false,
    root: TREE,
    logLevel: 'error',
    resolve: {
      alias: {
        vitest: path.join(TREE, 'tests/mutation/harness.ts'),
        'fast-check': path.join(TREE, 'tests/mutation/few-runs.ts'),
      },
    },
    plugins: [forgetful],
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: CACHE,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: path.basename(PROGRAM), codeSplitting: false } },
    },
  })
}

/** What the rules work out once is to be worked out anew for each mutant, see harness.ts. */
const forgetful: Plugin = {
  name: 'forgetful',
  transform: {
    filter: { id: /\/shared\/domain\// },
    handler: (code) => code.replaceAll('new WeakMap', 'new globalThis.ForgetfulMap'),
  },
}

/** The acceptance cases as tests; elsewhere they are read from the disk. */
function acceptance(): string[] {
  const cases = filesIn('tests/acceptance/cases').filter((file) => file.endsWith('.json'))
  return [
    `import { expect, runTests, test } from 'vitest'`,
    `import { check } from ${JSON.stringify(path.join(TREE, 'tests/acceptance/case.ts'))}`,
    ...cases.map((file, index) => `import case${index} from ${JSON.stringify(file)}`),
    ...cases.map((file, index) => `test(${JSON.stringify(file)}, () => expect(check(case${index})).toEqual([]))`),
  ]
}

const filesIn = (folder: string): string[] =>
  readdirSync(path.join(TREE, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
    path.join(TREE, folder, name),
  )
