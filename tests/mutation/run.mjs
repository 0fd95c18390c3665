/**
 * `npm run mutants`: changes the rules in one place at a time (Stryker's mutants) and tells which changes no test
 * notices. By hand, not a part of `npm test`: thousands of mutants take their time. `npm run mutants -- ledger/lots.ts`
 * tries those of the files whose path holds one of the words; without words, of all of `shared/domain`.
 */
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const ROOT = path.resolve(fileURLToPath(new URL('../..', import.meta.url)))
const CACHE = path.join(ROOT, 'node_modules', '.cache', 'mainstay', 'mutants')
const TREE = path.join(CACHE, 'tree')
const PROGRAM = path.join(CACHE, 'program.mjs')
/** Not among the packages of the project: only this asks for it, and it is large. */
const INSTRUMENTER = '@stryker-mutator/instrumenter@9.6.1'
/** What a mutant may take beyond its tests' own time: then it runs for ever, and somebody would have noticed. */
const PATIENCE_MS = 3000
/** What a mutant that nobody notices may take of tests, in milliseconds of their own; the quickest come first. */
const MOST_MS = 12_000

/** @param {string} folder @returns {string[]} */
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name))

async function instrumenter() {
  const folder = path.join(CACHE, 'instrumenter')
  const entry = path.join(folder, 'node_modules', '@stryker-mutator', 'instrumenter', 'dist', 'src', 'index.js')
  if (!existsSync(entry)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, 'package.json'), '{"private":true}')
    execFileSync('npm', ['install', '--no-audit', '--no-fund', INSTRUMENTER], { cwd: folder, stdio: 'inherit' })
  }
  const { Instrumenter } = await import(pathToFileURL(entry).href)
  const quiet = { debug() {}, info() {}, isDebugEnabled: () => false }
  return new Instrumenter(quiet)
}

/** A copy of the sources with all mutants in them, and the tests of the rules as one program over it. */
async function prepare(words) {
  rmSync(TREE, { recursive: true, force: true })
  for (const folder of ['shared', 'tests/shared', 'tests/property', 'tests/support', 'tests/mutation'])
    cpSync(path.join(ROOT, folder), path.join(TREE, folder), { recursive: true })
  cpSync(path.join(ROOT, 'package.json'), path.join(TREE, 'package.json'))
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(TREE, 'node_modules'), 'dir')

  const rules = filesIn(path.join(TREE, 'shared', 'domain')).filter((file) => file.endsWith('.ts'))
  const wanted = rules.filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  const sources = wanted.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }))
  const options = { plugins: null, excludedMutations: ['StringLiteral'], ignorers: [], noHeader: false }
  const { files, mutants } = await (await instrumenter()).instrument(sources, options)
  for (const { name, content } of files) writeFileSync(name, content)

  const tests = ['shared/domain', 'property']
    .flatMap((folder) => filesIn(path.join(TREE, 'tests', folder)))
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => !/#renderer|#electron|node:|tests\/support\/sample/.test(readFileSync(file, 'utf8')))
  const entry = path.join(TREE, 'entry.ts')
  const imports = tests.map((file) => `import ${JSON.stringify(file)}`)
  writeFileSync(entry, [...imports, `import { runTests } from 'vitest'`, 'await runTests()'].join('\n'))
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
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: CACHE,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'program.mjs', codeSplitting: false } },
    },
  })
  return mutants.filter(({ status }) => status !== 'Ignored')
}

/** Runs the program with a mutant. @returns {Promise<'survived' | 'killed'>} */
function tryOut(id, tests, ms) {
  return new Promise((resolve) => {
    const env = { ...process.env, __STRYKER_ACTIVE_MUTANT__: id, TESTS: tests.join(',') }
    const child = spawn(process.execPath, [PROGRAM], { env, stdio: 'ignore' })
    const late = setTimeout(() => child.kill('SIGKILL'), ms)
    child.on('exit', (code) => {
      clearTimeout(late)
      resolve(code === 0 ? 'survived' : 'killed')
    })
  })
}

/** The tests that pass by a mutant, the quickest first; by one in code that runs as it is loaded, all of them. */
function testsOf(id, { took, coverage }) {
  const passing = took.flatMap((ms, place) => (ms === null ? [] : [{ place, ms }]))
  const isStatic = coverage.static[id] !== undefined
  const own = passing.filter(({ place }) => isStatic || coverage.perTest[place]?.[id] !== undefined)
  let sum = 0
  return own.toSorted((a, b) => a.ms - b.ms).filter(({ ms }) => (sum += ms) <= MOST_MS)
}

const mutants = await prepare(process.argv.slice(2))
const dry = JSON.parse(execFileSync(process.execPath, [PROGRAM], { encoding: 'utf8', maxBuffer: 2 ** 30 }))
for (const [place, ms] of dry.took.entries()) if (ms === null) console.log(`fails by itself: ${dry.names[place]}`)
const whole = dry.took.reduce((sum, ms) => sum + (ms ?? 0), 0)
console.log(`${mutants.length} mutants, ${dry.took.length} tests that take ${(whole / 1000).toFixed(1)} s`)

const waiting = [...mutants]
const results = []
async function work() {
  for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
    const tests = testsOf(mutant.id, dry)
    const ms = tests.reduce((sum, test) => sum + test.ms, PATIENCE_MS) * 3
    const result =
      tests.length === 0
        ? 'not run'
        : await tryOut(
            mutant.id,
            tests.map(({ place }) => place),
            ms,
          )
    results.push({ ...mutant, result })
    if (results.length % 100 === 0) console.log(`${results.length} of ${mutants.length} …`)
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, work))

const byFile = new Map()
for (const each of results) byFile.set(each.fileName, [...(byFile.get(each.fileName) ?? []), each])
for (const [file, list] of [...byFile].toSorted()) {
  const left = list.filter(({ result }) => result !== 'killed')
  console.log(`${path.relative(TREE, file)}: ${list.length - left.length} of ${list.length}`)
  const lines = readFileSync(path.join(ROOT, path.relative(TREE, file)), 'utf8').split('\n')
  for (const { location, replacement, result, mutatorName } of left)
    console.log(
      `  ${location.start.line + 1}: ${result}, ${mutatorName}: ${(lines[location.start.line] ?? '').trim()} -> ${String(replacement).replaceAll(/\s+/g, ' ').slice(0, 80)}`,
    )
}
const killed = results.filter(({ result }) => result === 'killed').length
console.log(`mutants.killed = ${((100 * killed) / results.length).toFixed(1)} %`)
