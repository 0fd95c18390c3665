import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { DayTotals, type DayTotal, type Totals } from '#shared/domain/totals.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Stamps } from './month-files.ts'
import { FILE_MODE, readIfThere, renamePatiently } from './safe-file.ts'

/**
 * The totals of the whole history, so that a start reads none of it. Derived: anything odd about the file means that
 * it is not there, and it may be deleted at any time (persistence.md, Files).
 *
 * It is the one file of a start that grows with the history, so it is made to be read fast: each day is written once,
 * and of an engagement's totals there are columns of small numbers instead of rows.
 */
const VERSION = 2
/** In front of the rest, with its sum: one that the machine computes fast. */
const headOf = (rest: Uint8Array): string => `{"md5":"${createHash('md5').update(rest).digest('hex')}",`
const HEAD = headOf(Buffer.alloc(0)).length

export interface CachedTotals {
  /** Of the last change that is counted. */
  readonly seq: number
  /** The zone in which they were counted. */
  readonly zone: string
  readonly totals: Totals
  /** The months' files as they were left then. */
  readonly files: Stamps
}

interface Columns {
  /** Empty for own work. */
  readonly id: string
  /** By how much each day's place in the list of days is after the one before. */
  readonly steps: readonly number[]
  readonly worked: readonly number[]
  /** What is charged beyond what is worked: mostly 0. */
  readonly over: readonly number[]
  readonly entries: readonly number[]
  /** By row, where there are any. */
  readonly perks: Readonly<Record<string, DayTotal['perks']>>
}
interface Body {
  readonly version: number
  readonly seq: number
  readonly zone: string
  readonly days: readonly Day[]
  readonly totals: readonly Columns[]
}

const noPerks: DayTotal['perks'] = Object.freeze({})

/** As text, of this very moment: totals go on changing while a checkpoint runs. */
export function encodeTotals(seq: number, zone: string, totals: Totals): Buffer {
  const places = new Map<Day, number>()
  const columns = [...totals].map(([id, byDay]) => columnsOf(id, byDay, places))
  const whole: Body = { version: VERSION, seq, zone, days: [...places.keys()], totals: columns }
  return Buffer.from(JSON.stringify(whole))
}

/** @param places of the days in the list of days, which grows by those that are new */
function columnsOf(id: Id | null, byDay: ReadonlyMap<Day, DayTotal>, places: Map<Day, number>): Columns {
  const [steps, worked, over, entries]: [number[], number[], number[], number[]] = [[], [], [], []]
  const perks: Record<string, DayTotal['perks']> = {}
  let last = 0
  for (const [day, total] of byDay) {
    let place = places.get(day)
    if (place === undefined) places.set(day, (place = places.size))
    if (Object.keys(total.perks).length > 0) perks[steps.length] = total.perks
    steps.push(place - last)
    worked.push(total.worked)
    over.push(total.charged - total.worked)
    entries.push(total.entries)
    last = place
  }
  return { id: id ?? '', steps, worked, over, entries, perks }
}

/**
 * Not synced: a cut one has another sum.
 * @param totals as `encodeTotals` made them
 * @param files the months' files that, with what the journal says since, come to these totals
 */
export function writeTotals(file: string, totals: Buffer, files: Stamps): void {
  const rest = Buffer.concat([Buffer.from(`"files":${JSON.stringify(files)},"cache":`), totals, Buffer.from('}\n')])
  const temporary = `${file}.new`
  fs.writeFileSync(temporary, Buffer.concat([Buffer.from(headOf(rest)), rest]), { mode: FILE_MODE })
  renamePatiently(temporary, file)
}

export function readTotals(file: string): CachedTotals | null {
  try {
    const bytes = readIfThere(file)
    if (!bytes || bytes.toString('latin1', 0, HEAD) !== headOf(bytes.subarray(HEAD))) return null
    // The sum says that these are our own words.
    const { files, cache } = JSON.parse(bytes.toString()) as { files: Stamps; cache: Body }
    if (cache.version !== VERSION) return null
    const { seq, zone, days, totals } = cache
    return {
      seq,
      zone,
      totals: new Map(totals.map((each) => [each.id === '' ? null : (each.id as Id), rowsOf(each, days)])),
      files,
    }
  } catch {
    return null
  }
}

function rowsOf({ steps, worked, over, entries, perks }: Columns, days: readonly Day[]): DayTotals {
  const rows = new DayTotals()
  let place = 0
  for (let row = 0; row < steps.length; row++) {
    place += steps[row] ?? 0
    const seconds = worked[row] ?? 0
    rows.set(days[place] as Day, {
      worked: seconds,
      charged: seconds + (over[row] ?? 0),
      perks: perks[row] ?? noPerks,
      entries: entries[row] ?? 0,
    })
  }
  return rows
}
