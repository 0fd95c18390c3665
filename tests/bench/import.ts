import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ROOT } from '#electron/launch/program.mjs'
import type { Outcome } from '#shared/kernel/refusal.ts'
import { aside, figure, median, spread } from './figures.ts'
import { start, type Bench, type Measured } from './measured-app.ts'
import { product } from './startup.ts'

const ROWS = 100_000
const TURNS = 3

/** A report of Toggl Track, as one person's fifteen years come to; every third note has a comma, and so quotes. */
const makeTheFile = `(() => {
  const two = (value) => String(value).padStart(2, '0')
  const rows = Array.from({ length: ${ROWS} }, (_, index) => {
    const day = new Date(Date.UTC(2010, 0, 1) + Math.floor(index / 18) * 86400000).toISOString().slice(0, 10)
    const half = index % 18
    const clock = (halves) => two(9 + Math.floor(halves / 2)) + (halves % 2 ? ':30:00' : ':00:00')
    const note = index % 3 === 0 ? '"Round ' + index + ', with remarks"' : 'Number ' + index
    return ['Ada Bianchi', 'ada@example.com', 'Client ' + (index % 24), 'Project ' + (index % 7), 'Design', note, 'Yes', day,
      clock(half), day, clock(half + 1), '00:30:00', index % 5 === 0 ? '"deep, remote"' : '', '40.00'].join(',')
  })
  const header = 'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)'
  window.benchText = '\\uFEFF' + [header, ...rows].join('\\r\\n') + '\\r\\n'
  return window.benchText.length
})()`

/** Papa Parse alone, on the same text, in the same engine. */
const parseAlone = `(() => {
  const begin = performance.now()
  const { data } = Papa.parse(window.benchText)
  return { ms: performance.now() - begin, rows: data.length }
})()`

/**
 * From the file's bytes to the answer that all of it is on the disk: it is offered, read for the preview, and brought in.
 * Meanwhile the window asks main for something small, over and over: what is the longest that it waits?
 */
const bringIn = `(async () => {
  const { mainstay } = window
  const bytes = new TextEncoder().encode(window.benchText)
  let isOver = false
  const waits = []
  const ask = async () => {
    while (!isOver) {
      const begin = performance.now()
      await mainstay.cancelImport({ token: 'none' })
      waits.push(performance.now() - begin)
      await new Promise((resume) => setTimeout(resume, 5))
    }
  }
  const asking = ask()
  const choices = { zone: 'Europe/Rome' }
  // As the page does when a file is held over it. What reads it is ready then, as Papa Parse is: loaded, and tried before.
  await mainstay.readyImport()
  const begin = performance.now()
  const offered = await mainstay.offerImport({ name: 'bench.csv', bytes })
  const { token } = offered.value
  const preview = await mainstay.previewImport({ token, choices })
  const shown = performance.now()
  const done = await mainstay.commitImport({ token, choices })
  const end = performance.now()
  await new Promise((resume) => setTimeout(resume, 1000))
  isOver = true
  await asking
  const outcome = done.ok && preview.ok ? { ok: true, value: done.value.entries } : done.ok ? preview : done
  return { preview: shown - begin, commit: end - shown, waits, outcome }
})()`

interface Brought {
  readonly preview: number
  readonly commit: number
  readonly waits: readonly number[]
  readonly outcome: Outcome<number>
}

/** What an import costs beside what no import can do without: reading its table. */
export async function importing(executable: string, folder: string, bench: Bench): Promise<void> {
  const papa = readFileSync(
    createRequire(path.join(ROOT, 'package.json')).resolve('papaparse/papaparse.min.js'),
    'utf8',
  )
  const [alone, all, previews, commits, waits]: number[][] = [[], [], [], [], []]
  for (let turn = -1; turn < TURNS; turn++) {
    const app = await start(
      product(executable, folder, `import-${turn}`, ['--data', path.join(folder, `import-${turn}`)]),
      bench,
    )
    try {
      await app.ask(`${papa};0`)
      await app.ask(makeTheFile)
      const parsed = await parse(app)
      const { preview, commit, waits: longest, outcome } = await whenDone(app)
      if (!outcome.ok) throw new Error(`the import was refused: ${outcome.refusal.code}`)
      if (outcome.value !== ROWS) throw new Error(`${outcome.value} of ${ROWS} came in`)
      if (turn < 0) continue
      alone?.push(parsed)
      previews?.push(preview)
      commits?.push(commit)
      all?.push(preview + commit)
      waits?.push(Math.max(...longest))
    } finally {
      await app.quit()
    }
  }
  aside(`Papa Parse alone: ${spread(alone ?? [], 'ms')}`)
  aside(`to the preview: ${spread(previews ?? [], 'ms')}; from there to the disk: ${spread(commits ?? [], 'ms')}`)
  figure('import.vs_parse', median(all ?? []) / median(alone ?? []), 'x')
  figure('import.stall', median(waits ?? []), 'ms')
}

/** The middle of three, each on text that was parsed before: the engine knows the code by then. */
async function parse(app: Measured): Promise<number> {
  const times: number[] = []
  for (let time = 0; time < 4; time++) {
    const { ms, rows } = (await app.ask(parseAlone)).value as { ms: number; rows: number }
    if (rows < ROWS) throw new Error('not what is to be measured')
    if (time > 0) times.push(ms)
  }
  return median(times)
}

/** A slow machine may take longer than a question may. */
async function whenDone(app: Measured): Promise<Brought> {
  await app.ask(
    `void (window.benchDone = null, ${bringIn}.then((brought) => (window.benchDone = brought), (error) => (window.benchDone = { error: String(error) })))`,
  )
  for (;;) {
    const { value } = await app.ask('window.benchDone')
    if (value !== null) {
      if ('error' in (value as object)) throw new Error((value as { error: string }).error)
      return value as Brought
    }
    await pause(250)
  }
}
