import { defined } from '../kernel/defined.ts'
import type { Instant, Zone } from '../kernel/instant.ts'
import type { Pieces } from '../kernel/pieces.ts'
import { isEnough, type Columns, type Manner, type Unit } from './columns.ts'
import { MOST_LINES, readingCsv, type Csv } from './csv.ts'
import { guessColumns } from './guess.ts'
import { own, readJson } from './json.ts'
import { isEntriesFile, readingEntries } from './mainstay.ts'
import { hasClocks, mannersOf, type Manners } from './manners.ts'
import { RowList, type ReadFile } from './row-list.ts'
import type { FileProblem } from './rows.ts'
import type { Recipe } from './sheet.ts'
import type { Codes } from './signs.ts'
import { readingSolidtime, solidtimeFiles } from './solidtime.ts'
import { isBackup, isWorklog, readingBackup, readingWorklog } from './super-productivity.ts'
import { readingTable } from './table.ts'
import { columnsOf, possibleTrackers, trackerOf, type TrackerId, type TrackerTable } from './trackers.ts'
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
export interface Choices extends Partial<{ readonly [M in keyof Manner]: Manner[M] | undefined }> {
  readonly zone: Zone
  /** Whose table it is, where it is another's than its columns seem to tell; `csv`: nobody's that is known. */
  readonly tracker?: TrackerId | undefined
  readonly columns?: Columns | undefined
}

/** A table as the mapping shows it. */
export interface TableView {
  readonly header: readonly string[]
  /** The first rows of the file, as they stand. */
  readonly samples: readonly (readonly string[])[]
  readonly columns: Columns
  readonly isEnough: boolean
  /** Whose it could be. */
  readonly trackers: readonly TrackerId[]
}

export interface ReadDocument {
  readonly tracker: TrackerId
  readonly table: TableView | null
  /** More than one way in which it could be read. */
  readonly ways: Partial<Manners>
  /** Which of them only its user can tell; the others the file or its tracker does, and its user may know better. */
  readonly asked: readonly (keyof Manners)[]
  /** The way that is taken, as far as it is known. */
  readonly manner: Partial<Manner>
  /** Whether something is needed before it is read: columns, or the user's word on what is open. It has no rows then. */
  readonly waits: boolean
  /** Whether a zone has to be told for its clocks. */
  readonly hasClocks: boolean
  readonly file: ReadFile
}

const SAMPLES = 3
const nothing: ReadFile = { rows: new RowList(), problems: [] }

/** What is told of a document in which nothing is open. */
export const plainly = (tracker: TrackerId): Omit<ReadDocument, 'file'> => ({
  tracker,
  table: null,
  ways: {},
  asked: [],
  manner: {},
  waits: false,
  hasClocks: false,
})

/** Reads a document by the user's choices; where none was made, by what the file itself says. */
export function* reading(document: Document, choices: Choices, now: Instant): Pieces<ReadDocument> {
  const read = yield* readingWhole(document, choices, now)
  return { ...read, file: withinLimits(read.file) }
}

function* readingWhole(document: Document, choices: Choices, now: Instant): Pieces<ReadDocument> {
  const { zone } = choices
  if (document.kind === 'table') return yield* readingTableBy(document, choices, now)
  if (document.kind === 'solidtime')
    return { ...plainly('solidtime'), file: (yield* readingSolidtime(document.files, zone, now)) ?? nothing }
  if (document.kind === 'backup')
    return { ...plainly('superProductivity'), file: yield* readingBackup(document.json, zone, now) }
  if (document.kind === 'entries')
    return { ...plainly('mainstay'), file: yield* readingEntries(document.json, zone, now) }
  const open = openOf({ dateOrder: [], decimal: [], unit: tymeUnits(document.json) }, null, choices)
  const unit = open.manner.unit ?? 'minutes'
  const file = open.waits ? nothing : yield* readingTyme(document.json, unit, zone, now)
  return { ...plainly('tyme'), ...open, file }
}

function* readingTableBy(
  { csv, tracker: likely }: Extract<Document, { kind: 'table' }>,
  choices: Choices,
  now: Instant,
): Pieces<ReadDocument> {
  const possible = possibleTrackers(csv.header)
  const tracker = choices.tracker === undefined ? likely : (possible.find(({ id }) => id === choices.tracker) ?? null)
  const columns = columnsFor(csv, tracker, choices.columns)
  const table: TableView = {
    header: csv.header,
    samples: csv.records.first(SAMPLES).map(({ cells }) => cells),
    columns,
    isEnough: isEnough(columns),
    trackers: [...possible.map(({ id }) => id), 'csv'],
  }
  const id = tracker?.id ?? 'csv'
  if (!table.isEnough) return { ...plainly(id), table, waits: true, file: nothing }
  const manners = yield* mannersOf(csv, columns, tracker?.unit, choices)
  const clocks = yield* hasClocks(csv, columns)
  const told = { ...plainly(id), ...openOf(manners, manners.toldUnit, choices), table, hasClocks: clocks }
  if (told.waits) return { ...told, file: nothing }
  const recipe: Recipe = { columns, tracker, manner: { ...unlessTold, ...told.manner } }
  return { ...told, file: yield* readingTable(csv, recipe, choices.zone, now) }
}

/** Of what no cell of the file depends on. */
const unlessTold: Manner = { dateOrder: 'dmy', decimal: '.', unit: 'hours' }

/** As the user said, for the columns that are there; else as the tracker has them; else as their names have it. */
function columnsFor({ header }: Csv, tracker: TrackerTable | null, said: Columns | undefined): Columns {
  if (said && said.length === header.length) return said
  return tracker ? columnsOf(tracker, header) : guessColumns(header)
}

/**
 * What is open of a file, and what is settled: what it says for sure holds, whatever was said of an earlier one; the user's
 * word holds where the file has more than one way.
 */
function openOf(
  { dateOrder, decimal, unit }: Manners,
  toldUnit: Unit | null,
  said: Choices,
): Pick<ReadDocument, 'ways' | 'asked' | 'manner' | 'waits'> {
  const manner = {
    dateOrder: wayOf(dateOrder, said.dateOrder),
    decimal: wayOf(decimal, said.decimal),
    unit: wayOf(unit, said.unit) ?? toldUnit ?? undefined,
  }
  const ways: Partial<Manners> = {
    ...(dateOrder.length > 1 && { dateOrder }),
    ...(decimal.length > 1 && { decimal }),
    ...(unit.length > 1 && { unit }),
  }
  const asked = (Object.keys(ways) as (keyof Manners)[]).filter((way) => way !== 'unit' || toldUnit === null)
  return { ways, asked, manner: defined(manner), waits: asked.some((way) => manner[way] === undefined) }
}

/** The only way, or the one of several that was said. */
const wayOf = <Way>(readings: readonly { readonly way: Way }[], said: Way | undefined): Way | undefined =>
  (readings.length === 1 ? readings[0] : readings.find(({ way }) => way === said))?.way
