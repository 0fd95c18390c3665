import { execFileSync } from 'node:child_process'
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { newId } from '#electron/ids.ts'
import { openStore } from '#electron/storage/store.ts'
import { openWorkspace, type OpenWorkspace } from '#electron/workspace.ts'
import { addToMonth, monthOf } from '#shared/kernel/day.ts'
import { dayAt, instantOf, type Zone } from '#shared/kernel/instant.ts'
import { bigHistory } from '#tests/support/workspace-files.ts'
import { aside, figure, median, spread } from './figures.ts'

/** Entries in twenty years. */
const histories = { few: 1000, many: 100_000, most: 500_000 }
type Size = keyof typeof histories
const sizes = Object.keys(histories) as Size[]
const YEARS = 20
const TURNS = 12
const TIMES = 25
const STORE_TIMES = 5
const [folder = '', oneStore = ''] = process.argv.slice(2)
const zone = 'Europe/Rome' as Zone
const today = dayAt(instantOf(Date.now()), zone)

async function open(size: Size): Promise<OpenWorkspace> {
  const own = path.join(folder, size)
  mkdirSync(own)
  bigHistory(own, histories[size], YEARS, today)
  const months = [0, -1, -2].map((step) => addToMonth(monthOf(today), step))
  const store = await openStore(own, { now: Date.now, months, after: () => () => undefined })
  const workspace = openWorkspace(store, { now: Date.now, newId })
  await workspace.count()
  return workspace
}

let recorded = 0
/** Milliseconds from the command to its answer: the entry is on the disk and in the book then. */
async function record(workspace: OpenWorkspace): Promise<number> {
  const end = Date.now() - (recorded += 1) * 60_000
  const input = {
    engagementId: '00000000-0002-7000-8000-000000000001',
    note: `Recorded by the bench, ${recorded}`,
    when: { start: instantOf(end - 45_000), end: instantOf(end) },
  }
  const begin = performance.now()
  const outcome = await workspace.execute('entry.create', input)
  const took = performance.now() - begin
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`)
  return took
}

function append(file: number, line: Uint8Array): number {
  const begin = performance.now()
  writeSync(file, line)
  fsyncSync(file)
  return performance.now() - begin
}

function lastLine(data: string): Buffer {
  const devices = path.join(data, 'devices')
  const [device = ''] = readdirSync(devices)
  const bytes = readFileSync(path.join(devices, device, 'journal.jsonl'))
  return bytes.subarray(bytes.lastIndexOf(10, bytes.length - 2) + 1)
}

/** Recording an entry with histories of three lengths, in turns with a bare append and fsync of a line as long. */
async function storage(): Promise<void> {
  const open_: Record<Size, OpenWorkspace> = {
    few: await open('few'),
    many: await open('many'),
    most: await open('most'),
  }
  const bare = openSync(path.join(folder, 'bare.jsonl'), 'a')
  const taken: Record<Size | 'bare', number[]> = { few: [], many: [], most: [], bare: [] }
  for (let turn = -1; turn < TURNS; turn++)
    for (let time = 0; time < TIMES; time++) {
      for (const size of turn % 2 === 0 ? sizes : sizes.toReversed()) {
        const took = await record(open_[size])
        if (turn >= 0) taken[size].push(took)
      }
      const took = append(bare, lastLine(path.join(folder, 'few')))
      if (turn >= 0) taken.bare.push(took)
    }
  closeSync(bare)
  for (const size of sizes) aside(`record with ${histories[size]} entries: ${spread(taken[size], 'ms')}`)
  aside(`append and fsync: ${spread(taken.bare, 'ms')}`)
  figure('storage.record', median(taken.many) / median(taken.bare), 'x')
  figure('storage.growth', median(taken.most) / median(taken.few), 'x')

  const words = [oneStore, folder, String(histories.many), String(STORE_TIMES), today]
  const store = JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' })) as number[]
  aside(`record in one electron-store file with ${histories.many} entries: ${spread(store, 'ms')}`)
  figure('storage.vs_store', median(store) / median(taken.many), 'x')
}

void storage()
