/** `npm run bench`: all benches; `npm run bench -- startup`: one. Each figure is alone on its line, `name = number unit`. */
import { spawnSync } from 'node:child_process'
import { buildWhenStale } from '#electron/launch/build.mjs'
import { withDesktop } from '#electron/launch/desktop-session.mjs'
import { findElectron } from '#electron/launch/electron-runtime.mjs'
import { install } from '#electron/launch/install.mjs'
import { stopOnSignals } from '#electron/launch/processes.mjs'
import { program, ROOT } from '#electron/launch/program.mjs'
import { DESKTOP, systemLibraries } from '#electron/launch/system-libraries.mjs'
import { charts } from './charts.ts'
import { editor } from './editor.ts'
import { importing } from './import.ts'
import { listing } from './list.ts'
import type { Bench } from './measured-app.ts'
import { buildProgram, withFolder } from './places.ts'
import { startup } from './startup.ts'
import { stalls } from './stalls.ts'
import { timer } from './timer.ts'

/** On the real app; and programs of their own, which need no Electron. */
const onTheApp = { startup, timer, storage: stalls, import: importing, list: listing, charts, editor }
const alone = ['ledger', 'storage'] as const
type OnTheApp = keyof typeof onTheApp
const names: readonly string[] = [...new Set([...Object.keys(onTheApp), ...alone])]

async function run(words: readonly string[]): Promise<number> {
  const unknown = words.find((word) => !names.includes(word))
  if (unknown !== undefined) throw new Error(`There is no bench "${unknown}". There are: ${names.join(', ')}.`)
  const wanted = words.length > 0 ? words : names
  const signal = stopOnSignals()
  await install(ROOT, signal)
  // First, since they are over soonest.
  for (const name of alone) if (wanted.includes(name)) await runAlone(name)
  const apps = (Object.keys(onTheApp) as OnTheApp[]).filter((name) => wanted.includes(name))
  return apps.length > 0 ? runOnTheApp(apps, signal) : 0
}

async function runAlone(name: (typeof alone)[number]): Promise<void> {
  const program = await buildProgram(name)
  const store = name === 'storage' ? [await buildProgram('one-store', true)] : []
  await withFolder(async (folder) => {
    const { status } = spawnSync(process.execPath, [program, folder, ...store], { stdio: 'inherit' })
    if (status !== 0) throw new Error(`The bench "${name}" ended with ${status}.`)
  })
}

async function runOnTheApp(apps: readonly OnTheApp[], signal: AbortSignal): Promise<number> {
  await buildWhenStale(ROOT, signal)
  const executable = await findElectron(ROOT, signal)
  const probe = await buildProgram('probe')
  const all = async (env: NodeJS.ProcessEnv): Promise<number> => {
    const bench: Bench = { env, probe }
    for (const name of apps) await withFolder((folder) => onTheApp[name](executable, folder, bench))
    return 0
  }
  // Elsewhere a screen of our own cannot be made; there it is the user's.
  if (process.platform !== 'linux') return all(process.env)
  await systemLibraries(executable, DESKTOP, signal)
  return withDesktop(all, { signal })
}

await program(() => run(process.argv.slice(2)))
