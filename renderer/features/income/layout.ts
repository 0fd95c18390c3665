import { MONTHS_AHEAD, MONTHS_BACK } from './income-view.ts'

/** Where the chart's columns and its table's stand: the same for both, on whole pixels. */
export interface Layout {
  readonly width: number
  /** Row labels stand beside their figures, or, where the columns need that room, above them. */
  readonly labels: 'beside' | 'above'
  /** Left of the first column, and right of the last. */
  readonly left: number
  readonly right: number
  readonly column: number
  readonly bar: number
  /** How many months before today's are shown. */
  readonly back: number
}

/** Between the figures of two columns at the least: nearer, they read as one. */
const FIGURE_GAP = 9
const LABELS = 84
/** Beside the widest figure of the axis, in the margin at the right. */
const AXIS_GAP = 3
const WIDEST_BAR = 44

/**
 * The year behind and the year ahead. Where they do not fit beside the row labels, these give way and stand above
 * their figures; where they do not fit even then, the year ahead stays whole and fewer months back are shown.
 * @param widest how wide the widest figure of the table is.
 */
export function layoutFor(width: number, widest: number): Layout {
  const least = Math.ceil(widest) + FIGURE_GAP
  const right = Math.ceil(widest) + AXIS_GAP
  const fitting = (left: number): number => Math.floor((width - left - right) / least) - MONTHS_AHEAD
  const isBeside = fitting(LABELS) >= MONTHS_BACK
  const room = isBeside ? LABELS : 0
  const back = Math.max(1, Math.min(MONTHS_BACK, fitting(room)))
  const columns = back + MONTHS_AHEAD
  const column = Math.max(8, Math.floor((width - room - right) / columns))
  return {
    width,
    labels: isBeside ? 'beside' : 'above',
    // What is left over by whole pixels goes to the labels, so that the right edge is the page's.
    left: width - right - column * columns,
    right,
    column,
    bar: barWidth(column),
    back,
  }
}

/** Two thirds of the column, and odd or even with it: its edges fall on whole pixels. */
function barWidth(column: number): number {
  const wide = Math.min(WIDEST_BAR, Math.round(column * 0.64))
  return Math.max(4, wide - ((column - wide) % 2))
}
