import { useRef, type MouseEvent, type PointerEvent } from 'react'
import { cx } from '../../ui/cx.ts'
import { Chart, type ChartProps } from './chart.tsx'
import { FiguresGrid, headButton, type Grid } from './figures-grid.tsx'
import type { Layout } from './layout.ts'
import { LitContext, useLooking } from './lit.ts'
import css from './chart.module.css'

interface ChartFigureProps {
  readonly layout: Layout
  /** Over the figures, and in a sentence or two for those who do not see it. */
  readonly chart?: ChartProps & { readonly summary: string }
  readonly grid: Grid
}

/**
 * Figures, and the chart over them that shares their columns: where the pointer is, or the keys are, the others fade,
 * and a press on a bar or on a figure opens what is behind it.
 */
export function ChartFigure({ layout, chart, grid }: ChartFigureProps) {
  const looking = useLooking()
  const area = useRef<HTMLDivElement>(null)
  const columnOf = (event: MouseEvent): number | null => {
    // What a column opens is elsewhere on the page; its pointer arrives here all the same.
    if (!area.current?.contains(event.target as Node)) return null
    return columnAt(event.clientX - area.current.getBoundingClientRect().left, layout, grid.heads.length)
  }
  const onClick = (event: MouseEvent): void => {
    const index = columnOf(event)
    // Figures may be copied: what ends a selection is no press.
    if (index === null || document.getSelection()?.isCollapsed === false) return
    // So that the focus has where to return to.
    headButton(area.current, index)?.focus()
    looking.open(index)
  }
  return (
    <div
      ref={area}
      role="presentation"
      onPointerMove={(event: PointerEvent) => looking.point(columnOf(event))}
      onPointerLeave={() => looking.point(null)}
      onClick={onClick}
    >
      {chart ? (
        <div role="img" aria-label={chart.summary} className={cx(css.frame)}>
          <LitContext value={looking.lit}>
            <Chart {...chart} />
          </LitContext>
        </div>
      ) : null}
      <FiguresGrid {...grid} layout={layout} looking={looking} />
    </div>
  )
}

function columnAt(x: number, { left, column }: Layout, count: number): number | null {
  const index = Math.floor((x - left) / column)
  return index >= 0 && index < count ? index : null
}
