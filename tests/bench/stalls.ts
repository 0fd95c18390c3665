import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { bigHistory } from '#tests/support/workspace-files.ts'
import { aside, figure, median, spread } from './figures.ts'
import { start, type Bench } from './measured-app.ts'
import { product, today, YEARS } from './startup.ts'

const ROWS = 100_000
const ROUNDS = 3
const HEADER = 'Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags'

/** Ten years of 27 half hours a day, for 24 clients; made in the page, and offered as a file that was dropped on it. */
const offer = `(async () => {
  const two = (value) => String(value).padStart(2, '0')
  const clock = (seconds) => [seconds / 3600, (seconds % 3600) / 60, 0].map((part) => two(Math.floor(part))).join(':')
  const lines = ['${HEADER}']
  for (let row = 0; row < ${ROWS}; row++) {
    const day = new Date(Date.UTC(2015, 0, 1 + Math.floor(row / 27))).toISOString().slice(0, 10)
    const at = 6 * 3600 + (row % 27) * 1800
    const who = 'Client ' + (row % 24) + ',Project ' + (row % 50)
    lines.push([who, '', 'What was done ' + row, 'Yes', day, clock(at), day, clock(at + 1500), '0:25:00', 'deep'].join())
  }
  window.offered = await window.mainstay.offerImport({ name: 'hours.csv', bytes: new TextEncoder().encode(lines.join('\\n')) })
})()`
const asked = '{ token: window.offered.value.token, choices: { zone: "Europe/Rome" } }'
const preview = `window.mainstay.previewImport(${asked})`
const commit = `window.mainstay.commitImport(${asked})`
/** A checkpoint comes by itself when nothing has been done for five seconds. */
const idle = 'new Promise((resolve) => setTimeout(resolve, 10000))'
/** Of everything, since it is the first. */
const backUp = 'window.mainstay.backUp()'

interface Answer {
  readonly ok: boolean
  readonly value?: { readonly read?: number; readonly entries?: number }
}

/**
 * The longest time in which the app's main process does one thing and nothing else, while 100,000 rows come in and are
 * then written to their files, and while all of them are copied. Each time into a new workspace.
 */
export async function stalls(executable: string, folder: string, bench: Bench): Promise<void> {
  const longest = {
    preview: [] as number[],
    import: [] as number[],
    checkpoint: [] as number[],
    backup: [] as number[],
  }
  for (let round = 0; round < ROUNDS; round++) {
    const data = path.join(folder, `stalls-${round}`)
    mkdirSync(data)
    bigHistory(data, 0, YEARS, today())
    const app = await start(product(executable, folder, 'stalls', ['--data', data]), bench)
    try {
      await app.ask(offer)
      const shown = await app.watch(preview)
      const taken = await app.watch(commit)
      const answers = [shown.value as Answer, taken.value as Answer]
      if (answers[0]?.value?.read !== ROWS || answers[1]?.value?.entries !== ROWS)
        throw new Error(`not all rows came in: ${JSON.stringify(answers).slice(0, 200)}`)
      longest.preview.push(shown.stall)
      longest.import.push(taken.stall)
      longest.checkpoint.push((await app.watch(idle)).stall)
      const backed = await app.watch(backUp)
      if (!(backed.value as Answer).ok) throw new Error(`no backup: ${JSON.stringify(backed.value)}`)
      longest.backup.push(backed.stall)
    } finally {
      await app.quit()
    }
  }
  for (const [name, stall] of Object.entries(longest)) aside(`longest stall, ${name}: ${spread(stall, 'ms')}`)
  figure('storage.stall', Math.max(...Object.values(longest).map(median)), 'ms')
}
