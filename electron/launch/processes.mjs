/** Child processes as the launcher needs them: they never read our stdin, and a stop reaches all that they started. */
import { spawn } from 'node:child_process'
import os from 'node:os'

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {AbortSignal | undefined} [signal] stops the process and everything it started
 * @property {boolean} [show] its output goes to our own instead of being kept
 * @property {boolean} [shell]
 */

/** @typedef {{ code: number, output: string, stdout: string }} Finished `output` is both streams in the order they came. */

const windows = process.platform === 'win32'
/** The end of a log tells why; the whole of a chatty one would only fill memory. */
const KEPT_CHARACTERS = 1_000_000
const PATIENCE_MS = 5000
const PARENT_LOOK_MS = 1000

/**
 * What a shell would report: the code, or 128 plus the number of the signal that ended it.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitCode(code, signal) {
  return signal === null ? (code ?? 1) : 128 + os.constants.signals[signal]
}

/**
 * Sends a signal to a process that was started `detached`, and to all that it started itself.
 * @param {import("node:child_process").ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return
  try {
    if (windows) child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // Already gone, which is what was wanted.
  }
}

/**
 * Asks the whole group to end and, when it does not, ends it.
 * @param {import("node:child_process").ChildProcess} child
 */
export async function stopGroup(child) {
  if (child.pid === undefined) return
  if (child.exitCode !== null || child.signalCode !== null) return signalGroup(child, 'SIGKILL')
  const gone = new Promise((resolve) => child.once('exit', resolve))
  signalGroup(child, 'SIGTERM')
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), PATIENCE_MS)
  await gone
  clearTimeout(timer)
  signalGroup(child, 'SIGKILL')
}

/**
 * Runs a command to its end. A command that does not exist is code 127, as in a shell; only our own stop is thrown.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Finished>}
 */
export function run(command, args, { cwd, env, signal, show = false, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    let output = ''
    let stdout = ''
    const child = spawn(command, args, {
      ...(cwd === undefined ? {} : { cwd }),
      env: env ?? process.env,
      shell,
      detached: !windows,
      windowsHide: true,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    })
    const stop = () => void stopGroup(child)
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      stdout = (stdout + text).slice(-KEPT_CHARACTERS)
      output = (output + text).slice(-KEPT_CHARACTERS)
    })
    child.stderr?.setEncoding('utf8').on('data', (text) => (output = (output + text).slice(-KEPT_CHARACTERS)))
    child.on('error', (error) => {
      signal?.removeEventListener('abort', stop)
      resolve({ code: 127, output: `${command}: ${error.message}`, stdout: '' })
    })
    child.on('close', (code, killedBy) => {
      signal?.removeEventListener('abort', stop)
      if (signal?.reason instanceof Stopped) reject(signal.reason)
      else resolve({ code: exitCode(code, killedBy), output, stdout })
    })
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}

/**
 * The last lines of what a process said, for a message about its failure.
 * @param {string} output
 * @param {number} [lines]
 */
export function lastLines(output, lines = 12) {
  return output.trimEnd().split('\n').slice(-lines).join('\n')
}

/** The user or the system asked the launcher to end; it is passed up, never reported as a failure of what was under way. */
export class Stopped extends Error {
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`stopped by ${signal}`)
    this.name = 'Stopped'
    this.code = 128 + os.constants.signals[signal]
  }
}

/**
 * Calls back when the user or the system asks us to end. npm passes a signal only to the shell between it and us; that dies
 * and leaves us behind, so losing it counts as being asked too.
 * @param {(signal: NodeJS.Signals) => void} stop
 */
export function onStop(stop) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => stop(signal))
  const parent = process.ppid
  if (windows || process.env['npm_lifecycle_event'] === undefined) return
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop('SIGTERM')
  }, PARENT_LOOK_MS)
  watch.unref()
}

/**
 * @returns {AbortSignal} aborted when we are asked to end, so that what we started is put away first; its reason is a `Stopped`
 */
export function stopOnSignals() {
  const controller = new AbortController()
  onStop((signal) => controller.abort(new Stopped(signal)))
  return controller.signal
}
