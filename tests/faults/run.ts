/**
 * `npm run faults`: every fault in full, and every mutant of a safeguard; one line for each figure, `name = number unit`
 * or `name = N of N`. `-- kills powercuts disk damage calls migration ipc mutants` runs some, `-- 'mutants=zip|lock'` some of the
 * mutants. `npm test` has a fast share of each.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { mutants } from './mutants/list.ts'
import { trial } from './mutants/try-out.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** The test files of each; those in machine/ are tried where the machine lets them. */
const faults: Readonly<Record<string, readonly string[]>> = {
  kills: ['kill.test.ts', 'checkpoint-crash.test.ts', 'random.test.ts'],
  powercuts: ['power-cut.test.ts', 'machine/power-cut.full.ts'],
  disk: ['full-disk.test.ts', 'machine/full-disk.full.ts', 'left-alone.test.ts'],
  damage: ['damage.test.ts'],
  calls: ['disk-errors.test.ts'],
  migration: ['migration.test.ts'],
  ipc: ['ipc-fuzz.test.ts'],
}
const names = [...Object.keys(faults), 'mutants']

interface Figure {
  readonly name: string
  readonly value: number
  readonly of?: number
  readonly unit: string
}

/** @returns how many of its tests passed: one that failed at once has told no figure that would say so */
function runTests(files: readonly string[], folder: string): Figure {
  const results = path.join(folder, 'results.json')
  rmSync(results, { force: true })
  const words = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/faults/vitest.config.ts']
  const telling = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`]
  const env = { ...process.env, MAINSTAY_FAULTS: 'full', MAINSTAY_FIGURES: path.join(folder, FIGURES) }
  const places = files.map((file) => `tests/faults/${file}`)
  const { status } = spawnSync(process.execPath, [...words, ...telling, ...places], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  const said = readFileSync(results, 'utf8')
  const { numPassedTests: value, numTotalTests } = JSON.parse(said) as Record<
    'numPassedTests' | 'numTotalTests',
    number
  >
  // A file that could not even be read has no tests.
  return {
    name: 'faults.tests',
    value,
    of: status === 0 ? numTotalTests : Math.max(numTotalTests, value + 1),
    unit: 'passed',
  }
}
const FIGURES = 'figures.jsonl'

/** @param some a part of the names or the files of those that are wanted, several with `|` between; empty: all */
async function tryMutants(some: string): Promise<Figure> {
  const { tryOut, end } = await trial()
  const wanted = mutants.filter(({ name, file }) => some.split('|').some((part) => `${name} ${file}`.includes(part)))
  let caught = 0
  for (const [index, mutant] of wanted.entries()) {
    const { noticed, why } = await tryOut(mutant)
    const [by] = noticed
    if (by !== undefined) caught += 1
    const { name, breaks, test } = mutant
    const how = by === undefined ? `NOT CAUGHT, ${why}` : 'caught'
    console.log(`  ${index + 1}. ${how}: ${name} (${breaks}; ${test}: ${by ?? mutant.by})`)
  }
  await end()
  return { name: 'faults.mutants', value: caught, of: wanted.length, unit: 'caught' }
}

/** Those of one name added up. */
function added(figures: readonly Figure[]): Figure[] {
  const sums = new Map<string, Figure>()
  for (const each of figures) {
    const { value = 0, of } = sums.get(each.name) ?? {}
    const all = each.of === undefined ? {} : { of: (of ?? 0) + each.of }
    sums.set(each.name, { ...each, value: value + each.value, ...all })
  }
  return [...sums.values()]
}

const told = ({ name, value, of, unit }: Figure): string =>
  of === undefined ? `${name} = ${value} ${unit}` : `${name} = ${value} of ${of} ${unit}`

async function run(words: readonly string[]): Promise<boolean> {
  const some = words.find((word) => word.startsWith('mutants='))
  const unknown = words.find((word) => word !== some && !names.includes(word))
  if (unknown !== undefined) throw new Error(`There is no fault "${unknown}". There are: ${names.join(', ')}.`)
  const wanted = words.length > 0 ? words : names
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mainstay-faults-'))
  const passed = Object.entries(faults).flatMap(([name, files]) =>
    wanted.includes(name) ? [runTests(files, folder)] : [],
  )
  const figures = [...readFigures(path.join(folder, FIGURES)), ...passed]
  if (some !== undefined) figures.push(await tryMutants(some.slice('mutants='.length)))
  else if (wanted.includes('mutants')) figures.push(await tryMutants(''))
  rmSync(folder, { recursive: true })
  for (const each of added(figures)) console.log(told(each))
  return figures.every(({ value, of }) => of === undefined || value === of)
}

function readFigures(file: string): Figure[] {
  try {
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    return lines.map((line) => JSON.parse(line) as Figure)
  } catch {
    return [] // none was told
  }
}

process.exitCode = (await run(process.argv.slice(2))) ? 0 : 1
