import { heightOf, looks, type Column, type Look } from './columns.ts'
import type { Layout } from './layout.ts'

/** The chart's height above its base line, and the strip at its top that no bar enters. */
export const HEIGHT = 262
export const TOP = 30
/** Words in the chart: 12 px on a line of 16. */
export const LINE = 16
const MARGIN = 8
/** Below the words "earned" and "ahead". */
const CEILING = 18

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** The highest value of the columns that a stretch of the page crosses. */
export function highestUnder(columns: readonly Column[], layout: Layout, from: number, to: number): number {
  const [first, last] = [from, to].map((x) => Math.floor((x - layout.left) / layout.column))
  return Math.max(0, ...columns.slice(Math.max(0, first ?? 0), (last ?? 0) + 1).map(({ total }) => total))
}

/**
 * A place for words over some columns: above their bars, off the target line and off what is placed already, rather
 * between grid lines than on one, and near to `near`. null where there is none.
 */
export function placeOver(
  size: Omit<Box, 'y'>,
  floor: number,
  {
    lines,
    target,
    taken,
    near,
    isClear = () => true,
  }: {
    lines: readonly number[]
    target: number | null
    taken: readonly Box[]
    near: number
    /** Whether what belongs to the words, a line to their mark, has its place too. */
    isClear?: (box: Box) => boolean
  },
): Box | null {
  let best: { box: Box; cost: number } | null = null
  for (let y = CEILING; y + size.height <= floor - MARGIN; y += 1) {
    const box = { ...size, y }
    const crosses = (line: number): boolean => line > y - 4 && line < y + size.height + 4
    if (taken.some((other) => overlap(other, box)) || (target !== null && crosses(target)) || !isClear(box)) continue
    const cost = lines.filter(crosses).length * 200 + Math.abs(y + size.height - near)
    if (best === null || cost < best.cost) best = { box, cost }
  }
  return best?.box ?? null
}

/** How high the scale must go so that words of a height find room over bars of a value. */
export const topWithRoom = (value: number, height: number): number =>
  value / (1 - (CEILING + height + MARGIN + 4 - TOP) / (HEIGHT - TOP))

/**
 * Where a limit's name stands, so many columns wide: over the steps that it passes and over their bars, as far to the
 * right as it touches its line; at the end, over what stands there, where no bar leaves it room.
 * @returns the column after the name, and the value that it stands over
 */
export function placeLimit(
  columns: readonly Column[],
  limit: readonly number[],
  wide: number,
): { readonly end: number; readonly over: number } {
  const at = (end: number, values: readonly number[]): number =>
    Math.max(0, ...values.slice(Math.max(0, end - wide), end))
  const totals = columns.map(({ total }) => total)
  for (let end = limit.length; end >= wide; end -= 1) {
    const over = at(end, limit)
    if (at(end, totals) <= over) return { end, over }
  }
  return { end: limit.length, over: Math.max(at(limit.length, limit), at(limit.length, totals)) }
}

export interface KindLabel {
  readonly look: Look
  readonly y: number
  /** Where its mark is: the middle of that part of the first bar. */
  readonly mark: number
}

/** Labels beside the parts of the first bar, 16 px apart at the least; of parts too thin to have one, none. */
export function placeKinds(first: Column, y: (value: number) => number): KindLabel[] {
  let sum = 0
  const marks = looks.flatMap((look) => {
    const [from, to] = [sum, (sum += heightOf(first, look))]
    return to > from ? [{ look, mark: (y(from) + y(to)) / 2 }] : []
  })
  const placed: KindLabel[] = []
  for (const { look, mark } of marks) {
    const below = placed.at(-1)?.y ?? Infinity
    placed.push({ look, mark: Math.round(mark), y: Math.min(Math.round(mark), below - LINE) })
  }
  return placed
}

interface Avoid {
  readonly lines: readonly number[]
  readonly target: number | null
  readonly taken: readonly Box[]
}

/** A label for the hatched run, and a line from it down into a bar: near the run's middle, clear of other words. */
export function placeExpected(
  columns: readonly Column[],
  layout: Layout,
  y: (value: number) => number,
  width: number,
  avoid: Avoid,
): { box: Box; x: number; to: number } | null {
  const hatched = columns.flatMap((column, index) => (heightOf(column, 'expected') > 0 ? [index] : []))
  // Where all of a bar's base is hatched, the line cannot be taken to mean the part below it.
  const whole = hatched.filter((index) => belowExpected(columns[index]) === 0)
  const run = whole.length > 0 ? whole : hatched
  const middle = (run.length - 1) / 2
  const byNearness = run.toSorted((a, b) => Math.abs(run.indexOf(a) - middle) - Math.abs(run.indexOf(b) - middle))
  for (const index of byNearness) {
    const column = columns[index]
    if (!column) continue
    const center = Math.round(layout.left + (index + 0.5) * layout.column)
    const end = layout.width - layout.right
    const x = Math.min(Math.max(center - width / 2, layout.left), end - width)
    const floor = y(highestUnder(columns, layout, x, x + width))
    const box = placeOver({ x, width, height: LINE }, floor, { ...avoid, near: floor - 10 })
    const to = y(belowExpected(column) + heightOf(column, 'expected') * 0.6)
    const isClear =
      box && !avoid.taken.some((other) => overlap(other, { x: center - 2, y: box.y, width: 4, height: to - box.y }))
    if (box && isClear) return { box, x: center, to }
  }
  return null
}

const belowExpected = (column: Column | undefined): number =>
  column ? heightOf(column, 'guaranteed') + heightOf(column, 'guaranteedAhead') : 0
