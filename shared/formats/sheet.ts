import type { Day } from '../kernel/day.ts'
import { msOf, type Instant, type Zone } from '../kernel/instant.ts'
import { midnightOf, readDay, readLength, readTime, wallClocks, type Clock, type Length } from './clocks.ts'
import type { Columns, Manner, Role } from './columns.ts'
import { codingColumns, trimmed, type CodedColumn } from './coded-column.ts'
import type { CsvRecord, CsvRows } from './csv-rows.ts'
import { shortened, type Csv } from './csv.ts'
import type { Pieces } from '../kernel/pieces.ts'
import type { RowProblem } from './rows.ts'
import { hasDashes, type TrackerTable } from './trackers.ts'

/** How a table is read: what its columns hold, how its cells are written, and whose table it is, where that is known. */
export interface Recipe {
  readonly columns: Columns
  readonly manner: Manner
  readonly tracker: TrackerTable | null
}

/** A table on the way to rows. What stands in many cells (days, times, durations) is read once. */
export interface Sheet {
  readonly header: readonly string[]
  readonly records: CsvRows
  readonly places: ReadonlyMap<Role, number>
  readonly tracker: TrackerTable | null
  readonly dashes: boolean
  readonly zone: Zone
  /** Seconds since 1970. */
  readonly now: number
  readonly instantAt: (clock: Clock) => Instant
  readonly day: (text: string) => Day | null
  readonly time: (text: string) => number | null
  readonly length: (text: string) => Length | null
  /** What stands in many rows, read once; by the row's place in the table. */
  readonly coded: Coded
}

type Of<Value> = (row: number) => Value

interface Coded {
  readonly client: Of<string>
  readonly project: Of<string>
  readonly task: Of<string>
  readonly note: Of<string>
  readonly duration: Of<string>
  readonly billable: Of<string>
  /** The moments at which days begin whose clocks do not change, in seconds since 1970; null of any other text. */
  readonly midnight: Of<number | null>
  readonly endMidnight: Of<number | null>
  readonly start: Of<number | null>
  readonly end: Of<number | null>
  readonly length: Of<Length | null>
  readonly tags: Of<readonly string[]>
  /** null: neither. Of an empty text nothing is said. */
  readonly yesNo: Of<boolean | null>
}

/** Where what stands. */
export function placesOf(columns: Columns): ReadonlyMap<Role, number> {
  const places = new Map<Role, number>()
  for (const [place, role] of columns.entries()) if (role !== null && !places.has(role)) places.set(role, place)
  return places
}

/** The columns in which the same stands over and over: all that are read but the notes. */
export const codedPlaces = (columns: Columns): number[] =>
  [...placesOf(columns)].flatMap(([role, place]) => (role === 'note' ? [] : [place]))

export function* sheetOf(csv: Csv, { columns, manner, tracker }: Recipe, zone: Zone, now: Instant): Pieces<Sheet> {
  const { header, records } = csv
  const places = placesOf(columns)
  const dashes = tracker !== null && hasDashes(tracker, header)
  const day = remembered((text) => readDay(text, manner.dateOrder))
  const time = remembered(readTime)
  const length = remembered((text) => readLength(text, manner))
  const midnight = remembered((text) => {
    const of = day(text)
    const ms = of && midnightOf(of, zone)
    return ms === null ? null : ms / 1000
  })
  const notePlace = places.get('note') ?? -1
  const all = yield* codingColumns(csv, codedPlaces(columns))
  const reader = <Value>(role: Role, read: (text: string) => Value): Of<Value> =>
    readerOf(all.get(places.get(role) ?? -1), dashes, read)
  const text = (role: Role): Of<string> => reader(role, (said) => said)
  const coded: Coded = {
    client: text('client'),
    project: text('project'),
    task: text('task'),
    note: (row) => saidIn(records.cell(row, notePlace), dashes),
    duration: text('duration'),
    billable: text('billable'),
    midnight: reader('day', midnight),
    endMidnight: reader('endDay', midnight),
    start: reader('start', time),
    end: reader('end', time),
    length: reader('duration', length),
    tags: reader('tags', tracker?.escapesTags ? escapedTagsOf : tagsOf),
    yesNo: reader('billable', yesNo),
  }
  return {
    header,
    records,
    places,
    tracker,
    dashes,
    zone,
    now: msOf(now) / 1000,
    instantAt: wallClocks(zone),
    day,
    time,
    length,
    coded,
  }
}

/** What reads a column, each of its texts when it is first asked for; of a column that is not there, an empty text. */
function readerOf<Value>(column: CodedColumn | undefined, dashes: boolean, read: (text: string) => Value): Of<Value> {
  if (!column) {
    const none = read('')
    return () => none
  }
  const values: (Value | undefined)[] = Array.from(column.words, () => undefined)
  return (row) => {
    const word = column.at[row] ?? 0
    const value = values[word]
    if (value !== undefined) return value
    const text = column.words[word] ?? ''
    return (values[word] = read(dashes && text === '-' ? '' : text))
  }
}

/** A working life has some thousand days and some thousand times of the day; what is more than that is no such thing. */
const MOST_REMEMBERED = 100_000

function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  let [lastText, last] = ['', read('')]
  return (text) => {
    if (text === lastText) return last
    let value = known.get(text)
    if (value === undefined) {
      value = read(text)
      if (known.size < MOST_REMEMBERED) known.set(text, value)
    }
    ;[lastText, last] = [text, value]
    return value
  }
}

const tidy = (tags: readonly string[]): string[] => tags.map((tag) => tag.trim()).filter((tag) => tag !== '')

/** Parted by commas. */
const tagsOf = (text: string): string[] => tidy(text.split(','))

/** The same where a comma that is part of a tag has a backslash before it, and so has a backslash. */
const escapedTagsOf = (text: string): string[] =>
  tidy((text.match(/(?:[^,\\]|\\[\s\S]|\\$)+/g) ?? []).map((tag) => tag.replaceAll(/\\([,\\])/g, '$1')))

function yesNo(text: string): boolean | null {
  if (/^(?:yes|true|1|x|y|s[iì]|ja|billable|fatturabile)$/i.test(text)) return true
  return /^(?:no|false|0|n|nein|non[- ]billable|non fatturabile)$/i.test(text) ? false : null
}

/** What stands in a column; empty where there is no such column. */
export function textOf({ places, dashes }: Sheet, record: CsvRecord, role: Role): string {
  const place = places.get(role)
  return saidIn(place === undefined ? undefined : record.cell(place), dashes)
}

function saidIn(cell: string | undefined, dashes: boolean): string {
  const text = trimmed(cell ?? '')
  return dashes && text === '-' ? '' : text
}

export const whereOf = (sheet: Sheet, record: CsvRecord, role: Role) => ({
  line: record.line,
  column: sheet.header[sheet.places.get(role) ?? -1]?.trim() ?? '',
  text: shortened(textOf(sheet, record, role)),
})

export const isProblem = (value: object): value is RowProblem => 'code' in value
