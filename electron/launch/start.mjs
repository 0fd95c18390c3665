/** `npm start`: from a checkout to the running app. Arguments go to the app: `npm start -- --sample`, `-- --data DIR`. */
import { spawn } from 'node:child_process'
import { buildWhenStale } from './build.mjs'
import { withScreen } from './desktop-session.mjs'
import { electronArguments, isUnsandboxed } from './electron-arguments.mjs'
import { findElectron } from './electron-runtime.mjs'
import { ROOT, program } from './program.mjs'
import { install } from './install.mjs'
import { exitCode, onStop, stopOnSignals } from './processes.mjs'
import { say } from './progress.mjs'
import { SCREEN, systemLibraries } from './system-libraries.mjs'

/** A second Ctrl-C within this time is the same one: the terminal and npm both pass it on. */
const SAME_SIGNAL_MS = 500

/** @param {NodeJS.ProcessEnv} env */
const hasScreen = (env) => process.platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])

/**
 * Runs the app to its end. It gets signals from us alone, once each: Electron takes the first as "quit in order" and dies at
 * once on a second.
 * @param {string} executable
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} its exit code
 */
function runApp(executable, args, env) {
  return new Promise((resolve, reject) => {
    // Relative paths in the arguments are meant from where the user stands, not from where npm goes.
    const cwd = process.env['INIT_CWD'] || process.cwd()
    const app = spawn(executable, args, { cwd, env, detached: process.platform !== 'win32', stdio: 'inherit' })
    let passedAt = -Infinity
    onStop((signal) => {
      if (performance.now() - passedAt < SAME_SIGNAL_MS) return
      passedAt = performance.now()
      app.kill(signal)
    })
    app.on('error', reject)
    app.on('exit', (code, signal) => {
      if (signal === 'SIGTRAP' || signal === 'SIGABRT') explainCrash()
      resolve(exitCode(code, signal))
    })
  })
}

/** Chromium ends itself with a trap when it cannot make its sandbox, which newer Ubuntus forbid by default. */
function explainCrash() {
  if (process.platform !== 'linux' || isUnsandboxed()) return
  say('Electron ended itself. If it named the sandbox above: this system forbids the sandbox to ordinary programs;')
  say('`sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0` allows it until the next boot.')
}

/**
 * @param {string} root
 * @param {readonly string[]} appArguments
 * @returns {Promise<number>} the exit code
 */
async function start(root, appArguments) {
  const stopping = stopOnSignals()
  await install(root, stopping)
  await buildWhenStale(root, stopping)
  const executable = await findElectron(root, stopping)
  const screen = hasScreen(process.env)
  await systemLibraries(executable, screen ? [] : SCREEN, stopping)
  if (isUnsandboxed()) say("Started as root, so without Chromium's sandbox (--no-sandbox).")
  const args = [...electronArguments(root), ...appArguments]
  if (screen) return runApp(executable, args, process.env)
  say('This machine has no screen to show a window on: the app runs on an invisible one (Xvfb). Stop it with Ctrl-C.')
  return withScreen((env) => runApp(executable, args, env))
}

await program(() => start(ROOT, process.argv.slice(2)))
