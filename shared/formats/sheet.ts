import type { Day } from '../kernel/day.ts'
import { msOf, type Instant, type Zone } from '../kernel/instant.ts'
import { midnightOf, readDay, readLength, readTime, wallClocks, type Clock, type Length } from './clocks.ts'
import type { Columns, Manner, Role } from './columns.ts'
import { codingColumns, trimmed } from './coded-column.ts'
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
  /** What stands in many rows, read once. */
  readonly coded: Coded
}

/** What the texts of a column come to: each is read once. Of a column that is not there, an empty text. */
export interface ReadColumn<Value> {
  /** By the row's place in the table, the place in `values`. */
  readonly at: Int32Array
  readonly values: readonly Value[]
}

interface Coded {
  readonly client: ReadColumn<string>
  readonly project: ReadColumn<string>
  readonly task: ReadColumn<string>
  readonly perk: ReadColumn<string>
  /** The moments at which days begin whose clocks do not change, in seconds since 1970; NaN of any other text. */
  readonly midnight: ReadColumn<number>
  readonly endMidnight: ReadColumn<number>
  /** Seconds since midnight; NaN of what is no time. */
  readonly start: ReadColumn<number>
  readonly end: ReadColumn<number>
  /** Of a length to the second; Infinity where nothing is said, NaN of any other text. */
  readonly length: ReadColumn<number>
  readonly tags: ReadColumn<readonly string[]>
  /** null: neither yes nor no. */
  readonly billable: ReadColumn<boolean | null>
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
    return ms === null ? NaN : ms / 1000
  })
  const exactly = (text: string): number => {
    const said = text === '' ? null : length(text)
    return text === '' ? Infinity : said?.isExact ? said.seconds : NaN
  }
  const all = yield* codingColumns(csv, codedPlaces(columns))
  const read = <Value>(role: Role, of: (text: string) => Value): ReadColumn<Value> => {
    const { words, at } = all.get(places.get(role) ?? -1) ?? { words: [''], at: new Int32Array(records.length) }
    return { at, values: words.map((text) => of(dashes && text === '-' ? '' : text)) }
  }
  const asItIs = (text: string): string => text
  const ofTime = (text: string): number => time(text) ?? NaN
  const whenEmpty = !tracker?.emptyIsNotBillable || !places.has('billable')
  const coded: Coded = {
    client: read('client', asItIs),
    project: read('project', asItIs),
    task: read('task', asItIs),
    perk: read('perk', asItIs),
    midnight: read('day', midnight),
    endMidnight: read(places.has('endDay') ? 'endDay' : 'day', midnight),
    start: read('start', ofTime),
    end: read('end', ofTime),
    length: read('duration', exactly),
    tags: read('tags', tracker?.escapesTags ? escapedTagsOf : tagsOf),
    billable: read('billable', (text) => (text === '' ? whenEmpty : yesNo(text))),
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

/** What a cell says. */
export function saidIn(cell: string | undefined, dashes: boolean): string {
  const text = trimmed(cell ?? '')
  return dashes && text === '-' ? '' : text
}

export const whereOf = (sheet: Sheet, record: CsvRecord, role: Role) => ({
  line: record.line,
  column: sheet.header[sheet.places.get(role) ?? -1]?.trim() ?? '',
  text: shortened(textOf(sheet, record, role)),
})

export const isProblem = (value: object): value is RowProblem => 'code' in value
