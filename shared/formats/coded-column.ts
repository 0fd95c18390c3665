import type { Pieces } from '../kernel/pieces.ts'
import type { CsvRows } from './csv-rows.ts'
import type { Csv } from './csv.ts'

/** A column of a table: the texts that stand in it, without blanks around them, once each; and which of them stands in each row. */
export interface CodedColumn {
  readonly words: readonly string[]
  readonly at: Int32Array
}

/** How many rows are looked at in one go. */
const PIECE = 500

/** A table is read more than once: to see how it is written, for a preview, and anew whenever its user says something of it. */
const known = new WeakMap<Csv, Map<number, CodedColumn>>()

/**
 * What stands in columns, where a long file says the same over and over: whatever is made of a text is made once. All
 * columns together, some rows at a time: the file is gone through once.
 */
export function* codingColumns(csv: Csv, places: readonly number[]): Pieces<ReadonlyMap<number, CodedColumn>> {
  const columns = known.get(csv) ?? new Map<number, CodedColumn>()
  known.set(csv, columns)
  const { records } = csv
  const missing = places.filter((place) => !columns.has(place)).map((place) => new Coder(records, place))
  for (let from = 0; missing.length > 0 && from < records.length; from += PIECE) {
    const to = Math.min(from + PIECE, records.length)
    for (const coder of missing) coder.take(from, to)
    yield
  }
  for (const coder of missing) columns.set(coder.place, coder)
  return columns
}

/** Cells are compared as they stand in the file: none is taken out of it more than once. */
class Coder implements CodedColumn {
  readonly words: string[] = []
  readonly at: Int32Array
  readonly place: number
  private readonly rows: CsvRows
  /** The code of the row before; -1 where there is none. */
  private last = -1
  /** The first row in which a word stands. */
  private readonly firsts: number[] = []
  /** An open table of codes, each one higher than it is. */
  private slots = new Int32Array(1024)

  constructor(rows: CsvRows, place: number) {
    this.rows = rows
    this.place = place
    this.at = new Int32Array(rows.length)
  }

  take(from: number, to: number): void {
    for (let row = from; row < to; row++) this.at[row] = this.last = this.codeIn(row)
  }

  /** Lists are mostly in order: the same day stands in row after row. */
  private codeIn(row: number): number {
    return this.last !== -1 && this.rows.hasSame(row, row - 1, this.place) ? this.last : this.codeOf(row)
  }

  private codeOf(row: number): number {
    const slot = this.slotOf(row)
    const known = this.slots[slot] ?? 0
    if (known > 0) return known - 1
    this.words.push(trimmed(this.rows.cell(row, this.place) ?? ''))
    const count = this.firsts.push(row)
    this.slots[slot] = count
    if (count * 2 > this.slots.length) this.grow()
    return count - 1
  }

  private slotOf(row: number): number {
    const { slots, firsts, rows, place } = this
    for (let slot = rows.hashOf(row, place) & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
      const known = slots[slot] ?? 0
      if (known === 0 || rows.hasSame(row, firsts[known - 1] ?? 0, place)) return slot
    }
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 4)
    for (const [code, first] of this.firsts.entries()) this.slots[this.slotOf(first)] = code + 1
  }
}

/** As `trim`, which takes longer to find nothing than all else that is done with a cell. */
export function trimmed(text: string): string {
  if (text === '') return text
  const first = text.charCodeAt(0)
  const last = text.charCodeAt(text.length - 1)
  return first > BLANK && last > BLANK && first < NOT_ASCII && last < NOT_ASCII ? text : text.trim()
}
const BLANK = 32
const NOT_ASCII = 127
