import { isCliff, type Fall } from '#shared/domain/income/steps.ts'
import type { Day } from '#shared/kernel/day.ts'
import { edgeOf, heightOf, type Column } from './columns.ts'
import type { Layout } from './layout.ts'
import { textWidth, wrapped } from './measure.ts'
import { highestUnder, LINE, overlap, placeOver, topWithRoom, type Box } from './placing.ts'

/** What is said of a cliff, and how wide it is. */
interface Said {
  readonly lines: readonly string[]
  /** The words run from the arrow to the right, or to the left. */
  readonly side: 'right' | 'left'
  readonly width: number
}

/** An arrow where a term ends, and the words beside it. */
export interface Cliff {
  readonly day: string
  readonly x: number
  readonly from: number
  readonly to: number
  /** Without one where the bars do not fall on that day: then a line to the base marks it. */
  readonly hasArrow: boolean
  /** What there may be room for, the fullest first. */
  readonly says: readonly Said[]
}

export interface PlacedCliff extends Cliff {
  readonly said: (Said & { readonly box: Box }) | null
}

interface CliffWords {
  readonly title: (fall: Fall) => string
  readonly causes: (fall: Fall) => readonly string[]
}

const GAP = 10
const WIDEST = 420
/** Words beside another cliff's. */
const NARROW = 200
const MOST_LINES = 4

/**
 * The falls that have an arrow. Each says the day, the amount and what ends, or as much as there is room for; all of it
 * opens with its month, and is said to those who do not see it.
 * @param seen the day on which a fall is seen in the bars, and then it falls as far as these do; where it is not given,
 *   its own
 */
export function cliffsOf(
  falls: readonly Fall[],
  columns: readonly Column[],
  layout: Layout,
  words: CliffWords,
  seen?: (fall: Fall) => Day,
): Cliff[] {
  return falls.filter(isCliff).flatMap((fall) => {
    const edge = edgeOf(columns, seen ? seen(fall) : fall.day)
    if (edge === null || edge < 1) return []
    const x = layout.left + edge * layout.column
    const levels = seen ? levelsAt(columns, edge) : { from: fall.from, to: fall.to, hasArrow: true }
    return [{ day: fall.day, x, ...levels, says: saysAt(x, layout, words.title(fall), words.causes(fall)) }]
  })
}

function levelsAt(columns: readonly Column[], edge: number): Pick<Cliff, 'from' | 'to' | 'hasArrow'> {
  const [from, to] = [columns[edge - 1], columns[edge]].map((column) =>
    column ? heightOf(column, 'guaranteed') + heightOf(column, 'guaranteedAhead') : 0,
  ) as [number, number]
  return from > to ? { from, to, hasArrow: true } : { from: 0, to: 0, hasArrow: false }
}

/** On the side with more room or on the other, in long lines or in short ones, at last the day and the amount alone. */
function saysAt(x: number, layout: Layout, title: string, causes: readonly string[]): Said[] {
  const [left, right] = [x - layout.left, layout.width - layout.right - x]
  const sides = right >= Math.min(220, left) ? (['right', 'left'] as const) : (['left', 'right'] as const)
  const said = (side: Said['side'], widest: number, isWhole: boolean): Said[] => {
    const most = Math.min(widest, (side === 'right' ? right : left) - GAP)
    const lines = isWhole ? wrapped(causes, most).slice(0, MOST_LINES) : []
    const width = Math.max(textWidth(title, true), ...lines.map((line) => textWidth(line)))
    return width <= most ? [{ lines: [title, ...lines], side, width }] : []
  }
  const widths = [WIDEST, NARROW]
  const says = [
    ...sides.flatMap((side) => widths.flatMap((width) => said(side, width, true))),
    ...sides.flatMap((side) => said(side, WIDEST, false)),
  ]
  // In a chart that is narrower than the words they run out of it rather than say nothing.
  return says.length > 0 ? says : [{ lines: [title], side: sides[0], width: textWidth(title, true) }]
}

const spanOf = (x: number, { side, width }: Said): Omit<Box, 'y' | 'height'> =>
  side === 'right' ? { x: x + GAP, width } : { x: x - GAP - width, width }

/** The top that the scale needs for the words of each to stand over the bars below them. */
export const topForCliffs = (cliffs: readonly Cliff[], columns: readonly Column[], layout: Layout): number =>
  Math.max(
    0,
    ...cliffs.map(({ x: at, says: [said] }) => {
      if (!said) return 0
      const { x, width } = spanOf(at, said)
      return topWithRoom(highestUnder(columns, layout, x, x + width), said.lines.length * LINE)
    }),
  )

interface Ground {
  readonly columns: readonly Column[]
  readonly layout: Layout
  readonly y: (value: number) => number
  readonly lines: readonly number[]
  readonly target: number | null
  /** Where words stand already: the target's name. */
  readonly taken: readonly Box[]
}

/** Finds each its place; one that finds none keeps its arrow and has no words. No words lie on others, nor on a line to others. */
export function placeCliffs(cliffs: readonly Cliff[], ground: Ground): PlacedCliff[] {
  const { columns, layout, y, lines, target } = ground
  const texts = [...ground.taken]
  const strokes: Box[] = []
  return cliffs.map((cliff) => {
    const others = cliffs.filter((other) => other !== cliff).map((other) => arrowOf(other, y))
    const taken = [...texts, ...strokes, ...others]
    for (const said of cliff.says) {
      const span = spanOf(cliff.x, said)
      const floor = y(highestUnder(columns, layout, span.x, span.x + span.width))
      const isClear = (box: Box): boolean => !texts.some((text) => overlap(text, leaderOf(cliff, box, y)))
      const size = { ...span, height: said.lines.length * LINE }
      const box = placeOver(size, floor, { lines, target, taken, near: y(cliff.from) - 24, isClear })
      if (!box) continue
      texts.push(padded(box))
      strokes.push(leaderOf(cliff, box, y))
      return { ...cliff, said: { ...said, box } }
    }
    return { ...cliff, said: null }
  })
}

/** What the arrow covers. */
const arrowOf = ({ x, from, to }: Cliff, y: Ground['y']): Box => ({
  x: x - 5,
  width: 10,
  y: y(from),
  height: y(to) - y(from),
})

/** What the line covers from the words to the arrow. */
function leaderOf({ x, from }: Cliff, box: Box, y: Ground['y']): Box {
  const [top, end] = [box.y + LEAD, y(from)]
  return { x: x - 2, width: 4, y: Math.min(top, end), height: Math.abs(end - top) }
}

/** How far below the words' top the line to the arrow begins. */
export const LEAD = 7.5

/** All that a placed cliff covers, so that other words keep off it. */
export const coveredBy = (cliff: PlacedCliff, y: Ground['y']): Box[] => [
  arrowOf(cliff, y),
  ...(cliff.said ? [padded(cliff.said.box), leaderOf(cliff, cliff.said.box, y)] : []),
]

const padded = ({ x, y, width, height }: Box): Box => ({ x: x - 6, y: y - 4, width: width + 12, height: height + 8 })
