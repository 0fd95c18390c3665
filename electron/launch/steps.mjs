/** The checks of this project in their order; each is a script of package.json, so that one can be run alone by its name. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { build, buildWhenStale } from './build.mjs'
import { withDesktop } from './desktop-session.mjs'
import { npm } from './npm.mjs'
import { playwrightTotals, singleTotals, vitestTotals } from './totals.mjs'

/** @typedef {import("./totals.mjs").Totals} Totals */
/**
 * @typedef {object} Context
 * @property {string} root
 * @property {string} executable Electron's
 * @property {AbortSignal} signal
 */
/** @typedef {{ name: string, script: string, needsDesktop?: boolean, run: (context: Context) => Promise<Totals> }} Step */

/**
 * @param {string} script
 * @param {Context} context
 * @param {readonly string[]} [args]
 * @param {NodeJS.ProcessEnv} [env]
 */
async function runScript(script, { root, signal }, args = [], env = process.env) {
  const { code } = await npm(['run', script, ...(args.length > 0 ? ['--', ...args] : [])], {
    cwd: root,
    signal,
    show: true,
    env,
  })
  return code
}

/**
 * Runs a test runner with a file for its report beside what it shows.
 * @param {(reportFile: string) => Promise<number>} runner
 * @returns {Promise<import("./totals.mjs").Ran>}
 */
async function withReport(runner) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mainstay-report-'))
  const file = path.join(folder, 'report.json')
  try {
    const code = await runner(file)
    return { code, report: JSON.parse(await readFile(file, 'utf8').catch(() => 'null')) }
  } catch (error) {
    // A report that breaks off in the middle is a runner that crashed.
    if (error instanceof SyntaxError) return { code: 1, report: null }
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * @param {string} name
 * @param {string} script
 * @returns {Step}
 */
const check = (name, script) => ({
  name,
  script,
  run: async (context) => singleTotals({ code: await runScript(script, context), report: null }),
})

/** @type {Step} */
const unit = {
  name: 'unit, property and component tests',
  script: 'test:unit',
  run: async (context) =>
    vitestTotals(
      await withReport((file) =>
        runScript('test:unit', context, ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]),
      ),
    ),
}

/** @type {Step} */
const buildStep = {
  name: 'build',
  script: 'build',
  run: async ({ root, signal }) => singleTotals({ code: await build(root, { signal }), report: null }),
}

/**
 * @param {Context} context
 * @returns {Promise<Totals>}
 */
async function runEndToEnd(context) {
  // Chosen alone, or after a build that failed: what was built some other time must not pass for this state.
  await buildWhenStale(context.root, context.signal)
  const ran = await withReport((file) =>
    withDesktop(
      (env) => {
        const told = { MAINSTAY_ELECTRON: context.executable, PLAYWRIGHT_JSON_OUTPUT_FILE: file }
        return runScript('test:e2e', context, ['--reporter=list,json'], { ...env, ...told })
      },
      { signal: context.signal },
    ),
  )
  return playwrightTotals(ran)
}

/** @type {Step} */
const endToEnd = { name: 'end-to-end tests', script: 'test:e2e', needsDesktop: true, run: runEndToEnd }

/** @type {readonly Step[]} */
export const STEPS = [
  check('format', 'format:check'),
  check('lint', 'lint'),
  check('types', 'types'),
  check('dead code', 'deadcode'),
  unit,
  check('acceptance', 'acceptance'),
  buildStep,
  endToEnd,
]

/**
 * The steps whose script is named by one of the words: `unit` is `test:unit`, `format` is `format:check`.
 * @param {readonly string[]} words none means all
 * @param {readonly Step[]} [steps]
 */
export function chosenSteps(words, steps = STEPS) {
  for (const word of words) {
    if (!steps.some((step) => step.script.split(':').includes(word))) {
      const names = steps.map((step) => step.script).join(', ')
      throw new Error(`No check is called "${word}"; there are: ${names}`)
    }
  }
  return words.length === 0
    ? steps
    : steps.filter((step) => words.some((word) => step.script.split(':').includes(word)))
}
