/** What the launcher's programs (start, test, desktop) have in common: where they are, and how they end. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Stopped } from './processes.mjs'

/** The checkout. */
export const ROOT = path.resolve(fileURLToPath(new URL('../..', import.meta.url)))

/**
 * Ends with the code that the work gives. A failure that was foreseen is told in words: a stack trace would only hide them.
 * @param {() => Promise<number>} work
 */
export async function program(work) {
  try {
    process.exitCode = await work()
  } catch (error) {
    process.exitCode = error instanceof Stopped ? error.code : 1
    if (!(error instanceof Stopped))
      process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  }
}
