import type { Instant, Zone } from '../kernel/instant.ts'
import type { Pieces } from '../kernel/pieces.ts'
import { trimmed } from './coded-column.ts'
import type { CsvRows } from './csv-rows.ts'
import { shortened, type Csv } from './csv.ts'
import { RowList, type ReadFile } from './row-list.ts'
import type { RowProblem } from './rows.ts'
import { isProblem, sheetOf, whereOf, type Recipe, type Sheet } from './sheet.ts'
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
  const sheet = yield* sheetOf(csv, recipe, zone, now)
  const rows = new RowList(csv.records.length)
  const problems: RowProblem[] = csv.broken.map((row) => ({ ...row, column: '' }))
  for (let row = 0; row < csv.records.length; row++) {
    if (row % PIECE === PIECE - 1) yield
    if (isBlank(csv.records, row, 0)) continue
    const problem = readRow(sheet, row, rows)
    if (problem) problems.push(problem)
  }
  return { rows, problems: problems.toSorted((a, b) => a.line - b.line) }
}

const isBlank = (records: CsvRows, row: number, from: number): boolean => {
  for (let place = from; place < records.sizeOf(row); place++)
    if (trimmed(records.cell(row, place) ?? '') !== '') return false
  return true
}

/** Puts a row to the others. @returns the first thing that is wrong with it; then it is none */
function readRow(sheet: Sheet, row: number, rows: RowList): RowProblem | null {
  const when = cellCountProblemOf(sheet, row) ?? whenOf(sheet, row)
  if (isProblem(when)) return when
  const { coded } = sheet
  const billable =
    coded.billable(row) === '' ? !sheet.tracker?.emptyIsNotBillable || !sheet.places.has('billable') : coded.yesNo(row)
  if (billable === null) return { ...whereOf(sheet, sheet.records.at(row), 'billable'), code: 'notYesNo' }
  const names = rows.nameIn(coded.client(row), coded.project(row), coded.task(row))
  const note = coded.note(row)
  rows.push(sheet.records.lineOf(row), names, note, coded.tags(row), billable, when.start, when.seconds, when.isOfDay)
  return null
}

/** More cells than columns are borne with where nothing stands in them: spreadsheets leave such behind. */
function cellCountProblemOf({ header, records }: Sheet, row: number): RowProblem | null {
  const columns = header.length
  const size = records.sizeOf(row)
  if (size === columns || (size > columns && isBlank(records, row, columns))) return null
  const { line, cells } = records.at(row)
  const code = size < columns ? 'tooFewCells' : 'tooManyCells'
  return { line, column: '', text: shortened(cells.join(', ')), code, cells: size, columns }
}
