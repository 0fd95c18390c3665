import type { Instant, Zone } from '../kernel/instant.ts'
import type { Pieces } from '../kernel/pieces.ts'
import { trimmed } from './coded-column.ts'
import type { CsvRows } from './csv-rows.ts'
import { shortened, type Csv } from './csv.ts'
import { RowList, type ReadFile } from './row-list.ts'
import type { RowProblem } from './rows.ts'
import { isProblem, saidIn, sheetOf, whereOf, type Recipe, type Sheet } from './sheet.ts'
import { ClearSpans, whenOf } from './when.ts'

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
  const readRow = rowReader(sheet, rows)
  for (let row = 0; row < csv.records.length; row++) {
    if (row % PIECE === PIECE - 1) yield
    if (isBlank(csv.records, row, 0)) continue
    const problem = readRow(row)
    if (problem) problems.push(problem)
  }
  return { rows, problems: problems.toSorted((a, b) => a.line - b.line) }
}

const isBlank = (records: CsvRows, row: number, from: number): boolean => {
  for (let place = from; place < records.sizeOf(row); place++)
    if (records.hasWord(row, place) || trimmed(records.cell(row, place) ?? '') !== '') return false
  return true
}

/** Puts rows to the others. It returns the first thing that is wrong with one; then it is none. */
function rowReader(sheet: Sheet, rows: RowList): (row: number) => RowProblem | null {
  const { coded, records } = sheet
  const clear = new ClearSpans(sheet)
  const nameAt = namesIn(sheet, rows)
  const tagsAt = coded.tags.values.map((tags) => rows.tagsIn(tags))
  const notePlace = sheet.places.get('note') ?? -1
  return (row) => {
    const problem = cellCountProblemOf(sheet, row)
    if (problem) return problem
    const isClear = clear.isClear(row)
    const when = isClear ? null : whenOf(sheet, records.at(row))
    if (when && isProblem(when)) return when
    const billable = coded.billable.values[coded.billable.at[row] ?? 0] ?? null
    if (billable === null) return { ...whereOf(sheet, records.at(row), 'billable'), code: 'notYesNo' }
    const note = saidIn(records.cell(row, notePlace), sheet.dashes)
    const tags = tagsAt[coded.tags.at[row] ?? 0] ?? 0
    const { start, seconds, isOfDay } = when ?? { start: clear.start, seconds: clear.seconds, isOfDay: false }
    rows.push(records.lineOf(row), nameAt(row), note, tags, billable, start, seconds, isOfDay)
    return null
  }
}

/** Whom and what a row is for. Texts are looked up once for those that stand together. */
function namesIn({ coded: { client, project, task, perk } }: Sheet, rows: RowList): (row: number) => number {
  const pairs = new Map<number, number>()
  const known = new Map<number, number>()
  return (row) => {
    const [ofClient, ofProject, ofTask] = [client.at[row] ?? 0, project.at[row] ?? 0, task.at[row] ?? 0]
    const both = ofClient * project.values.length + ofProject
    let pair = pairs.get(both)
    if (pair === undefined) pairs.set(both, (pair = pairs.size))
    const ofPerk = perk.at[row] ?? 0
    const key = (pair * task.values.length + ofTask) * perk.values.length + ofPerk
    let name = known.get(key)
    if (name === undefined) {
      const texts = [client.values[ofClient], project.values[ofProject], task.values[ofTask]] as const
      const onPerk = perk.values[ofPerk] ?? ''
      known.set(key, (name = rows.nameIn(texts[0] ?? '', texts[1] ?? '', texts[2] ?? '', onPerk)))
    }
    return name
  }
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
