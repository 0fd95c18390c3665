import type { Day } from '../kernel/day.ts'
import type { Pieces } from '../kernel/pieces.ts'
import { partsOfDay, readDay, readLength } from './clocks.ts'
import { codingColumns } from './coded-column.ts'
import type { Columns, DateOrder, Decimal, Unit } from './columns.ts'
import type { Csv } from './csv.ts'
import { unitOf } from './guess.ts'
import { codedPlaces, placesOf } from './sheet.ts'

/** What the file would say if it were read one way. */
export interface Reading<Way> {
  readonly way: Way
  /** A cell of the file, for which the ways differ. */
  readonly cell: string
}
export interface DateReading extends Reading<DateOrder> {
  /** What the cell means then, and the first and last day of the file. */
  readonly day: Day
  readonly from: Day
  readonly to: Day
}
export interface NumberReading<Way> extends Reading<Way> {
  /** Seconds: of the cell, and of the whole column. */
  readonly seconds: number
  readonly total: number
}

/** What the cells of a file leave open; each has one reading where they leave nothing open, and none where it does not matter. */
export interface Manners {
  readonly dateOrder: readonly DateReading[]
  readonly decimal: readonly NumberReading<Decimal>[]
  readonly unit: readonly NumberReading<Unit>[]
}

const orders = ['dmy', 'mdy'] as const
const decimals = ['.', ','] as const
const unitsAsked = ['hours', 'minutes', 'seconds'] as const
/** Nobody works on one thing for longer without a stop. */
const LONGEST_S = 24 * 3600

/**
 * How the cells of a whole file can be read: 04/03/2026 is two days, unless another row has a 13 in one of the places, or
 * one of the ways would be work in the future. 1,500 is two numbers, unless another row has a sign that tells. A bare number
 * counts hours, minutes or seconds, unless its column's name tells, or it is known (`said`).
 */
export function* mannersOf(csv: Csv, columns: Columns, said: Unit | undefined, today: Day): Pieces<Manners> {
  const places = placesOf(columns)
  // All that is read later, too: in one go.
  yield* codingColumns(csv, codedPlaces(columns))
  const days = yield* cellsOf(csv, [places.get('day'), places.get('start'), places.get('endDay'), places.get('end')])
  const lengths = yield* cellsOf(csv, [places.get('duration')])
  const name = csv.header[places.get('duration') ?? -1] ?? ''
  const unit = said ?? unitOf(name)
  const decimal = yield* decimalsOf(lengths, unit ?? 'hours')
  return {
    dateOrder: yield* ordersOf(days, today),
    decimal,
    unit:
      unit === null
        ? unitsOf(lengths, decimal.length === 1 ? (decimal[0]?.way ?? '.') : '.')
        : [{ way: unit, cell: '', seconds: 0, total: 0 }],
  }
}

/** What stands in columns, once each. */
function* cellsOf(csv: Csv, places: readonly (number | undefined)[]): Pieces<ReadonlySet<string>> {
  const there = places.filter((place) => place !== undefined)
  const columns = yield* codingColumns(csv, there)
  const cells = new Set<string>()
  for (const place of there) for (const word of columns.get(place)?.words ?? []) cells.add(word)
  return cells
}

function* ordersOf(cells: ReadonlySet<string>, today: Day): Pieces<DateReading[]> {
  const open = new Map<string, readonly [number, number]>()
  const fits = { dmy: true, mdy: true }
  let seen = 0
  for (const cell of cells) {
    if (++seen % 2000 === 0) yield
    const [day = ''] = cell.split(/[T ,]/, 1)
    const parts = partsOfDay(day)
    if (!parts || parts[0] > 31) continue
    open.set(day, [parts[0], parts[1]])
    if (parts[0] > 12) fits.mdy = false
    if (parts[1] > 12) fits.dmy = false
  }
  if (open.size === 0) return []
  const differs = [...open].find(([, [first, second]]) => first !== second && first <= 12 && second <= 12)
  const [cell] = differs ?? [...open.keys()]
  // A file that fits neither way is read the way that most of the world writes; its odd rows say what is wrong with them.
  const ways = fits.dmy === fits.mdy ? orders : orders.filter((order) => fits[order])
  const readings = ways.map((way) => datesAs(way, open, cell ?? ''))
  const past = readings.filter(({ to }) => to <= today)
  const possible = past.length > 0 ? past : readings
  return differs === undefined || (!fits.dmy && !fits.mdy) ? possible.slice(0, 1) : possible
}

function datesAs(way: DateOrder, open: ReadonlyMap<string, unknown>, cell: string): DateReading {
  const days = [...open.keys()].flatMap((text) => readDay(text, way) ?? [])
  const none = '1970-01-01' as Day
  let [from, to] = [days[0] ?? none, days[0] ?? none]
  for (const day of days) {
    if (day < from) from = day
    if (day > to) to = day
  }
  return { way, cell, day: readDay(cell, way) ?? none, from, to }
}

function* decimalsOf(cells: ReadonlySet<string>, unit: Unit): Pieces<NumberReading<Decimal>[]> {
  const numbers = [...cells].filter((cell) => /^-?[\d.,]*\d[\d.,]*$/.test(cell))
  if (!numbers.some((cell) => /[.,]/.test(cell))) return []
  yield
  const sure = new Set(numbers.flatMap((cell) => decimalIn(cell) ?? []))
  const cell = numbers.find((number) => /[.,]/.test(number) && decimalIn(number) === null) ?? numbers[0] ?? ''
  const ways = sure.size === 1 ? decimals.filter((way) => sure.has(way)) : decimals
  const readings = ways.map((way) =>
    numbersAs(way, numbers, cell, (text) => readLength(text, { decimal: way, unit })?.seconds ?? 0),
  )
  return sure.size === 2 ? readings.slice(0, 1) : readings
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

function unitsOf(cells: ReadonlySet<string>, decimal: Decimal): NumberReading<Unit>[] {
  const numbers = [...cells].filter((cell) => /^\d[\d.,]*$/.test(cell))
  if (numbers.length === 0) return []
  const cell = numbers.toSorted((a, b) => b.length - a.length)[0] ?? ''
  const readings = unitsAsked.map((way) =>
    numbersAs(way, numbers, cell, (text) => readLength(text, { decimal, unit: way })?.seconds ?? 0),
  )
  // A number of hours that nobody works is none of hours.
  const possible = readings.filter(({ way }) =>
    numbers.every((text) => (readLength(text, { decimal, unit: way })?.seconds ?? 0) <= LONGEST_S),
  )
  return numbers.some((number) => /[.,]/.test(number))
    ? readings.slice(0, 1)
    : possible.length > 0
      ? possible
      : readings
}

function numbersAs<Way>(
  way: Way,
  numbers: readonly string[],
  cell: string,
  seconds: (text: string) => number,
): NumberReading<Way> {
  let total = 0
  for (const number of numbers) total += seconds(number)
  return { way, cell, seconds: seconds(cell), total }
}
