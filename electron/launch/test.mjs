/** `npm test`: every check of the project, and one last line with their true totals. `npm test -- unit e2e` runs some. */
import { findElectron } from './electron-runtime.mjs'
import { install } from './install.mjs'
import { Stopped, stopOnSignals } from './processes.mjs'
import { ROOT, program } from './program.mjs'
import { say } from './progress.mjs'
import { chosenSteps } from './steps.mjs'
import { DESKTOP, systemLibraries } from './system-libraries.mjs'
import { sum, totalsCode, totalsLine } from './totals.mjs'

/** @param {unknown} error */
const words = (error) => (error instanceof Error ? error.message : String(error))

/**
 * Runs one step; whatever it throws is one failure with its reason, and never the end of the run.
 * @param {import("./steps.mjs").Step} step
 * @param {import("./steps.mjs").Context} context
 * @param {string | null} noDesktop why there can be none
 * @returns {Promise<import("./totals.mjs").Totals>}
 */
async function runStep(step, context, noDesktop) {
  say(`\n── ${step.name} (npm run ${step.script})`)
  const startedAt = performance.now()
  try {
    if (step.needsDesktop && noDesktop !== null) throw new Error(noDesktop)
    const totals = await step.run(context)
    context.signal.throwIfAborted()
    say(`── ${step.name}: ${totalsLine(totals)}, ${seconds(startedAt)}`)
    return totals
  } catch (error) {
    if (error instanceof Stopped) throw error
    say(words(error))
    say(`── ${step.name}: could not run, ${seconds(startedAt)}`)
    return { passed: 0, failed: 1 }
  }
}

/** @param {number} startedAt */
const seconds = (startedAt) => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`

/**
 * What the end-to-end tests need beside the packages. Its failure must not hide what the other checks find.
 * @param {AbortSignal} signal
 */
async function prepareDesktop(signal) {
  try {
    if (process.platform !== 'linux') throw new Error('The end-to-end tests need a Linux desktop of their own (Xvfb).')
    const executable = await findElectron(ROOT, signal)
    await systemLibraries(executable, DESKTOP, signal)
    return { executable, noDesktop: null }
  } catch (error) {
    if (error instanceof Stopped) throw error
    return { executable: '', noDesktop: words(error) }
  }
}

/** @param {readonly string[]} chosen */
async function test(chosen) {
  const signal = stopOnSignals()
  const steps = chosenSteps(chosen)
  /** @type {import("./totals.mjs").Totals[]} */
  const totals = []
  try {
    await install(ROOT, signal)
    const needed = steps.some((step) => step.needsDesktop)
    const { executable, noDesktop } = needed ? await prepareDesktop(signal) : { executable: '', noDesktop: null }
    for (const step of steps) totals.push(await runStep(step, { root: ROOT, executable, signal }, noDesktop))
  } catch (error) {
    if (error instanceof Stopped) throw error
    say(words(error))
    // Nothing could run, so nothing is known to be right.
    totals.push(...steps.map(() => ({ passed: 0, failed: 1 })))
  }
  say(`\n${totalsLine(sum(totals))}`)
  return totalsCode(sum(totals))
}

await program(() => test(process.argv.slice(2)))
