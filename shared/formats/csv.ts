// oxlint-disable-next-line typescript/triple-slash-reference -- the other buildings, which import this file, need it too
/// <reference path="./papaparse.d.ts" />
import Papa from 'papaparse/papaparse.js'
import { LONGEST_TEXT } from '../kernel/limits.ts'
import { atOnce, type Pieces } from '../kernel/pieces.ts'
import { CsvRows, recordOf, withoutGuard } from './csv-rows.ts'
import { codesOf, type Coded, type Codes } from './signs.ts'

/** A row that could not be told apart from its neighbours, or holds what no text holds. `text` is its beginning. */
interface BrokenRecord {
  readonly line: number
  readonly code: 'badQuotes' | 'badCharacters' | 'tooLong'
  readonly text: string
}

export interface Csv {
  readonly header: readonly string[]
  readonly records: CsvRows
  readonly broken: readonly BrokenRecord[]
}

export type CsvOutcome =
  | { readonly ok: true; readonly csv: Csv }
  | { readonly ok: false; readonly code: 'empty' | 'notCsv' | 'tooManyLines' }

/** How much of the text is looked at together, and so the longest row that is read, in characters. */
const WINDOW = 1 << 18
/** How much is read in one go, in characters. */
const PIECE = 1 << 16
/** Twenty years of 130 entries a day. */
export const MOST_LINES = 1_000_000
/** Each broken row costs a new window; a file with more of them is no CSV. */
const MOST_BROKEN = 100

/**
 * Reads comma, semicolon or tab separated text with a header (RFC 4180: quotes doubled, newlines inside quotes; all
 * three newlines, a byte order mark, blank lines). What is broken is a value beside the rows that are not: after a
 * row with an open or stray quote reading goes on with the next line. Memory and time are bounded whatever the text
 * holds: rows, cells, lines and broken rows have a limit.
 *
 * Cells are as they stand, except for the apostrophe that Mainstay's own export puts before a cell that a
 * spreadsheet would take for a formula: it is taken off again.
 *
 * @param codes of the text, where somebody has them at hand
 */
export function* readingCsv(raw: string, codes?: Codes): Pieces<CsvOutcome> {
  const returns = returnsIn(raw)
  if (returns === 'tooMany') return { ok: false, code: 'tooManyLines' }
  const coded = yield* looking(raw, returns === 'alone', codes)
  const { text } = coded
  if (!/\S/.test(text)) return { ok: false, code: 'empty' }
  const delimiter = looksLikeSomethingElse(text) ? null : delimiterOf(text)
  if (delimiter === null) return { ok: false, code: 'notCsv' }
  yield
  let read = yield* readingRecords(coded, delimiter)
  // Only a table without odd rows is read with its newlines as they are: the general reader knows one kind.
  if (read === 'odd') read = yield* readingRecords(yield* looking(text, true), delimiter)
  if (typeof read === 'string') return { ok: false, code: read === 'odd' ? 'notCsv' : read }
  const header = read.records.takeFirst()
  // A broken row before the header is the header.
  if (!header || (read.broken[0]?.line ?? Infinity) < header.line) return { ok: false, code: 'notCsv' }
  return { ok: true, csv: { header: header.cells, records: read.records, broken: read.broken } }
}

export const readCsv = (raw: string): CsvOutcome => atOnce(readingCsv(raw))

/** How much is looked at in one go, in characters. */
const STRETCH = 1 << 20

/** Without a byte order mark; and with one kind of newline, where the text is to be rewritten. */
function* looking(raw: string, rewrites: boolean, codes?: Codes): Pieces<Coded> {
  const begin = raw.startsWith('\uFEFF') ? 1 : 0
  if (!rewrites) return { text: raw.slice(begin), codes: codes ? codes.subarray(begin) : codesOf(raw.slice(begin)) }
  const parts: string[] = []
  for (let from = begin; from < raw.length;) {
    // A newline of two signs is not cut in two.
    const to = from + STRETCH + (raw[from + STRETCH - 1] === '\r' ? 1 : 0)
    parts.push(raw.slice(from, to).replaceAll('\r\n', '\n').replaceAll('\r', '\n'))
    from = to
    yield
  }
  const text = parts.join('')
  return { text, codes: codesOf(text) }
}

/** The delimiter that parts the header into most columns: names of columns hold none. null: none does. */
function delimiterOf(text: string): string | null {
  const head = text.slice(text.search(/\S/), WINDOW)
  let best: string | null = null
  let most = 1
  for (const delimiter of [',', ';', '\t']) {
    let columns = 0
    Papa.parse(head, { delimiter, newline: '\n', preview: 1, step: ({ data }) => (columns = data.length) })
    if (columns > most) [best, most] = [delimiter, columns]
  }
  return best
}

/** JSON, HTML and XML by their first sign, binary files and UTF-16 by signs that no line of text holds. */
const looksLikeSomethingElse = (text: string): boolean =>
  /^\s*[[{<]/.test(text) || isDamaged(text.slice(0, Math.min(1000, nextLineAfter(text, 0))))

/** Whether the text holds control characters, or the mark that decoding leaves for bytes that are not UTF-8. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const isDamaged = (text: string): boolean => /[\0-\u0008\u000E-\u001F\uFFFD]/.test(text)

type Records = Pick<Csv, 'records' | 'broken'>

function* readingRecords(
  { text, codes }: Coded,
  delimiter: string,
): Pieces<Records | 'notCsv' | 'tooManyLines' | 'odd'> {
  const records = new CsvRows({ text, codes, delimiter, longest: WINDOW })
  const broken: BrokenRecord[] = []
  const hasReturns = text.includes('\r')
  const isUndecoded = text.includes('\uFFFD')
  let [at, line, unread, rested] = [0, 1, 0, 0]
  /** The last one, which ends before `end`: there it goes on. */
  const take = (end: number, newlines: number): void => {
    const last = records.length - 1
    const isBlank = records.sizeOf(last) === 1 && records.cell(last, 0)?.trim() === ''
    const code = isBlank ? null : faultOf(records, last, end - at, isUndecoded || records.mayBeDamaged)
    if (isBlank || code !== null) records.drop()
    if (code !== null) broken.push({ line, code, text: beginningOf(text, at) })
    line += newlines
    at = end
  }
  while (at < text.length) {
    const end = records.scan(at, line)
    if (end !== -1) take(end + 1, records.newlines)
    else if (hasReturns) return 'odd'
    else {
      const window = readWindow(text, at, delimiter)
      // Nobody has looked at these sign by sign.
      records.mayBeDamaged = true
      for (const { cells, end } of window.rows) {
        records.add(recordOf(line, cells.map(withoutGuard)))
        take(end, newlinesIn(text, at, end))
      }
      if (window.fault !== null) {
        broken.push({ line, code: window.fault, text: beginningOf(text, at) })
        at = nextLineAfter(text, at)
        line += 1
        unread += 1
      }
      if (unread > MOST_BROKEN) return 'notCsv'
    }
    if (line > MOST_LINES) return 'tooManyLines'
    if (at - rested < PIECE) continue
    rested = at
    yield
  }
  return { records, broken }
}

interface Window {
  readonly rows: { readonly cells: readonly string[]; readonly end: number }[]
  /** What is wrong with the row after `rows`; null: reading goes on there. */
  readonly fault: 'badQuotes' | 'tooLong' | null
}

/**
 * The whole rows of a stretch of text up to the first broken one. A last row that the window cuts is left for the
 * next one; where it is also the first, it is longer than a row may be, or its quote is never closed.
 */
function readWindow(text: string, at: number, delimiter: string): Window {
  const window = text.slice(at, at + WINDOW)
  const isCut = at + WINDOW < text.length
  const rows: Window['rows'] = []
  let isBroken = false
  Papa.parse(window, {
    delimiter,
    newline: '\n',
    preview: 0,
    step: ({ data, errors, meta: { cursor } }, parser) => {
      if (isCut && cursor === window.length) return
      isBroken = errors.length > 0
      if (isBroken) parser.abort()
      else rows.push({ cells: data, end: at + cursor })
    },
  })
  if (isBroken) return { rows, fault: 'badQuotes' }
  if (rows.length > 0 || !isCut) return { rows, fault: null }
  return { rows, fault: nextLineAfter(text, at) - at >= WINDOW ? 'tooLong' : 'badQuotes' }
}

/** @param length of the row, in characters */
function faultOf(
  rows: CsvRows,
  row: number,
  length: number,
  mayBeDamaged: boolean,
): 'tooLong' | 'badCharacters' | null {
  if (length > LONGEST_TEXT && rows.at(row).cells.some((cell) => cell.length > LONGEST_TEXT)) return 'tooLong'
  return mayBeDamaged && rows.at(row).cells.some(isDamaged) ? 'badCharacters' : null
}

const beginningOf = (text: string, at: number): string => shortened(text.slice(at, nextLineAfter(text, at)).trimEnd())

/** What of a cell or row is shown in a message. */
export const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)

const nextLineAfter = (text: string, at: number): number => {
  const newline = text.indexOf('\n', at)
  return newline === -1 ? text.length : newline + 1
}

/**
 * Whether a text has lines that end in CR alone, as old machines wrote them; or more lines than are read, told before it is
 * rewritten.
 */
function returnsIn(text: string): 'tooMany' | 'alone' | 'none' {
  let [count, isAlone] = [0, false]
  for (let at = text.indexOf('\r'); at !== -1 && count <= MOST_LINES; at = text.indexOf('\r', at + 1)) {
    count += 1
    isAlone ||= text[at + 1] !== '\n'
  }
  return count > MOST_LINES ? 'tooMany' : isAlone ? 'alone' : 'none'
}

function newlinesIn(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}
