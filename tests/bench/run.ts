/** `npm run bench`: all benches; `npm run bench -- startup`: one. Each figure is alone on its line, `name = number unit`. */
import { buildWhenStale } from '#electron/launch/build.mjs'
import { withDesktop } from '#electron/launch/desktop-session.mjs'
import { findElectron } from '#electron/launch/electron-runtime.mjs'
import { install } from '#electron/launch/install.mjs'
import { stopOnSignals } from '#electron/launch/processes.mjs'
import { program, ROOT } from '#electron/launch/program.mjs'
import { DESKTOP, systemLibraries } from '#electron/launch/system-libraries.mjs'
import type { Bench } from './measured-app.ts'
import { buildProbe, withFolder } from './places.ts'
import { startup } from './startup.ts'
import { timer } from './timer.ts'

const benches = { startup, timer }
type Name = keyof typeof benches
const isName = (word: string): word is Name => Object.hasOwn(benches, word)

async function run(words: readonly string[]): Promise<number> {
  const unknown = words.find((word) => !isName(word))
  if (unknown !== undefined)
    throw new Error(`There is no bench "${unknown}". There are: ${Object.keys(benches).join(', ')}.`)
  const signal = stopOnSignals()
  await install(ROOT, signal)
  await buildWhenStale(ROOT, signal)
  const executable = await findElectron(ROOT, signal)
  const probe = await buildProbe()
  const all = async (env: NodeJS.ProcessEnv): Promise<number> => {
    const bench: Bench = { env, probe }
    for (const name of words.length > 0 ? words.filter(isName) : (Object.keys(benches) as Name[]))
      await withFolder((folder) => benches[name](executable, folder, bench))
    return 0
  }
  // Elsewhere a screen of our own cannot be made; there it is the user's.
  if (process.platform !== 'linux') return all(process.env)
  await systemLibraries(executable, DESKTOP, signal)
  return withDesktop(all, { signal })
}

await program(() => run(process.argv.slice(2)))
