import type { Day } from '../kernel/day.ts'
import type { Instant, Zone } from '../kernel/instant.ts'
import { midnightOf, readDay, readLength, readTime, wallClocks, type Clock, type Length } from './clocks.ts'
import type { Columns, Manner, Role } from './columns.ts'
import type { CsvRecord } from './csv-rows.ts'
import { shortened } from './csv.ts'
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
  readonly places: ReadonlyMap<Role, number>
  readonly tracker: TrackerTable | null
  readonly dashes: boolean
  readonly zone: Zone
  readonly now: Instant
  readonly instantAt: (clock: Clock) => Instant
  readonly day: (text: string) => Day | null
  readonly time: (text: string) => number | null
  readonly length: (text: string) => Length | null
  /** The moment at which a day begins whose clocks do not change, in milliseconds; null of any other text. */
  readonly midnight: (text: string) => number | null
  readonly tags: (text: string) => readonly string[]
  /** null: neither. Of an empty text nothing is said. */
  readonly yesNo: (text: string) => boolean | null
  /** The same text, kept once for all the rows that have it. */
  readonly name: (text: string) => string
}

/** Where what stands. */
export function placesOf(columns: Columns): ReadonlyMap<Role, number> {
  const places = new Map<Role, number>()
  for (const [place, role] of columns.entries()) if (role !== null && !places.has(role)) places.set(role, place)
  return places
}

export function sheetOf(
  header: readonly string[],
  { columns, manner, tracker }: Recipe,
  zone: Zone,
  now: Instant,
): Sheet {
  const places = placesOf(columns)
  const day = remembered((text) => readDay(text, manner.dateOrder))
  return {
    header,
    places,
    tracker,
    dashes: tracker !== null && hasDashes(tracker, header),
    zone,
    now,
    instantAt: wallClocks(zone),
    day,
    time: remembered(readTime),
    length: remembered((text) => readLength(text, manner)),
    midnight: remembered((text) => {
      const of = day(text)
      return of && midnightOf(of, zone)
    }),
    tags: remembered(tracker?.escapesTags ? escapedTagsOf : tagsOf),
    yesNo: remembered(yesNo),
    name: remembered((text) => text),
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
  const text = (place === undefined ? undefined : record.cell(place))?.trim() ?? ''
  return dashes && text === '-' ? '' : text
}

export const whereOf = (sheet: Sheet, record: CsvRecord, role: Role) => ({
  line: record.line,
  column: sheet.header[sheet.places.get(role) ?? -1]?.trim() ?? '',
  text: shortened(textOf(sheet, record, role)),
})

export const isProblem = (value: object): value is RowProblem => 'code' in value
