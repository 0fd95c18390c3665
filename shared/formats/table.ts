import type { Instant, Zone } from '../kernel/instant.ts'
import type { Pieces } from '../kernel/pieces.ts'
import type { CsvRecord } from './csv-rows.ts'
import { shortened, type Csv } from './csv.ts'
import type { ImportRow, ReadFile, RowProblem } from './rows.ts'
import { isProblem, sheetOf, textOf, whereOf, type Recipe, type Sheet } from './sheet.ts'
import { whenOf } from './when.ts'

/** How many rows are read in one go. */
const PIECE = 200

/**
 * Reads a table's rows by a recipe. The file's wall clocks are read in `zone`, unless a cell has an offset of its own. Where
 * clocks and duration disagree, see `whenOf`. Without a `billable` column everything is billable. What ends after
 * `now` has not been worked yet: it is refused, as it is when it is typed in. A row of nothing but empty cells is none.
 *
 * It comes in pieces, so that whoever reads a long file can do something else in between.
 */
export function* readingTable(csv: Csv, recipe: Recipe, zone: Zone, now: Instant): Pieces<ReadFile> {
  const sheet = sheetOf(csv.header, recipe, zone, now)
  const rows: ImportRow[] = []
  const problems: RowProblem[] = csv.broken.map((row) => ({ ...row, column: '' }))
  let seen = 0
  for (const record of csv.records) {
    if (++seen % PIECE === 0) yield
    if (isBlank(record, 0)) continue
    const row = rowOf(sheet, record)
    if (isProblem(row)) problems.push(row)
    else rows.push(row)
  }
  return { rows, problems: problems.toSorted((a, b) => a.line - b.line) }
}

const isBlank = (record: CsvRecord, from: number): boolean => {
  for (let place = from; place < record.size; place++) if (record.cell(place)?.trim() !== '') return false
  return true
}

/** A row, or the first thing that is wrong with it. */
function rowOf(sheet: Sheet, record: CsvRecord): ImportRow | RowProblem {
  const when = cellCountProblemOf(sheet, record) ?? whenOf(sheet, record)
  if (isProblem(when)) return when
  const said = textOf(sheet, record, 'billable')
  const billable = said === '' ? !sheet.tracker?.emptyIsNotBillable || !sheet.places.has('billable') : sheet.yesNo(said)
  if (billable === null) return { ...whereOf(sheet, record, 'billable'), code: 'notYesNo' }
  const { line } = record
  const client = sheet.name(textOf(sheet, record, 'client'))
  const project = sheet.name(textOf(sheet, record, 'project'))
  const task = sheet.name(textOf(sheet, record, 'task'))
  const note = textOf(sheet, record, 'note')
  const tags = sheet.tags(textOf(sheet, record, 'tags'))
  const { seconds } = when
  // Each written out: to put them together from parts takes as long as to read them.
  return 'day' in when
    ? { line, client, project, task, note, tags, billable, day: when.day, seconds }
    : { line, client, project, task, note, tags, billable, start: when.start, end: when.end, seconds }
}

/** More cells than columns are borne with where nothing stands in them: spreadsheets leave such behind. */
function cellCountProblemOf({ header }: Sheet, record: CsvRecord): RowProblem | null {
  const columns = header.length
  const { line, size } = record
  if (size === columns || (size > columns && isBlank(record, columns))) return null
  const code = size < columns ? 'tooFewCells' : 'tooManyCells'
  return { line, column: '', text: shortened(record.cells.join(', ')), code, cells: size, columns }
}
