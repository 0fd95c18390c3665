import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { electronArguments } from '#electron/launch/electron-arguments.mjs'
import type { Asked, Process, Told } from './told.ts'

/** An app that can be started and measured: which Electron runs which folder, and what it keeps where. */
export interface Startable {
  readonly executable: string
  /** The folder of the app that Electron runs. */
  readonly app: string
  /** What Chromium keeps: the same from start to start, as on a user's machine. */
  readonly user: string
  readonly arguments: readonly string[]
  /** A condition in the page; once it holds, there is something to use. */
  readonly usable: string
}

/** Where a bench runs: on which screen, and with which probe. */
export interface Bench {
  readonly env: NodeJS.ProcessEnv
  readonly probe: string
}

export interface Measured {
  /** Milliseconds from the start of its process until its window could be used. */
  readonly ready: number
  /** Kilobytes of all its processes at that moment. */
  readonly memory: number
  /** Runs a script in the page; `took` says how long each call took in main. */
  readonly ask: (script: string) => Promise<{ value: unknown; took: Readonly<Record<string, number>> }>
  /** The same, and the milliseconds of the longest time in which main did nothing else. */
  readonly watch: (script: string) => Promise<{ value: unknown; stall: number }>
  /** The same, and the milliseconds of all script that the page ran meanwhile. */
  readonly measure: (script: string) => Promise<{ value: unknown; script: number }>
  /** Quits as the system would ask it to. */
  readonly quit: () => Promise<void>
}

const READY_WITHIN_MS = 60_000
const QUIT_WITHIN_MS = 15_000
/** What is watched is what takes long. */
const WATCHED_WITHIN_MS = 300_000

/**
 * The condition holds, its text is drawn in its own type, a frame with it has been made, and the first frame with
 * something in it has come to the screen: after a cold start that takes longer than to make it.
 */
const whenUsable = (condition: string): string => `new Promise((usable) => {
  const frame = (then) => requestAnimationFrame(then)
  const isThere = () => (${condition}) && document.fonts.status === 'loaded'
  const shown = (made) => {
    const [first] = performance.getEntriesByName('first-contentful-paint')
    if (first) usable(Math.max(made, performance.timeOrigin + first.startTime))
    else setTimeout(shown, 5, made)
  }
  const look = () => (isThere() ? frame(() => frame(() => shown(Date.now()))) : frame(look))
  look()
})`

/** Starts an app in a process of its own and waits until its window can be used. */
export async function start(startable: Startable, { env, probe }: Bench): Promise<Measured> {
  const words = [...electronArguments(startable.app), `--user-data-dir=${startable.user}`, ...startable.arguments]
  const began = Date.now()
  const child = spawn(startable.executable, words, {
    env: {
      ...env,
      NODE_OPTIONS: `--require ${JSON.stringify(probe)}`,
      MAINSTAY_BENCH_USABLE: whenUsable(startable.usable),
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-10_000)))
  try {
    const usable = await told(child, 0, READY_WITHIN_MS)
    if (usable.kind !== 'usable') throw new Error('it answered before it was asked')
    const memory = sum(usable.processes.map(memoryOf))
    let asked = 0
    const ask = async (script: string, watch = false, measure = false): Promise<Extract<Told, { kind: 'answer' }>> => {
      asked += 1
      const answer = told(child, asked, watch ? WATCHED_WITHIN_MS : READY_WITHIN_MS)
      child.send({ id: asked, script, watch, measure } satisfies Asked)
      return (await answer) as Extract<Told, { kind: 'answer' }>
    }
    return {
      ready: usable.at - began,
      memory,
      ask: (script) => ask(script),
      watch: (script) => ask(script, true),
      measure: (script) => ask(script, false, true),
      quit: () => end(child),
    }
  } catch (error) {
    await end(child)
    throw new Error(`${startable.app}: ${String(error)}\n${said}`, { cause: error })
  }
}

/** What the probe says next about this. */
function told(child: ChildProcess, id: number, withinMs: number): Promise<Told> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => done(new Error(`no answer in ${withinMs / 1000} s`)), withinMs)
    const ended = (): void => done(new Error('it ended'))
    const hear = (told: Told): void => {
      if (told.kind === 'usable' ? id !== 0 : told.id !== id) return
      done(told.kind === 'failed' ? new Error(told.error) : told)
    }
    const done = (result: Told | Error): void => {
      clearTimeout(late)
      child.off('message', hear).off('exit', ended).off('error', done)
      if (result instanceof Error) reject(result)
      else resolve(result)
    }
    child.on('message', hear).once('exit', ended).once('error', done)
  })
}

async function end(child: ChildProcess): Promise<void> {
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null
  if (hasEnded() || child.pid === undefined) return
  const gone = new Promise<void>((resolve) => void child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  await Promise.race([gone, pause(QUIT_WITHIN_MS, undefined, { ref: false })])
  if (hasEnded()) return
  child.kill('SIGKILL')
  await gone
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/**
 * What is not a copy of files, and of what processes share each its part, so that nothing is counted twice and nothing
 * depends on what else runs. Where the system does not say it, the working sets.
 */
export const memoryIs = process.platform === 'linux' ? 'memory' : 'working sets'
function memoryOf({ pid, kilobytes }: Process): number {
  if (process.platform !== 'linux') return kilobytes
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  return sum([...rollup.matchAll(/^Pss_(?:Anon|Shmem): +(\d+) kB$/gm)].map((match) => Number(match[1])))
}
