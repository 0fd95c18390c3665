import type { Coded } from './signs.ts'

/** A row that was read. `line` is that of the file in which it begins, counted from 1 as an editor does. */
export interface CsvRecord {
  readonly line: number
  /** How many cells it has. */
  readonly size: number
  /** What stands in a cell; undefined where there is none. */
  readonly cell: (place: number) => string | undefined
  readonly cells: readonly string[]
}

export const recordOf = (line: number, cells: readonly string[]): CsvRecord => ({
  line,
  size: cells.length,
  cell: (place) => cells[place],
  cells,
})

/**
 * The export writes `'=A1` for `=A1` and `''=A1` for `'=A1`, so that taking one apostrophe off is exact.
 */
export const withoutGuard = (cell: string): string =>
  cell.startsWith("'") && /^'+[=+\-@\t\n]/.test(cell) ? cell.slice(1) : cell

const QUOTE = '"'
const QUOTE_CODE = 34
const GUARD_CODE = 39
const RETURN_CODE = 13
const LINE_CODE = 10
const FIRST = 1 << 14

/** How a text is told apart into rows: its lines end in LF, or all in CR LF; a longer row is none, in characters. */
interface Manner extends Coded {
  readonly delimiter: string
  readonly longest: number
}

/**
 * The rows of a text. Of those that are as they should be only the places are known, as numbers: lists and objects of
 * their own would take longer than all the rest, and a cell that nobody asks for is never taken out of the text. They are
 * told apart by the three signs that matter; of any other row nothing is said: quotes that are not closed, or
 * stand where none should, are a general reader's, and what it finds is put beside them (`add`).
 */
export class CsvRows implements Iterable<CsvRecord> {
  length = 0
  /** How many newlines the row has that was scanned last, its own among them. */
  newlines = 0
  /** Whether there was a control character in any of them. */
  mayBeDamaged = false
  private readonly text: string
  private readonly codes: Coded['codes']
  private readonly delimiter: number
  private readonly longest: number
  /** Above it there is no sign that matters outside of quotes. */
  private readonly highest: number
  /** Of each row the place before it, and the end of each of its cells. */
  private ends = new Int32Array(FIRST)
  private count = 0
  /** Where in `ends` a row begins; one more than there are rows. */
  private firsts = new Int32Array(FIRST)
  private lines = new Int32Array(FIRST)
  private readonly added = new Map<number, CsvRecord>()

  constructor({ text, codes, delimiter, longest }: Manner) {
    this.text = text
    this.codes = codes
    this.delimiter = delimiter.charCodeAt(0)
    this.longest = longest
    this.highest = Math.max(this.delimiter, QUOTE_CODE)
  }

  static of(records: Iterable<CsvRecord>): CsvRows {
    const rows = new CsvRows({ text: '', codes: new Uint8Array(), delimiter: ',', longest: 0 })
    for (const record of records) rows.add(record)
    return rows
  }

  add(record: CsvRecord): void {
    this.added.set(this.length, record)
    this.close(record.line)
  }

  /** Takes in the row that begins at a place. @returns its end: the newline's place; -1 where it is not as it should be */
  scan(at: number, line: number): number {
    const before = this.count
    const end = this.scanCells(at)
    if (end === -1) this.count = before
    else this.close(line)
    return end
  }

  /** Forgets the last one. */
  drop(): void {
    this.length -= 1
    this.added.delete(this.length)
    this.count = this.firsts[this.length] ?? 0
  }

  /** Takes the first one away from the others. */
  takeFirst(): CsvRecord | undefined {
    const first = this.length > 0 ? this.at(0) : undefined
    const cells = first && recordOf(first.line, first.cells)
    this.firsts = this.firsts.subarray(1)
    this.lines = this.lines.subarray(1)
    const added = [...this.added]
    this.added.clear()
    for (const [row, record] of added) if (row > 0) this.added.set(row - 1, record)
    this.length = Math.max(0, this.length - 1)
    return cells
  }

  at(row: number): CsvRecord {
    return this.added.get(row) ?? new TextRow(this, row)
  }

  first(count: number): CsvRecord[] {
    return Array.from({ length: Math.min(count, this.length) }, (_, row) => this.at(row))
  }

  lineOf(row: number): number {
    return this.lines[row] ?? 0
  }

  sizeOf(row: number): number {
    const added = this.added.size > 0 ? this.added.get(row) : undefined
    return added ? added.size : (this.firsts[row + 1] ?? 0) - (this.firsts[row] ?? 0) - 1
  }

  cell(row: number, place: number): string | undefined {
    const added = this.added.size > 0 ? this.added.get(row) : undefined
    if (added) return added.cell(place)
    if (place < 0 || place >= this.sizeOf(row)) return undefined
    const { text, ends } = this
    const at = (this.firsts[row] as number) + place
    const from = (ends[at] as number) + 1
    const to = ends[at + 1] as number
    const sign = from === to ? 0 : this.codes[from]
    if (sign === GUARD_CODE) return withoutGuard(text.slice(from, to))
    if (sign !== QUOTE_CODE) return text.slice(from, to)
    const inside = text.slice(from + 1, to - 1)
    const unquoted = inside.includes(QUOTE) ? inside.replaceAll('""', QUOTE) : inside
    return withoutGuard(unquoted.includes('\r') ? unquoted.replaceAll('\r\n', '\n') : unquoted)
  }

  /** Whether a cell begins with a letter or a digit, and so is not blank; of others nothing is said. */
  hasWord(row: number, place: number): boolean {
    if (this.added.size > 0 && this.added.has(row)) return false
    const from = (this.ends[(this.firsts[row] as number) + place] as number) + 1
    const code = from < this.codes.length ? (this.codes[from] as number) : 0
    return code > 47 && code < 127 && code !== this.delimiter
  }

  /** Whether the same stands in a cell of two rows. */
  hasSame(row: number, other: number, place: number): boolean {
    if (this.added.size > 0 && (this.added.has(row) || this.added.has(other)))
      return this.cell(row, place) === this.cell(other, place)
    const { codes, ends } = this
    const mine = (this.firsts[row] as number) + place
    const theirs = (this.firsts[other] as number) + place
    const here = place < this.sizeOf(row)
    if (!here || place >= this.sizeOf(other)) return here === place < this.sizeOf(other)
    let at = (ends[mine] as number) + 1
    let to = (ends[theirs] as number) + 1
    const end = ends[mine + 1] as number
    if (end - at !== (ends[theirs + 1] as number) - to) return false
    // Mostly it is the last one that differs: names are numbered, notes go on.
    if (end > at && codes[end - 1] !== codes[to + end - at - 1]) return false
    for (; at < end; at++, to++) if (codes[at] !== codes[to]) return false
    return true
  }

  /** A number that is the same where the same stands in a cell: FNV-1a. */
  hashOf(row: number, place: number): number {
    let hash = 0x811c9dc5
    if (this.added.size > 0 && this.added.has(row)) {
      const cell = this.cell(row, place) ?? ''
      for (let at = 0; at < cell.length; at++) hash = Math.imul(hash ^ cell.charCodeAt(at), FNV)
    } else if (place < this.sizeOf(row)) {
      const { codes } = this
      const at = (this.firsts[row] as number) + place
      const end = this.ends[at + 1] as number
      for (let sign = (this.ends[at] as number) + 1; sign < end; sign++)
        hash = Math.imul(hash ^ (codes[sign] as number), FNV)
    }
    return hash ^ (hash >>> 15)
  }

  *[Symbol.iterator](): IterableIterator<CsvRecord> {
    for (let row = 0; row < this.length; row++) yield this.at(row)
  }

  private close(line: number): void {
    const row = this.length
    if (row + 1 === this.firsts.length) {
      this.firsts = grown(this.firsts)
      this.lines = grown(this.lines)
    }
    this.lines[row] = line
    this.firsts[row + 1] = this.count
    this.length = row + 1
  }

  private end(at: number): void {
    if (this.count === this.ends.length) this.ends = grown(this.ends)
    this.ends[this.count++] = at
  }

  private scanCells(begin: number): number {
    const { codes, delimiter } = this
    this.end(begin - 1)
    this.newlines = 1
    for (let at = begin; ; at++) {
      if (codes[at] === QUOTE_CODE) {
        at = this.endOfQuoted(at)
        if (at === -1) return -1
      } else at = this.endOfPlain(at)
      if (at - begin > this.longest) return -1
      this.end(at)
      if (codes[at] !== delimiter) return codes[at] === RETURN_CODE ? at + 1 : at
    }
  }

  /** The sign behind a cell without quotes: a quote further on in it is a sign like others. */
  private endOfPlain(from: number): number {
    const { codes, delimiter, highest } = this
    const end = codes.length
    for (let at = from; at < end; at++) {
      const code = codes[at] as number
      if (code > highest) continue
      if (code === delimiter || code === LINE_CODE) return at
      if (code === RETURN_CODE && codes[at + 1] === LINE_CODE) return at
      if (isControl(code)) this.mayBeDamaged = true
    }
    return end
  }

  /** The sign behind the last quote of a quoted cell; -1 where that is not one that ends a cell. */
  private endOfQuoted(from: number): number {
    const { codes } = this
    const most = Math.min(codes.length, from + this.longest + 1)
    for (let at = from + 1; at < most; at++) {
      const code = codes[at] as number
      if (code > QUOTE_CODE) continue
      if (code === LINE_CODE) this.newlines += 1
      if (isControl(code)) this.mayBeDamaged = true
      if (code !== QUOTE_CODE) continue
      const after = codes[at + 1]
      if (after === QUOTE_CODE) at += 1
      else {
        const isEnd = after === undefined || after === LINE_CODE || after === this.delimiter
        return isEnd || (after === RETURN_CODE && codes[at + 2] === LINE_CODE) ? at + 1 : -1
      }
    }
    return -1
  }
}

const FNV = 0x01000193

/** Signs that no line of text holds. */
const isControl = (code: number): boolean => code < 32 && (code < 9 || code > 13)

function grown(list: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(list.length * 2)
  more.set(list)
  return more
}

class TextRow implements CsvRecord {
  readonly line: number
  readonly size: number
  private readonly rows: CsvRows
  private readonly row: number

  constructor(rows: CsvRows, row: number) {
    this.rows = rows
    this.row = row
    this.line = rows.lineOf(row)
    this.size = rows.sizeOf(row)
  }

  cell(place: number): string | undefined {
    return this.rows.cell(this.row, place)
  }

  get cells(): readonly string[] {
    return Array.from({ length: this.size }, (_, place) => this.cell(place) ?? '')
  }
}
