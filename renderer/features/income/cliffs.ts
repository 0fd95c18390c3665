import { isCliff, type Fall } from '#shared/domain/income/steps.ts'
import type { Day } from '#shared/kernel/day.ts'
import { edgeOf, type Column } from './columns.ts'
import type { Layout } from './layout.ts'
import { textWidth, wrapped } from './measure.ts'
import { highestUnder, LINE, placeOver, topWithRoom, type Box } from './placing.ts'

/** An arrow where a term ends, and the words beside it. */
export interface Cliff {
  readonly day: string
  readonly x: number
  readonly from: number
  readonly to: number
  readonly lines: readonly string[]
  /** The words run from the arrow to the right, or, near the right end, to the left. */
  readonly side: 'right' | 'left'
  /** How wide the words are. */
  readonly width: number
}

export interface PlacedCliff extends Cliff {
  readonly box: Box | null
}

interface CliffWords {
  readonly title: (fall: Fall) => string
  readonly causes: (fall: Fall) => readonly string[]
}

const GAP = 10
const WIDEST = 420
const MOST_LINES = 4

/**
 * The falls that have an arrow. The first says what ends; later ones say the day and the amount, and open for more.
 * @param seen the day on which a fall is seen in the bars; where it is not given, its own
 */
export function cliffsOf(
  falls: readonly Fall[],
  columns: readonly Column[],
  layout: Layout,
  words: CliffWords,
  seen = (fall: Fall): Day => fall.day,
): Cliff[] {
  return falls.filter(isCliff).flatMap((fall, index) => {
    const edge = edgeOf(columns, seen(fall))
    if (edge === null || edge < 1) return []
    const x = layout.left + edge * layout.column
    const [left, right] = [x - layout.left, layout.width - layout.right - x]
    const side = right >= Math.min(220, left) ? 'right' : 'left'
    const most = Math.min(WIDEST, (side === 'right' ? right : left) - GAP)
    const causes = index === 0 ? wrapped(words.causes(fall), most).slice(0, MOST_LINES) : []
    const title = words.title(fall)
    const width = Math.min(most, Math.max(textWidth(title, true), ...causes.map((line) => textWidth(line))))
    return [{ day: fall.day, x, from: fall.from, to: fall.to, lines: [title, ...causes], side, width }]
  })
}

const spanOf = ({ x, side, width }: Cliff): Omit<Box, 'y' | 'height'> =>
  side === 'right' ? { x: x + GAP, width } : { x: x - GAP - width, width }

/** The top that the scale needs for the first cliff's words to stand over the bars below them. */
export function topForCliffs(cliffs: readonly Cliff[], columns: readonly Column[], layout: Layout): number {
  const [first] = cliffs
  if (!first) return 0
  const { x, width } = spanOf(first)
  return topWithRoom(highestUnder(columns, layout, x, x + width), first.lines.length * LINE)
}

interface Ground {
  readonly columns: readonly Column[]
  readonly layout: Layout
  readonly y: (value: number) => number
  readonly lines: readonly number[]
  readonly target: number | null
  /** Where words stand already: the target's name. */
  readonly taken: readonly Box[]
}

/** Finds each its place; one that finds none keeps its arrow and has no words. */
export function placeCliffs(cliffs: readonly Cliff[], ground: Ground): PlacedCliff[] {
  const { columns, layout, y, lines, target } = ground
  const taken = [...ground.taken]
  return cliffs.map((cliff) => {
    const span = spanOf(cliff)
    const floor = y(highestUnder(columns, layout, span.x, span.x + span.width))
    const size = { ...span, height: cliff.lines.length * LINE }
    const box = placeOver(size, floor, { lines, target, taken, near: y(cliff.from) - 24 })
    if (box) taken.push(box)
    return { ...cliff, box }
  })
}
