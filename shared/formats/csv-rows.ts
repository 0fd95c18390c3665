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

/** Where the cells of a text end: some millions of places, which as lists of their own would take longer than all the rest. */
interface Places {
  readonly text: string
  ends: Int32Array
  count: number
}

const QUOTE = '"'
const QUOTE_CODE = 34
const GUARD_CODE = 39

/** A row of which only the places are known: what nobody asks for is never taken out of the text. */
class TextRow implements CsvRecord {
  readonly line: number
  readonly size: number
  private readonly places: Places
  private readonly from: number
  private readonly first: number

  constructor(line: number, size: number, places: Places, from: number) {
    this.line = line
    this.size = size
    this.places = places
    this.from = from
    this.first = places.count - size
  }

  cell(place: number): string | undefined {
    if (place < 0 || place >= this.size) return undefined
    const { text, ends } = this.places
    const at = this.first + place
    const from = place === 0 ? this.from : (ends[at - 1] as number) + 1
    const to = ends[at] as number
    const sign = from === to ? 0 : text.charCodeAt(from)
    if (sign === GUARD_CODE) return withoutGuard(text.slice(from, to))
    if (sign !== QUOTE_CODE) return text.slice(from, to)
    const inside = text.slice(from + 1, to - 1)
    return withoutGuard(inside.includes(QUOTE) ? inside.replaceAll('""', QUOTE) : inside)
  }

  get cells(): readonly string[] {
    return Array.from({ length: this.size }, (_, place) => this.cell(place) ?? '')
  }
}

export interface Scanned {
  readonly record: CsvRecord
  /** Where the next row begins. */
  readonly end: number
  readonly newlines: number
}

/**
 * Tells the rows apart that are as they should be, by looking for nothing but the three signs that matter: a tenth of
 * the time that a general reader takes. Of any other row nothing is said (null): quotes that are not closed, or stand where
 * none should, are that reader's.
 * @param text with one kind of newline
 * @param longest the longest row, in characters
 */
export function scanning(
  text: string,
  delimiter: string,
  longest: number,
): (at: number, line: number) => Scanned | null {
  const places: Places = { text, ends: new Int32Array(1 << 16), count: 0 }
  /** The first of its kind that is not behind us; the text's end where there is none. */
  let [newline, quote] = [-1, -1]
  const find = (sign: string, from: number): number => {
    const found = text.indexOf(sign, from)
    return found === -1 ? text.length : found
  }
  const end = (at: number): void => {
    if (places.count === places.ends.length) {
      const more = new Int32Array(places.ends.length * 2)
      more.set(places.ends)
      places.ends = more
    }
    places.ends[places.count++] = at
  }
  /** Without quotes up to the row's end, all that is left of it is parted in one go. */
  const endPlain = (from: number): void => {
    let to = text.indexOf(delimiter, from)
    while (to !== -1 && to < newline) {
      end(to)
      to = text.indexOf(delimiter, to + 1)
    }
    end(newline)
  }
  /** The end of a quoted cell: the sign behind its last quote; -1 where that is not one that ends a cell. */
  const endOfQuoted = (from: number): number => {
    let last = text.indexOf(QUOTE, from + 1)
    while (last !== -1 && last - from <= longest && text.charCodeAt(last + 1) === QUOTE_CODE)
      last = text.indexOf(QUOTE, last + 2)
    if (last === -1 || last - from > longest) return -1
    const after = text[last + 1]
    return after === undefined || after === delimiter || after === '\n' ? last + 1 : -1
  }
  /** The end of the row that begins at a place; -1 where it is not as it should be. */
  const endOfRow = (at: number): number => {
    for (let from = at; ;) {
      if (newline < from) newline = find('\n', from)
      if (quote < from) quote = find(QUOTE, from)
      if (quote > newline) {
        if (newline - at > longest) return -1
        endPlain(from)
        return newline
      }
      const to = text.charCodeAt(from) === QUOTE_CODE ? endOfQuoted(from) : Math.min(find(delimiter, from), newline)
      if (to === -1 || to - at > longest) return -1
      end(to)
      if (text[to] !== delimiter) return to
      from = to + 1
    }
  }

  return (at, line) => {
    const before = places.count
    const first = newline < at ? (newline = find('\n', at)) : newline
    const to = endOfRow(at)
    if (to === -1) {
      places.count = before
      return null
    }
    let newlines = 1
    for (let inside = first; inside < to; inside = find('\n', inside + 1)) newlines += 1
    return { record: new TextRow(line, places.count - before, places, at), end: to + 1, newlines }
  }
}
