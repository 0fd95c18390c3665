import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '#electron/launch/program.mjs'
import { dayAt, instantOf, type Zone } from '#shared/kernel/instant.ts'
import { bigHistory } from '#tests/support/workspace-files.ts'
import { aside, figure, median, spread } from './figures.ts'
import { memoryIs, start, type Bench, type Startable } from './measured-app.ts'
import { bareApp } from './places.ts'

const ROUNDS = 9
export const ENTRIES = 100_000
export const YEARS = 20

export const today = () => dayAt(instantOf(Date.now()), 'Europe/Rome' as Zone)

/** Today is there with all its figures, not with the shapes that stand for them. */
const todayIsThere = `document.querySelector('main h1') && !document.querySelector('main [role=status]')`

export const product = (executable: string, folder: string, name: string, data: readonly string[]): Startable => ({
  executable,
  app: ROOT,
  user: path.join(folder, `${name}-user`),
  arguments: data,
  usable: todayIsThere,
})

/**
 * From the start of a process until there is a screen to use, each time in a new process, in turns with a bare
 * Electron window. Files are in the system's page cache, as they are for an app that is used every day.
 */
export async function startup(executable: string, folder: string, bench: Bench): Promise<void> {
  const bare = await bareApp(executable)
  const data = (name: string): string[] => ['--data', path.join(folder, name)]
  for (const [name, entries] of [['same', 0] as const, ['long', ENTRIES] as const]) {
    mkdirSync(path.join(folder, name))
    bigHistory(path.join(folder, name), entries, YEARS, today())
  }
  const apps = {
    bare: { ...bare, user: path.join(folder, 'bare-user'), arguments: [], usable: `document.querySelector('h1')` },
    sample: product(executable, folder, 'sample', ['--sample']),
    empty: product(executable, folder, 'empty', data('empty')),
    // The long one's clients and retainers without a single entry: what the history alone costs.
    same: product(executable, folder, 'same', data('same')),
    long: product(executable, folder, 'long', data('long')),
  } satisfies Record<string, Startable>
  const names = Object.keys(apps) as (keyof typeof apps)[]
  const ready = new Map(names.map((name) => [name, [] as number[]]))
  const memory = new Map(names.map((name) => [name, [] as number[]]))
  // The first start of each makes what later ones find: a profile, a workspace, compiled code.
  for (let round = -1; round < ROUNDS; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const measured = await start(apps[name], bench)
      await measured.quit()
      if (round < 0) continue
      ready.get(name)?.push(measured.ready)
      memory.get(name)?.push(measured.memory / 1024)
    }
  }
  const of = (values: typeof ready, name: keyof typeof apps): number => median(values.get(name) ?? [])
  for (const name of names) {
    aside(`${name}: ready after ${spread(ready.get(name) ?? [], 'ms')}`)
    aside(`${name}: ${memoryIs} ${spread(memory.get(name) ?? [], 'MB')}`)
  }
  figure('startup.ready', of(ready, 'sample') / of(ready, 'bare'), 'x')
  figure('startup.memory', of(memory, 'sample') / of(memory, 'bare'), 'x')
  figure('startup.growth', of(ready, 'long') / of(ready, 'empty'), 'x')
  figure('startup.growth.history', of(ready, 'long') / of(ready, 'same'), 'x')
}
