import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import type { Outcome } from '#shared/kernel/refusal.ts'
import { bigHistory } from '#tests/support/workspace-files.ts'
import { aside, figure, median, spread } from './figures.ts'
import { start, type Bench, type Measured } from './measured-app.ts'
import { ENTRIES, product, today, YEARS } from './startup.ts'

const TIMES = 300
const WARM_UP = 20

const verbs = ['start', 'stop'] as const
type Verb = (typeof verbs)[number]

/** What the page asks for as a click does, once it has come to rest after the last one. */
const scriptOf = (verb: Verb): string => `(async () => {
  const frame = () => new Promise(requestAnimationFrame)
  const input = ${verb === 'start' ? `{ engagementId: '00000000-0002-7000-8000-000000000001', note: 'Bench' }` : '{}'}
  await frame()
  await frame()
  const begin = performance.now()
  const outcome = await window.mainstay.execute({ name: 'timer.${verb}', input })
  return { took: performance.now() - begin, outcome }
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
  const apps = new Map<string, Measured>()
  const taken = new Map<string, Taken>()
  const bare = openSync(path.join(folder, 'bare.jsonl'), 'a')
  try {
    for (const name of names) {
      mkdirSync(path.join(folder, name))
      bigHistory(path.join(folder, name), histories[name], YEARS, today())
      apps.set(name, await start(product(executable, folder, name, ['--data', path.join(folder, name)]), bench))
    }
    for (let time = -WARM_UP; time < TIMES; time++)
      for (const verb of verbs)
        for (const [name, app] of apps) {
          const { value, took } = await app.ask(scriptOf(verb))
          const { took: page, outcome } = value as { took: number; outcome: Outcome<unknown> }
          if (!outcome.ok) throw new Error(`timer.${verb} was refused: ${outcome.refusal.code}`)
          const line = lastLine(path.join(folder, name))
          if (time < 0) continue
          const all = taken.get(`${verb} ${name}`) ?? { page: [], main: [], bare: [] }
          taken.set(`${verb} ${name}`, all)
          all.page.push(page)
          all.main.push(took['execute'] ?? Number.NaN)
          all.bare.push(append(bare, line))
        }
  } finally {
    for (const app of apps.values()) await app.quit()
    closeSync(bare)
  }
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
