import type { Day } from '../kernel/day.ts'
import type { Pieces } from '../kernel/pieces.ts'
import { partsOfDay, readDay, readLength } from './clocks.ts'
import { codingColumns } from './coded-column.ts'
import type { Columns, DateOrder, Decimal, Unit } from './columns.ts'
import type { Csv } from './csv.ts'
import { unitOf } from './guess.ts'
import { codedPlaces, placesOf } from './sheet.ts'
import { readMoment } from './when.ts'

/** What the file would say if it were read one way. */
export interface Reading<Way> {
  readonly way: Way
  /** A cell of the file, for which the ways differ. */
  readonly cell: string
  /** How many of its cells cannot be read that way. */
  readonly misfits: number
}
export interface DateReading extends Reading<DateOrder> {
  /** What the cell means then, if anything; and the first and last day of the file. */
  readonly day: Day | null
  readonly from: Day
  readonly to: Day
}
export interface NumberReading<Way> extends Reading<Way> {
  /** Seconds: of the cell, if it can be read, and of the whole column. */
  readonly seconds: number | null
  readonly total: number
}

/** What the cells of a file leave open; each has one reading where they leave nothing open, and none where it does not matter. */
export interface Manners {
  readonly dateOrder: readonly DateReading[]
  readonly decimal: readonly NumberReading<Decimal>[]
  readonly unit: readonly NumberReading<Unit>[]
}
/** The same, and what the file says all the same: what a bare number counts, which its user may know better. */
interface FoundManners extends Manners {
  readonly toldUnit: Unit | null
}

const orders = ['dmy', 'mdy', 'ymd'] as const
const decimals = ['.', ','] as const
const unitsAsked = ['hours', 'minutes', 'seconds'] as const
/** Nobody works on one thing for longer without a stop. */
const LONGEST_S = 24 * 3600

/**
 * How the cells of a whole file can be read: 04/03/2026 is two days, unless another row has a 13 in one of the places. 1,500
 * is two numbers, unless another row has a sign that tells. A bare number counts hours, minutes or seconds, unless its
 * column's name or its tracker tells. What would be work in the future, or what one usually writes, tells nothing: a guess
 * that is wrong would not be noticed.
 * @param tracker what a bare number counts in its files, where the column's name says nothing else
 * @param said by the user: what it leaves open is shown by it
 */
export function* mannersOf(
  csv: Csv,
  columns: Columns,
  tracker: Unit | undefined,
  said: { readonly decimal?: Decimal | undefined; readonly unit?: Unit | undefined },
): Pieces<FoundManners> {
  const places = placesOf(columns)
  // All that is read later, too: in one go.
  yield* codingColumns(csv, codedPlaces(columns))
  const days = yield* cellsOf(csv, [places.get('day'), places.get('start'), places.get('endDay'), places.get('end')])
  const lengths = yield* cellsOf(csv, [places.get('duration')])
  const named = unitOf(csv.header[places.get('duration') ?? -1] ?? '') ?? tracker ?? null
  const decimal = yield* decimalsOf(lengths, said.unit ?? named ?? 'hours')
  const read = numbersIn(lengths, decimal.length === 1 ? decimal[0]?.way : said.decimal)
  // Another program's column of that name: 1.5 and 8 would be no time at all.
  const toldUnit = named !== null && read(named).comesToNothing ? null : named
  return { dateOrder: yield* ordersOf(days), decimal, unit: unitsOf(read, toldUnit), toldUnit }
}

/** Whether a file has times by a clock on the wall, which a zone has to be told for: not days alone, nor moments with their offset. */
export function* hasClocks(csv: Csv, columns: Columns): Pieces<boolean> {
  const places = placesOf(columns)
  const there = [places.get('start'), places.get('end')].filter((place) => place !== undefined)
  const coded = yield* codingColumns(csv, there)
  const isClock = (cell: string): boolean => cell !== '' && readMoment(cell) === null
  return there.some((place) => coded.get(place)?.words.some(isClock) ?? false)
}

/** What stands in columns, once each, and in how many cells. */
type Cells = ReadonlyMap<string, number>

function* cellsOf(csv: Csv, places: readonly (number | undefined)[]): Pieces<Cells> {
  const there = places.filter((place) => place !== undefined)
  const columns = yield* codingColumns(csv, there)
  const cells = new Map<string, number>()
  for (const place of there) {
    const { words, at } = columns.get(place) ?? { words: [], at: [] }
    const counts = new Float64Array(words.length)
    for (const word of at) counts[word] = (counts[word] ?? 0) + 1
    yield
    for (const [word, text] of words.entries()) cells.set(text, (cells.get(text) ?? 0) + (counts[word] ?? 0))
  }
  return cells
}

function* ordersOf(cells: Cells): Pieces<DateReading[]> {
  const open = new Map<string, number>()
  const fits = { dmy: true, mdy: true, ymd: true }
  let seen = 0
  for (const [cell, count] of cells) {
    if (++seen % 2000 === 0) yield
    const [day = ''] = cell.split(/[T ,]/, 1)
    const parts = partsOfDay(day)
    if (!parts || parts[0] > 31) continue
    open.set(day, (open.get(day) ?? 0) + count)
    if (parts[0] > 12) fits.mdy = false
    if (parts[1] > 12) fits.dmy = false
    if (readDay(day, 'ymd') === null) fits.ymd = false
  }
  if (open.size === 0) return []
  const fitting = orders.filter((order) => fits[order])
  // Of a file that fits no way, or several, its user says it; what does not fit is then told row by row.
  const ways = fitting.length > 0 ? fitting : (['dmy', 'mdy'] as const)
  const differing = [...open.keys()].filter((day) => new Set(ways.map((way) => readDay(day, way))).size > 1)
  const [first] = open.keys()
  const cell = differing.find((day) => ways.every((way) => readDay(day, way) !== null)) ?? differing[0] ?? first ?? ''
  const readings = ways.map((way) => datesAs(way, open, cell))
  return differing.length === 0 ? readings.slice(0, 1) : readings
}

function datesAs(way: DateOrder, open: Cells, cell: string): DateReading {
  const days = [...open.keys()].flatMap((text) => readDay(text, way) ?? [])
  let misfits = 0
  for (const [text, count] of open) if (readDay(text, way) === null) misfits += count
  const none = '1970-01-01' as Day
  let [from, to] = [days[0] ?? none, days[0] ?? none]
  for (const day of days) {
    if (day < from) from = day
    if (day > to) to = day
  }
  return { way, cell, misfits, day: readDay(cell, way), from, to }
}

function* decimalsOf(cells: Cells, unit: Unit): Pieces<NumberReading<Decimal>[]> {
  const numbers = [...cells.keys()].filter((cell) => /^-?[\d.,]*\d[\d.,]*$/.test(cell))
  if (!numbers.some((cell) => /[.,]/.test(cell))) return []
  yield
  const sure = new Set(numbers.flatMap((cell) => decimalIn(cell) ?? []))
  const cell = numbers.find((number) => /[.,]/.test(number) && decimalIn(number) === null) ?? numbers[0] ?? ''
  const ways = sure.size === 1 ? decimals.filter((way) => sure.has(way)) : decimals
  return ways.map((way) =>
    numbersAs(way, { cells, numbers, cell }, (text) => readLength(text, { decimal: way, unit })?.seconds ?? null),
  )
}

/** The sign that parts the whole from the rest in a number, where the number itself tells; null where it may be either. */
function decimalIn(number: string): Decimal | null {
  const signs = number.replaceAll(/[^.,]/g, '')
  const last = signs.at(-1) as Decimal | undefined
  if (last === undefined) return null
  const other = last === '.' ? ',' : '.'
  if (new Set(signs).size === 2) return last
  if (signs.length > 1) return other
  return /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(number) ? null : last
}

/** Bare numbers, by what they count. */
type ReadNumbers = (unit: Unit) => NumberReading<Unit> & {
  readonly isPossible: boolean
  readonly comesToNothing: boolean
}

function numbersIn(cells: Cells, decimal: Decimal = '.'): ReadNumbers {
  const numbers = [...cells.keys()].filter((cell) => /^\d[\d.,]*$/.test(cell) && /[1-9]/.test(cell))
  const cell = numbers.toSorted((a, b) => b.length - a.length)[0] ?? ''
  return (unit) => {
    const secondsOf = (text: string): number | null => readLength(text, { decimal, unit })?.seconds ?? null
    const lengths = numbers.map((text) => secondsOf(text) ?? 0)
    return {
      ...numbersAs(unit, { cells, numbers, cell }, secondsOf),
      // A number of hours that nobody works is none of hours, and none of seconds if it is less than one.
      isPossible: lengths.every((length) => length > 0 && length <= LONGEST_S),
      comesToNothing: lengths.length > 0 && lengths.every((length) => length === 0),
    }
  }
}

function unitsOf(read: ReadNumbers, told: Unit | null): NumberReading<Unit>[] {
  const ways: readonly Unit[] = told === 'milliseconds' ? [...unitsAsked, told] : unitsAsked
  const readings = ways.map(read)
  if (readings.every(({ cell }) => cell === '')) return []
  const possible = told === null ? readings.filter(({ isPossible }) => isPossible) : []
  return (possible.length > 0 ? possible : readings).map(({ way, cell, misfits, seconds, total }) => ({
    way,
    cell,
    misfits,
    seconds,
    total,
  }))
}

function numbersAs<Way>(
  way: Way,
  { cells, numbers, cell }: { cells: Cells; numbers: readonly string[]; cell: string },
  secondsOf: (text: string) => number | null,
): NumberReading<Way> {
  let [total, misfits] = [0, 0]
  for (const number of numbers) {
    const length = secondsOf(number)
    const count = cells.get(number) ?? 0
    if (length === null) misfits += count
    else total += length * count
  }
  return { way, cell, misfits, seconds: secondsOf(cell), total }
}
