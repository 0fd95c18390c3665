/** Runs one command on a desktop of its own, as the end-to-end tests have it: `node electron/launch/desktop.mjs npx playwright test`. */
import { withDesktop } from './desktop-session.mjs'
import { findElectron } from './electron-runtime.mjs'
import { install } from './install.mjs'
import { run, stopOnSignals } from './processes.mjs'
import { ROOT, program } from './program.mjs'
import { DESKTOP, systemLibraries } from './system-libraries.mjs'

/** @param {readonly string[]} words */
async function desktop([command, ...args]) {
  if (command === undefined) throw new Error('Say which command: node electron/launch/desktop.mjs COMMAND [ARGUMENT …]')
  const signal = stopOnSignals()
  await install(ROOT, signal)
  const executable = await findElectron(ROOT, signal)
  await systemLibraries(executable, DESKTOP, signal)
  const { code } = await withDesktop(
    (env) => run(command, args, { env: { ...env, MAINSTAY_ELECTRON: executable }, signal, show: true }),
    { signal },
  )
  return code
}

await program(() => desktop(process.argv.slice(2)))
