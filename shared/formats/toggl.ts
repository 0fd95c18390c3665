import type { Instant, Zone } from '../kernel/instant.ts'
import { atOnce, type Pieces } from '../kernel/pieces.ts'
import { seconds } from '../kernel/units.ts'
import { lasting, readDay, readDuration, readTime, spanOf, wallClocks, type Clock, type Span } from './clocks.ts'
import { MOST_LINES, readingCsv, shortened, type CsvOutcome, type CsvRecord } from './csv.ts'
import type { FileProblem, ImportRow, Reader, ReadOutcome, RowProblem } from './rows.ts'
import { otherTrackerOf } from './trackers.ts'

/** The columns that are read, by the names they have had. */
const names = {
  client: ['Client'],
  project: ['Project'],
  task: ['Task'],
  note: ['Description'],
  tags: ['Tags'],
  billable: ['Billable'],
  startDay: ['Start date'],
  startTime: ['Start time'],
  endDay: ['Stop date', 'End date'],
  endTime: ['Stop time', 'End time'],
  duration: ['Duration'],
} as const
type Column = keyof typeof names

/** Columns that only the reports of 2024 and later have; in these a dash stands for an empty cell. */
const newer = ['member', 'stop date', 'stop time']

/** How many rows are read in one go. */
const PIECE = 200

/** How the rows of a file are read. */
interface Sheet {
  readonly header: readonly string[]
  readonly places: ReadonlyMap<Column, number>
  readonly hasDashes: boolean
  readonly zone: Zone
  readonly now: Instant
  readonly instantAt: (clock: Clock) => Instant
}

/**
 * Reads Toggl Track's detailed report, in the form it had up to 2024 and in the one since (formats.md). Columns are
 * found by name, in any order and case; of two with the same name the first counts. The start is needed, and the
 * stop or the duration; a file without them, or of another tracker, is refused as a whole. The file has wall clocks
 * and no zone: they are read in `zone`. Where clocks and duration disagree, see `spanOf`.
 *
 * Without a `Billable` column everything is billable. What ends after `now` has not been worked yet: it is refused,
 * as it is when it is typed in. A row of nothing but empty cells is no row.
 *
 * It comes in pieces, so that whoever reads a long file can do something else in between.
 */
export function* readingToggl(...[text, zone, now]: Parameters<Reader>): Pieces<ReadOutcome> {
  const read = yield* readingCsv(text)
  if (!read.ok) return { ok: false, problem: fileProblemOf(read.code) }
  const { header, records, broken } = read.csv
  yield
  const sheet = sheetOf(header, zone, now)
  const problem = columnProblemOf(sheet)
  if (problem) return { ok: false, problem }
  const rows: ImportRow[] = []
  const problems: RowProblem[] = broken.map((row) => ({ ...row, column: '' }))
  for (const [index, record] of records.entries()) {
    if (index % PIECE === PIECE - 1) yield
    if (record.cells.every((cell) => cell.trim() === '')) continue
    const row = rowOf(sheet, record)
    if (isProblem(row)) problems.push(row)
    else rows.push(row)
  }
  return { ok: true, file: { rows, problems: problems.toSorted((a, b) => a.line - b.line) } }
}

/** All of it in one go. */
export const readToggl: Reader = (...file) => atOnce(readingToggl(...file))

const fileProblemOf = (code: Extract<CsvOutcome, { ok: false }>['code']): FileProblem =>
  code === 'tooManyLines' ? { code, most: MOST_LINES } : { code }

function sheetOf(header: readonly string[], zone: Zone, now: Instant): Sheet {
  const columns = header.map(plain)
  const places = new Map<Column, number>()
  for (const column of Object.keys(names) as Column[]) {
    const place = names[column].map((name) => columns.indexOf(plain(name))).find((index) => index !== -1)
    if (place !== undefined) places.set(column, place)
  }
  const hasDashes = newer.some((name) => columns.includes(name))
  return { header, places, hasDashes, zone, now, instantAt: wallClocks(zone) }
}

const plain = (name: string): string => name.trim().toLowerCase()

/** Clockify has the names of Toggl's columns too, but for the plain duration: that one decides. */
function columnProblemOf({ header, places }: Sheet): FileProblem | null {
  const end: Column[] = places.has('duration') ? [] : ['endDay', 'endTime']
  const missing = (['startDay', 'startTime', ...end] as const).filter((column) => !places.has(column))
  if (missing.length === 0 && places.has('duration')) return null
  const looksLike = otherTrackerOf(new Set(header.map(plain)))
  if (looksLike !== null) return { code: 'otherTracker', looksLike }
  return missing.length === 0 ? null : { code: 'missingColumns', columns: missing.map((column) => names[column][0]) }
}

/** A row, or the first thing that is wrong with it. */
function rowOf(sheet: Sheet, record: CsvRecord): ImportRow | RowProblem {
  const times = cellCountProblemOf(sheet, record) ?? timesOf(sheet, record)
  if (isProblem(times)) return times
  const text = (column: Column): string => textOf(sheet, record, column)
  const billable = yesNo(text('billable'))
  if (billable === null) return { ...whereOf(sheet, record, 'billable'), code: 'notYesNo' }
  return {
    line: record.line,
    client: text('client'),
    project: text('project'),
    task: text('task'),
    note: text('note'),
    tags: tagsOf(text('tags')),
    billable,
    start: times.start,
    end: times.end,
    seconds: times.seconds,
  }
}

/** More cells than columns are borne with where nothing stands in them: spreadsheets leave such behind. */
function cellCountProblemOf({ header }: Sheet, { line, cells }: CsvRecord): RowProblem | null {
  const columns = header.length
  const isWhole = cells.length >= columns && cells.slice(columns).every((cell) => cell.trim() === '')
  if (isWhole) return null
  const code = cells.length < columns ? 'tooFewCells' : 'tooManyCells'
  return { line, column: '', text: shortened(cells.join(', ')), code, cells: cells.length, columns }
}

/** When the row's work began and ended, from its clocks and its duration. */
function timesOf(sheet: Sheet, record: CsvRecord): Extract<Span, { ok: true }> | RowProblem {
  const start = clockOf(sheet, record, 'startDay', 'startTime', 'missingStart')
  if (isProblem(start)) return start
  const end = endOf(sheet, record)
  if (end && isProblem(end)) return end
  const written = textOf(sheet, record, 'duration')
  const duration = readDuration(written)
  if (duration === null && written !== '') return { ...whereOf(sheet, record, 'duration'), code: 'badDuration' }
  if (!end && duration === null) return { ...whereOf(sheet, record, 'duration'), code: 'stillRunning' }
  const span = end
    ? spanOf(start, end, duration, sheet.zone, sheet.instantAt)
    : lasting(sheet.instantAt(start), duration ?? seconds(0))
  const last = end ? 'endTime' : 'duration'
  if (span.ok) return span.end > sheet.now ? { ...whereOf(sheet, record, last), code: 'inFuture' } : span
  if (span.code === 'endBeforeStart') return { ...whereOf(sheet, record, last), code: 'endBeforeStart' }
  return { ...whereOf(sheet, record, 'duration'), code: 'durationDiffers', elapsed: span.elapsed }
}

/**
 * The clock of the row's end; null where the file has none, and the duration tells it. A row whose stop is empty is
 * an entry that still ran when the report was made, whatever its duration was then.
 */
function endOf(sheet: Sheet, record: CsvRecord): Clock | RowProblem | null {
  if (!sheet.places.has('endDay') || !sheet.places.has('endTime')) return null
  if (textOf(sheet, record, 'endDay') === '' && textOf(sheet, record, 'endTime') === '')
    return { ...whereOf(sheet, record, 'endTime'), code: 'stillRunning' }
  return clockOf(sheet, record, 'endDay', 'endTime', 'missingEnd')
}

function clockOf(
  sheet: Sheet,
  record: CsvRecord,
  dayColumn: Column,
  timeColumn: Column,
  missing: 'missingStart' | 'missingEnd',
): Clock | RowProblem {
  const [dayText, timeText] = [textOf(sheet, record, dayColumn), textOf(sheet, record, timeColumn)]
  if (dayText === '') return { ...whereOf(sheet, record, dayColumn), code: missing }
  const day = readDay(dayText)
  if (day === null) return { ...whereOf(sheet, record, dayColumn), code: 'badDate' }
  if (timeText === '') return { ...whereOf(sheet, record, timeColumn), code: missing }
  const second = readTime(timeText)
  return second === null ? { ...whereOf(sheet, record, timeColumn), code: 'badTime' } : { day, second }
}

function textOf({ places, hasDashes }: Sheet, { cells }: CsvRecord, column: Column): string {
  const place = places.get(column)
  const text = (place === undefined ? undefined : cells[place])?.trim() ?? ''
  return hasDashes && text === '-' ? '' : text
}

const whereOf = (sheet: Sheet, record: CsvRecord, column: Column) => ({
  line: record.line,
  column: sheet.header[sheet.places.get(column) ?? -1]?.trim() ?? '',
  text: shortened(textOf(sheet, record, column)),
})

const tagsOf = (text: string): string[] => text.split(',').flatMap((tag) => (tag.trim() === '' ? [] : [tag.trim()]))

function yesNo(text: string): boolean | null {
  if (/^(yes|true|)$/i.test(text)) return true
  return /^(no|false)$/i.test(text) ? false : null
}

const isProblem = (value: object): value is RowProblem => 'code' in value
