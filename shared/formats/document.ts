import { dayAt, type Instant, type Zone } from '../kernel/instant.ts'
import type { Pieces } from '../kernel/pieces.ts'
import { isEnough, type Columns, type DateOrder, type Decimal, type Manner, type Unit } from './columns.ts'
import { MOST_LINES, readingCsv, type Csv } from './csv.ts'
import { guessColumns } from './guess.ts'
import { own, readJson } from './json.ts'
import { isEntriesFile, readingEntries } from './mainstay.ts'
import { mannersOf, type Manners } from './manners.ts'
import { RowList, type ReadFile } from './row-list.ts'
import type { FileProblem } from './rows.ts'
import type { Recipe } from './sheet.ts'
import type { Codes } from './signs.ts'
import { readingSolidtime, solidtimeFiles } from './solidtime.ts'
import { isBackup, isWorklog, readingBackup, readingWorklog } from './super-productivity.ts'
import { readingTable } from './table.ts'
import { columnsOf, trackerOf, type TrackerId, type TrackerTable } from './trackers.ts'
import { readingTyme, tymeList, tymeUnits } from './tyme.ts'
import { withinLimits } from './within-limits.ts'
import { unzipping } from './zip.ts'

/** A file that was opened: what it is, before it is read by the user's choices. */
export type Document =
  | { readonly kind: 'table'; readonly csv: Csv; readonly tracker: TrackerTable | null }
  | { readonly kind: 'backup' | 'tyme' | 'entries'; readonly json: unknown }
  | { readonly kind: 'solidtime'; readonly files: ReadonlyMap<string, string> }

type Opened = { readonly ok: true; readonly document: Document } | { readonly ok: false; readonly problem: FileProblem }

const problem = (code: 'empty' | 'unknown' | 'damaged'): Opened => ({ ok: false, problem: { code } })

/**
 * What a file is: told by what is in it, never by its name.
 * @param content its text, or its bytes where it is an archive
 * @param codes of the text, where somebody has them at hand
 */
export function* opening(content: string | Uint8Array, codes?: Codes): Pieces<Opened> {
  if (typeof content !== 'string') {
    const files = yield* unzipping(content, solidtimeFiles)
    if (files === null) return problem('damaged')
    return files.has('time_entries.csv') ? { ok: true, document: { kind: 'solidtime', files } } : problem('unknown')
  }
  if (/^\uFEFF?\s*[[{]/.test(content)) return documentOfJson(readJson(content))
  if (isWorklog(content)) {
    const csv = yield* readingWorklog(content)
    return { ok: true, document: { kind: 'table', csv, tracker: trackerOf(csv.header) } }
  }
  const read = yield* readingCsv(content, codes)
  if (read.ok) return { ok: true, document: { kind: 'table', csv: read.csv, tracker: trackerOf(read.csv.header) } }
  if (read.code === 'tooManyLines') return { ok: false, problem: { code: 'tooManyLines', most: MOST_LINES } }
  return problem(read.code === 'empty' ? 'empty' : 'unknown')
}

function documentOfJson(json: unknown): Opened {
  if (json === null) return problem('damaged')
  if (isEntriesFile(json)) return { ok: true, document: { kind: 'entries', json } }
  if (isBackup(json)) return { ok: true, document: { kind: 'backup', json } }
  if (tymeList(json) !== null) return { ok: true, document: { kind: 'tyme', json } }
  // It tells which programs had the focus: evidence of gaps, and nobody's work yet.
  if (own(json, 'buckets') !== undefined)
    return { ok: false, problem: { code: 'notEntries', tracker: 'ActivityWatch' } }
  return problem('unknown')
}

/** What the user has said of a file so far. */
export interface Choices {
  readonly zone: Zone
  readonly columns?: Columns | undefined
  readonly dateOrder?: DateOrder | undefined
  readonly decimal?: Decimal | undefined
  readonly unit?: Unit | undefined
}

/** A table as the mapping shows it. */
export interface TableView {
  readonly header: readonly string[]
  /** The first rows of the file, as they stand. */
  readonly samples: readonly (readonly string[])[]
  readonly columns: Columns
  readonly isEnough: boolean
}

export interface ReadDocument {
  readonly tracker: TrackerId
  readonly table: TableView | null
  /** What the file leaves open: more than one way in which it could be read. */
  readonly ways: Partial<Manners>
  /** Whether something is needed before it is read: columns, or the user's word on what is open. It has no rows then. */
  readonly waits: boolean
  readonly file: ReadFile
}

const SAMPLES = 3
const nothing: ReadFile = { rows: new RowList(), problems: [] }

/** Reads a document by the user's choices; where none was made, by what the file itself says. */
export function* reading(document: Document, choices: Choices, now: Instant): Pieces<ReadDocument> {
  const read = yield* readingWhole(document, choices, now)
  return { ...read, file: withinLimits(read.file) }
}

function* readingWhole(document: Document, choices: Choices, now: Instant): Pieces<ReadDocument> {
  const { zone } = choices
  if (document.kind === 'table') return yield* readingTableBy(document, choices, now)
  if (document.kind === 'solidtime') {
    const file = yield* readingSolidtime(document.files, zone, now)
    return { tracker: 'solidtime', table: null, ways: {}, waits: false, file: file ?? nothing }
  }
  if (document.kind === 'backup')
    return {
      tracker: 'superProductivity',
      table: null,
      ways: {},
      waits: false,
      file: yield* readingBackup(document.json, zone, now),
    }
  if (document.kind === 'entries')
    return {
      tracker: 'mainstay',
      table: null,
      ways: {},
      waits: false,
      file: yield* readingEntries(document.json, zone, now),
    }
  const ways = tymeUnits(document.json)
  const waits = ways.length > 1 && choices.unit === undefined
  const file = waits ? nothing : yield* readingTyme(document.json, choices.unit ?? 'minutes', zone, now)
  return { tracker: 'tyme', table: null, ways: ways.length > 1 ? { unit: ways } : {}, waits, file }
}

function* readingTableBy(
  { csv, tracker }: Extract<Document, { kind: 'table' }>,
  choices: Choices,
  now: Instant,
): Pieces<ReadDocument> {
  const columns = columnsFor(csv, tracker, choices.columns)
  const table: TableView = {
    header: csv.header,
    samples: csv.records.first(SAMPLES).map(({ cells }) => cells),
    columns,
    isEnough: isEnough(columns),
  }
  const id = tracker?.id ?? 'csv'
  if (!table.isEnough) return { tracker: id, table, ways: {}, waits: true, file: nothing }
  const manners = yield* mannersOf(csv, columns, tracker?.unit, dayAt(now, choices.zone))
  const ways = openIn(manners)
  const waits = (Object.keys(ways) as (keyof Manners)[]).some((way) => choices[way] === undefined)
  if (waits) return { tracker: id, table, ways, waits, file: nothing }
  const recipe: Recipe = { columns, tracker, manner: mannerOf(manners, choices, tracker) }
  return { tracker: id, table, ways, waits, file: yield* readingTable(csv, recipe, choices.zone, now) }
}

/** As the user said, for the columns that are there; else as the tracker has them; else as their names have it. */
function columnsFor({ header }: Csv, tracker: TrackerTable | null, said: Columns | undefined): Columns {
  if (said && said.length === header.length) return said
  return tracker ? columnsOf(tracker, header) : guessColumns(header)
}

const openIn = ({ dateOrder, decimal, unit }: Manners): Partial<Manners> => ({
  ...(dateOrder.length > 1 && { dateOrder }),
  ...(decimal.length > 1 && { decimal }),
  ...(unit.length > 1 && { unit }),
})

function mannerOf(manners: Manners, choices: Choices, tracker: TrackerTable | null): Manner {
  return {
    dateOrder: choices.dateOrder ?? manners.dateOrder[0]?.way ?? 'dmy',
    decimal: choices.decimal ?? manners.decimal[0]?.way ?? '.',
    unit: choices.unit ?? manners.unit[0]?.way ?? tracker?.unit ?? 'hours',
  }
}
