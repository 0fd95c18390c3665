/**
 * `npm run package`: the app as its users get it. Words go to electron-builder: `npm run package -- --linux dir`. Where
 * the Electron that is shipped cannot be had, the package is built around the one that there is, to be tried and not given away.
 */
import path from 'node:path'
import { buildWhenStale } from './build.mjs'
import { wantedVersion } from './electron-package.mjs'
import { findElectron } from './electron-runtime.mjs'
import { install } from './install.mjs'
import { run, stopOnSignals } from './processes.mjs'
import { ROOT, program } from './program.mjs'
import { say } from './progress.mjs'

/** @param {readonly string[]} words */
async function pack(words) {
  const signal = stopOnSignals()
  await install(ROOT, signal)
  await buildWhenStale(ROOT, signal)
  const executable = await findElectron(ROOT, signal)
  // As plain Node it needs neither a screen nor a sandbox to say what it is.
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const { stdout } = await run(executable, ['-p', 'process.versions.electron'], { env, signal })
  const version = stdout.trim()
  const isShipped = version === (await wantedVersion(ROOT))
  if (!isShipped) say(`The package is built around Electron ${version}: for trying it, not for giving it away.`)
  const around = isShipped ? [] : [`-c.electronDist=${path.dirname(executable)}`, `-c.electronVersion=${version}`]
  const builder = path.join(ROOT, 'node_modules', 'electron-builder', 'cli.js')
  const { code } = await run(process.execPath, [builder, ...words, ...around], { signal, show: true })
  return code
}

await program(() => pack(process.argv.slice(2)))
