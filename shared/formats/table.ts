import type { Instant, Zone } from '../kernel/instant.ts'
import type { Pieces } from '../kernel/pieces.ts'
import { shortened, type Csv, type CsvRecord } from './csv.ts'
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
  for (const [index, record] of csv.records.entries()) {
    if (index % PIECE === PIECE - 1) yield
    if (isBlank(record.cells)) continue
    const row = rowOf(sheet, record)
    if (isProblem(row)) problems.push(row)
    else rows.push(row)
  }
  return { rows, problems: problems.toSorted((a, b) => a.line - b.line) }
}

const isBlank = (cells: readonly string[]): boolean => {
  for (const cell of cells) if (cell.trim() !== '') return false
  return true
}

/** A row, or the first thing that is wrong with it. */
function rowOf(sheet: Sheet, record: CsvRecord): ImportRow | RowProblem {
  const when = cellCountProblemOf(sheet, record) ?? whenOf(sheet, record)
  if (isProblem(when)) return when
  const billable = yesNo(
    textOf(sheet, record, 'billable'),
    !sheet.tracker?.emptyIsNotBillable || !sheet.places.has('billable'),
  )
  if (billable === null) return { ...whereOf(sheet, record, 'billable'), code: 'notYesNo' }
  const words = {
    line: record.line,
    client: textOf(sheet, record, 'client'),
    project: textOf(sheet, record, 'project'),
    task: textOf(sheet, record, 'task'),
    note: textOf(sheet, record, 'note'),
    tags: tagsOf(textOf(sheet, record, 'tags')),
    billable,
  }
  return 'day' in when
    ? { ...words, day: when.day, seconds: when.seconds }
    : { ...words, start: when.start, end: when.end, seconds: when.seconds }
}

/** More cells than columns are borne with where nothing stands in them: spreadsheets leave such behind. */
function cellCountProblemOf({ header }: Sheet, { line, cells }: CsvRecord): RowProblem | null {
  const columns = header.length
  if (cells.length === columns) return null
  const isWhole = cells.length >= columns && isBlank(cells.slice(columns))
  if (isWhole) return null
  const code = cells.length < columns ? 'tooFewCells' : 'tooManyCells'
  return { line, column: '', text: shortened(cells.join(', ')), code, cells: cells.length, columns }
}

/** Parted by commas; in Mainstay's own export a comma that is part of a tag has a backslash before it, and so has a backslash. */
export const tagsOf = (text: string): string[] =>
  text === ''
    ? []
    : (text.match(/(?:[^,\\]|\\[\s\S]|\\$)+/g) ?? []).flatMap((tag) => {
        const plain = tag.replaceAll(/\\([,\\])/g, '$1').trim()
        return plain === '' ? [] : [plain]
      })

function yesNo(text: string, empty: boolean): boolean | null {
  if (text === '') return empty
  if (/^(?:yes|true|1|x|y|s[iì]|ja|billable|fatturabile)$/i.test(text)) return true
  return /^(?:no|false|0|n|nein|non[- ]billable|non fatturabile)$/i.test(text) ? false : null
}
