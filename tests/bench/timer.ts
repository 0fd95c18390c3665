import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Outcome } from '#shared/kernel/refusal.ts'
import { bigHistory } from '#tests/support/workspace-files.ts'
import { aside, figure, median, spread } from './figures.ts'
import { start, type Bench, type Measured } from './measured-app.ts'
import { ENTRIES, product, today, YEARS } from './startup.ts'

/** One app at a time, in turns: a window that lies behind another one rests. */
const TURNS = 3
const TIMES = 100
const WARM_UP = 10
/** As long as the page rests before a click: a machine that has just been idle takes longer for anything. */
const REST_MS = 35

const verbs = ['start', 'stop'] as const
type Verb = (typeof verbs)[number]

/** A page of the app's own with its bridge, and without a face that would draw each change before it hears the answer. */
const leaveTheFace = `void (location.href = document.querySelector('link[rel=stylesheet]').href)`
const hasLeft = `document.contentType === 'text/css' && document.readyState === 'complete'`

/** What a click asks for, once the page has come to rest after the last one. */
const scriptOf = (verb: Verb): string => `(async () => {
  const frame = () => new Promise(requestAnimationFrame)
  const input = ${verb === 'start' ? `{ engagementId: '00000000-0002-7000-8000-000000000001', note: 'Bench' }` : '{}'}
  await frame()
  await frame()
  const begin = performance.now()
  const outcome = await window.mainstay.execute({ name: 'timer.${verb}', input })
  return { page: performance.now() - begin, outcome }
})()`

interface Taken {
  /** From the page's call until the page has its answer. */
  readonly page: number[]
  /** The same without the way between the processes. */
  readonly main: number[]
  readonly bare: number[]
}

/**
 * The timer as the user has it: from the window's call, over the door, the command, the journal and its fsync, memory
 * and what windows are told, to the window's answer. In turns with a bare append and fsync of a line as long.
 */
export async function timer(executable: string, folder: string, bench: Bench): Promise<void> {
  const histories = { without: 0, with: ENTRIES }
  const names = Object.keys(histories) as (keyof typeof histories)[]
  const taken = new Map<string, Taken>()
  const bare = openSync(path.join(folder, 'bare.jsonl'), 'a')
  for (const name of names) {
    mkdirSync(path.join(folder, name))
    bigHistory(path.join(folder, name), histories[name], YEARS, today())
  }
  for (let turn = 0; turn < TURNS; turn++)
    for (const name of turn % 2 === 0 ? names : names.toReversed()) {
      const data = path.join(folder, name)
      const app = await start(product(executable, folder, name, ['--data', data]), bench)
      try {
        await app.ask(leaveTheFace)
        while ((await app.ask(hasLeft)).value !== true) await pause(20)
        for (let time = -WARM_UP; time < TIMES; time++)
          for (const verb of verbs) {
            const took = await press(app, verb)
            const line = lastLine(data)
            await pause(REST_MS)
            const alone = append(bare, line)
            if (time >= 0) keep(taken, `${verb} ${name}`, { ...took, bare: alone })
          }
      } finally {
        await app.quit()
      }
    }
  closeSync(bare)
  const of = (verb: Verb, name: string): Taken => taken.get(`${verb} ${name}`) ?? { page: [], main: [], bare: [] }
  for (const verb of verbs)
    for (const name of names) {
      const { page, main, bare } = of(verb, name)
      aside(
        `${verb} ${name} a history: ${spread(page, 'ms')}; in main ${spread(main, 'ms')}; bare ${spread(bare, 'ms')}`,
      )
    }
  for (const verb of verbs) {
    const { page, main, bare } = of(verb, 'without')
    figure(`timer.${verb}`, median(page) / median(bare), 'x')
    figure(`timer.${verb}.main`, median(main) / median(bare), 'x')
  }
  const both = (name: string): number => median(of('start', name).page) + median(of('stop', name).page)
  figure('timer.growth', both('with') / both('without'), 'x')
}

async function press(app: Measured, verb: Verb): Promise<{ page: number; main: number }> {
  const { value, took } = await app.ask(scriptOf(verb))
  const { page, outcome } = value as { page: number; outcome: Outcome<unknown> }
  if (!outcome.ok) throw new Error(`timer.${verb} was refused: ${outcome.refusal.code}`)
  return { page, main: took['execute'] ?? Number.NaN }
}

function keep(all: Map<string, Taken>, name: string, one: Readonly<Record<keyof Taken, number>>): void {
  const taken = all.get(name) ?? { page: [], main: [], bare: [] }
  all.set(name, taken)
  for (const of of ['page', 'main', 'bare'] as const) taken[of].push(one[of])
}

function append(file: number, line: Uint8Array): number {
  const begin = performance.now()
  writeSync(file, line)
  fsyncSync(file)
  return performance.now() - begin
}

/** What the app has just put at the end of its journal. */
function lastLine(data: string): Buffer {
  const devices = path.join(data, 'devices')
  const journal = readdirSync(devices).map((device) => readFileSync(path.join(devices, device, 'journal.jsonl')))
  const bytes = Buffer.concat(journal)
  return bytes.subarray(bytes.lastIndexOf('\n', bytes.length - 2) + 1)
}
