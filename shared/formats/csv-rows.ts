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
const FIRST = 1 << 14

/** How a text is told apart into rows: its lines end in LF, or all in CR LF; a longer row is none, in characters. */
interface Manner {
  readonly text: string
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
  private readonly text: string
  private readonly delimiter: string
  private readonly longest: number
  /** Of each row the place before it, and the end of each of its cells. */
  private ends = new Int32Array(FIRST)
  private count = 0
  /** Where in `ends` a row begins; one more than there are rows. */
  private firsts = new Int32Array(FIRST)
  private lines = new Int32Array(FIRST)
  /** The first of its kind that is not behind us; the text's end where there is none. */
  private newline = -1
  private quote = -1
  private readonly added = new Map<number, CsvRecord>()

  constructor({ text, delimiter, longest }: Manner) {
    this.text = text
    this.delimiter = delimiter
    this.longest = longest
  }

  static of(records: Iterable<CsvRecord>): CsvRows {
    const rows = new CsvRows({ text: '', delimiter: ',', longest: 0 })
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

  lineOf = (row: number): number => this.lines[row] ?? 0
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
    const [from, to] = [(ends[at] as number) + 1, ends[at + 1] as number]
    const sign = from === to ? 0 : text.charCodeAt(from)
    if (sign === GUARD_CODE) return withoutGuard(text.slice(from, to))
    if (sign !== QUOTE_CODE) return text.slice(from, to)
    const inside = text.slice(from + 1, to - 1)
    const unquoted = inside.includes(QUOTE) ? inside.replaceAll('""', QUOTE) : inside
    return withoutGuard(unquoted.includes('\r') ? unquoted.replaceAll('\r\n', '\n') : unquoted)
  }

  /** Whether the same stands in a cell of two rows. */
  hasSame(row: number, other: number, place: number): boolean {
    if (this.added.size > 0 && (this.added.has(row) || this.added.has(other)))
      return this.cell(row, place) === this.cell(other, place)
    const { text, ends, firsts } = this
    const [mine, theirs] = [(firsts[row] as number) + place, (firsts[other] as number) + place]
    const here = place < this.sizeOf(row)
    if (!here || place >= this.sizeOf(other)) return here === place < this.sizeOf(other)
    let [at, to] = [(ends[mine] as number) + 1, (ends[theirs] as number) + 1]
    const end = ends[mine + 1] as number
    if (end - at !== (ends[theirs + 1] as number) - to) return false
    // Mostly it is the last one that differs: names are numbered, notes go on.
    if (end > at && text.charCodeAt(end - 1) !== text.charCodeAt(to + end - at - 1)) return false
    for (; at < end; at++, to++) if (text.charCodeAt(at) !== text.charCodeAt(to)) return false
    return true
  }

  /** A number that is the same where the same stands in a cell: FNV-1a. */
  hashOf(row: number, place: number): number {
    if (this.added.size > 0 && this.added.has(row)) {
      const cell = this.cell(row, place) ?? ''
      return hashOf(cell, 0, cell.length)
    }
    if (place >= this.sizeOf(row)) return 0
    const at = (this.firsts[row] as number) + place
    return hashOf(this.text, (this.ends[at] as number) + 1, this.ends[at + 1] as number)
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
    const { text, delimiter } = this
    this.end(begin - 1)
    for (let from = begin; ;) {
      if (this.newline < from) this.newline = this.find('\n', from)
      if (this.quote < from) this.quote = this.find(QUOTE, from)
      const isPlain = this.quote > this.newline
      if (isPlain) {
        if (this.newline - begin > this.longest) return -1
        // Without quotes up to the row's end, all that is left of it is parted in one go.
        for (
          let to = text.indexOf(delimiter, from);
          to !== -1 && to < this.newline;
          to = text.indexOf(delimiter, to + 1)
        )
          this.end(to)
        this.end(this.endOfLine(from))
        return this.newline
      }
      const isQuoted = text.charCodeAt(from) === QUOTE_CODE
      const to = isQuoted ? this.endOfQuoted(from) : Math.min(this.find(delimiter, from), this.endOfLine(from))
      if (to === -1 || to - begin > this.longest) return -1
      this.end(to)
      if (text[to] !== delimiter) return text.charCodeAt(to) === RETURN_CODE ? to + 1 : to
      from = to + 1
    }
  }

  /** Before its newline, whether that is of one sign or of two. */
  private endOfLine(from: number): number {
    const isReturn = this.newline > from && this.text.charCodeAt(this.newline - 1) === RETURN_CODE
    return isReturn && this.newline < this.text.length ? this.newline - 1 : this.newline
  }

  private find(sign: string, from: number): number {
    const found = this.text.indexOf(sign, from)
    return found === -1 ? this.text.length : found
  }

  /** The sign behind the last quote of a quoted cell; -1 where that is not one that ends a cell. */
  private endOfQuoted(from: number): number {
    const { text } = this
    let last = text.indexOf(QUOTE, from + 1)
    while (last !== -1 && last - from <= this.longest && text.charCodeAt(last + 1) === QUOTE_CODE)
      last = text.indexOf(QUOTE, last + 2)
    if (last === -1 || last - from > this.longest) return -1
    if (last + 1 >= text.length) return last + 1
    const after = text[last + 1]
    const isEnd = after === '\n' || (after === '\r' && text[last + 2] === '\n')
    return isEnd || after === this.delimiter ? last + 1 : -1
  }
}

function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}

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
