import { MONTHS_AHEAD, MONTHS_BACK } from './income-view.ts'

/** Where a chart's columns and its table's stand: the same for both, on whole pixels. */
export interface Layout {
  readonly width: number
  /** Row labels stand beside their figures, or, where the columns need that room, above them. */
  readonly labels: 'beside' | 'above'
  /** Left of the first column, and right of the last. */
  readonly left: number
  readonly right: number
  readonly column: number
  readonly bar: number
}

/** The layout of months round today. */
export interface MonthsLayout extends Layout {
  /** How many months before today's are shown. */
  readonly back: number
}

/** Between the figures of two columns at the least: nearer, they read as one. */
const FIGURE_GAP = 9
const LABELS = 84
/** Beside the widest figure of the axis, in the margin at the right. */
const AXIS_GAP = 3
const WIDEST_BAR = 44

/** So many columns, with at least so much room for the rows' names; a chart's axis has the margin at the right. */
export function layoutOf(width: number, count: number, names: number, widestOfAxis = 0): Layout {
  const right = widestOfAxis === 0 ? 0 : Math.ceil(widestOfAxis) + AXIS_GAP
  const column = Math.max(8, Math.floor((width - names - right) / Math.max(1, count)))
  return {
    width,
    labels: names === 0 ? 'above' : 'beside',
    // What is left over by whole pixels goes to the names, so that the right edge is the page's.
    left: width - right - column * Math.max(1, count),
    right,
    column,
    bar: barWidth(column),
  }
}

/** How many columns with figures of a width there is room for. */
export const fittingColumns = (width: number, names: number, widest: number): number =>
  Math.max(1, Math.floor((width - names - Math.ceil(widest) - AXIS_GAP) / (Math.ceil(widest) + FIGURE_GAP)))

/**
 * The year behind and the year ahead. Where they do not fit beside the row labels, these give way and stand above
 * their figures; where they do not fit even then, the year ahead stays whole and fewer months back are shown.
 * @param widest how wide the widest figure of the table is.
 * @param names how wide the widest of the rows' names may be
 */
export function layoutFor(width: number, widest: number, names = LABELS): MonthsLayout {
  const fitting = (left: number): number => fittingColumns(width, left, widest) - MONTHS_AHEAD
  const room = fitting(names) >= MONTHS_BACK ? names : 0
  const back = Math.max(1, Math.min(MONTHS_BACK, fitting(room)))
  return { ...layoutOf(width, back + MONTHS_AHEAD, room, widest), back }
}

/** Two thirds of the column, and odd or even with it: its edges fall on whole pixels. */
function barWidth(column: number): number {
  const wide = Math.min(WIDEST_BAR, Math.round(column * 0.64))
  return Math.max(4, wide - ((column - wide) % 2))
}
