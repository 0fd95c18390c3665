import { dayAt, type Instant, type Zone } from '../kernel/instant.ts'
import type { Pieces } from '../kernel/pieces.ts'
import { sumOf, type Seconds } from '../kernel/units.ts'
import { lasting, readDay } from './clocks.ts'
import { secondsPer, type Unit } from './columns.ts'
import { shortened } from './csv.ts'
import { listIn, own, textIn } from './json.ts'
import type { NumberReading } from './manners.ts'
import { RowList, type ReadFile } from './row-list.ts'
import type { ImportRow, RowProblem } from './rows.ts'
import { readMoment } from './when.ts'

const units: ReadonlyMap<unknown, number> = new Map([
  ['s', 1],
  ['m', 60],
  ['h', 3600],
])

/** Which of its exports it is: `data` with starts, or `timed` of Tyme 2, with days; null for neither. */
export function tymeList(json: unknown): 'data' | 'timed' | null {
  const [first] = listIn(json, 'data')
  if (own(first, 'start') !== undefined && own(first, 'duration') !== undefined) return 'data'
  const [timed] = listIn(json, 'timed')
  return own(timed, 'date') !== undefined && own(timed, 'duration') !== undefined ? 'timed' : null
}

/** What the durations of Tyme 2 come to if they count minutes, seconds or hours: its file does not say. */
export function tymeUnits(json: unknown): NumberReading<Unit>[] {
  if (tymeList(json) !== 'timed') return []
  const entries = listIn(json, 'timed')
  const cell = String(own(entries[0], 'duration'))
  return (['minutes', 'seconds', 'hours'] as const).map((way) => {
    const lengths: number[] = entries.map((entry) => secondsOf(entry, way) ?? 0)
    return { way, cell, misfits: 0, seconds: lengths[0] ?? 0, total: sumOf(lengths, (length) => length) }
  })
}

/**
 * Tyme's entries. There are projects and no clients: a project becomes the client. `unit` is what Tyme 2's durations
 * count, which its file does not say.
 */
export function* readingTyme(json: unknown, unit: Unit, zone: Zone, now: Instant): Pieces<ReadFile> {
  const list = tymeList(json)
  const rows = new RowList()
  const problems: RowProblem[] = []
  for (const [index, entry] of listIn(json, list ?? 'data').entries()) {
    if (index % 200 === 199) yield
    const row = rowOf(entry, index + 1, unit, zone, now)
    if ('code' in row) problems.push(row)
    else rows.add(row)
  }
  return { rows, problems }
}

function rowOf(entry: unknown, line: number, unit: Unit, zone: Zone, now: Instant): ImportRow | RowProblem {
  const problem = (
    column: string,
    code: 'badDate' | 'badDuration' | 'badTime' | 'negative' | 'noTime' | 'inFuture',
  ): RowProblem => ({
    line,
    column,
    text: shortened(JSON.stringify(own(entry, column)) ?? ''),
    code,
  })
  const seconds = secondsOf(entry, unit)
  if (seconds === null) return problem('duration', 'badDuration')
  if (seconds <= 0) return problem('duration', seconds < 0 ? 'negative' : 'noTime')
  const words = {
    line,
    client: textIn(entry, 'project'),
    project: '',
    task: textIn(entry, 'task'),
    note: textIn(entry, 'note'),
    tags: [],
    billable: textIn(entry, 'billing').toUpperCase() !== 'NOT_BILLABLE',
    seconds,
  }
  if (own(entry, 'start') !== undefined) {
    const start = readMoment(textIn(entry, 'start'))
    if (start === null || start < '1970') return problem('start', 'badTime')
    const span = lasting(start, seconds)
    if (!span.ok || span.end > now) return problem('start', 'inFuture')
    return { ...words, start, end: span.end }
  }
  const day = readDay(textIn(entry, 'date').slice(0, 10))
  if (day === null) return problem('date', 'badDate')
  return day > dayAt(now, zone) ? problem('date', 'inFuture') : { ...words, day }
}

function secondsOf(entry: unknown, unit: Unit): Seconds | null {
  const [written, of] = [own(entry, 'duration'), own(entry, 'duration_unit')]
  const value = typeof written === 'string' && /^-?\d{1,9}(?:\.\d+)?$/.test(written) ? Number(written) : written
  const factor = of === undefined ? secondsPer[unit] : units.get(of)
  return typeof value === 'number' && Number.isFinite(value) && factor !== undefined
    ? (Math.round(value * factor) as Seconds)
    : null
}
