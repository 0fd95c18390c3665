import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { electronArguments } from '#electron/launch/electron-arguments.mjs'
import { ROOT } from '#electron/launch/program.mjs'
import { glob } from './files.ts'
import { watch, type Watch } from './watch.ts'
import { ZONE } from './zone.ts'

export interface Start {
  /** What follows `--data DIR`; `--sample` stands instead of it. */
  readonly arguments?: readonly string[]
  readonly sample?: boolean
  /** Without `--data`: the folder is the app's own, or the one that the settings name. */
  readonly own?: boolean
  readonly env?: Readonly<Record<string, string>>
}

export interface RunningApp {
  readonly electron: ElectronApplication
  readonly page: Page
  /** Asks it to quit, as its menu does, and waits for its end. */
  readonly quit: () => Promise<void>
  /** As a crash or a dead battery ends it. */
  readonly kill: () => Promise<void>
}

export interface Mainstay {
  /** A home of the test's own: settings, data and all that Chromium keeps lie in it. */
  readonly home: string
  /** The data folder that is passed with `--data`. */
  readonly data: string
  readonly start: (options?: Start) => Promise<RunningApp>
  /** The app as a command: for a second instance, which ends by itself. */
  readonly command: (options?: Start) => { file: string; args: string[]; env: Record<string, string> }
  /** Something that the test provokes: a line in the console or the log that matches is no failure. */
  readonly expectProblem: (text: RegExp) => void
  /** Something that a page of the test tries to reach: that is no failure, but that it got past the filter would be. */
  readonly expectAttempt: (address: RegExp) => void
  /** For the test of the watch itself: this does get past the filter. */
  readonly expectLeaving: (address: RegExp) => void
}

/** A test with the real app in a folder of its own, where nothing may go wrong unnoticed and nothing leaves the machine. */
export const test = base.extend<{ mainstay: Mainstay }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are needed from this pattern.
  mainstay: async ({}, use) => {
    const home = await mkdtemp(path.join(os.tmpdir(), 'mainstay-e2e-'))
    const allowed = { problems: [] as RegExp[], attempts: [] as RegExp[], left: [] as RegExp[] }
    const watches: Watch[] = []
    const running = new Set<RunningApp>()
    const mainstay: Mainstay = {
      home,
      data: path.join(home, 'data'),
      command: (options) => command(home, options),
      expectProblem: (text) => void allowed.problems.push(text),
      expectAttempt: (address) => void allowed.attempts.push(address),
      expectLeaving: (address) => void allowed.left.push(address),
      async start(options) {
        const { file, args, env } = command(home, options)
        const netLog = path.join(home, `net-${watches.length}.json`)
        const electron = await _electron.launch({
          executablePath: file,
          args: [...args, `--log-net-log=${netLog}`],
          env,
          timeout: 30_000,
        })
        watches.push(watch(electron, netLog))
        const ended = new Promise<void>((resolve) => void electron.once('close', () => resolve()))
        const app: RunningApp = {
          electron,
          page: await electron.firstWindow(),
          async quit() {
            running.delete(app)
            await electron.close()
            await ended
          },
          async kill() {
            running.delete(app)
            electron.process().kill('SIGKILL')
            await ended
          },
        }
        running.add(app)
        return app
      },
    }
    try {
      await use(mainstay)
    } finally {
      for (const app of running) await app.quit()
    }
    for (const each of watches) {
      const told = await each.told()
      expect.soft(unexpected(told.problems, allowed.problems), 'errors and warnings').toEqual([])
      expect.soft(unexpected(told.attempts, allowed.attempts), 'requests for other than app:').toEqual([])
      expect.soft(unexpected(told.left, allowed.left), 'requests past the filter').toEqual([])
      if (allowed.left.length > 0) expect.soft(told.left.length, 'requests past the filter').toBeGreaterThan(0)
    }
    expect.soft(unexpected(await logged(home), allowed.problems), 'the app’s own log').toEqual([])
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  },
})

export { expect }

function command(home: string, { arguments: words = [], sample = false, own = false, env = {} }: Start = {}) {
  const file = process.env['MAINSTAY_ELECTRON']
  if (file === undefined) throw new Error('Run it by `npm test -- e2e`: MAINSTAY_ELECTRON says which Electron.')
  const workspace = sample ? ['--sample'] : own ? [] : ['--data', path.join(home, 'data')]
  return { file, args: [...electronArguments(ROOT), ...workspace, ...words], env: { ...environment(home), ...env } }
}

function environment(home: string): Record<string, string> {
  const told = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return {
    ...(Object.fromEntries(told) as Record<string, string>),
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, '.config'),
    XDG_CACHE_HOME: path.join(home, '.cache'),
    XDG_DATA_HOME: path.join(home, '.local/share'),
    LANG: 'en_GB.UTF-8',
    LC_ALL: 'en_GB.UTF-8',
    LANGUAGE: 'en_GB',
    TZ: ZONE,
  }
}

const unexpected = (told: readonly string[], allowed: readonly RegExp[]): string[] =>
  told.filter((text) => !allowed.some((each) => each.test(text)))

/** What the app wrote to its log: there it says what went wrong that the user cannot act on. */
async function logged(home: string): Promise<string[]> {
  const files = await glob(home, (file) => path.basename(file) === 'mainstay.log')
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  return texts.flatMap((text) => text.split('\n').filter(Boolean))
}
