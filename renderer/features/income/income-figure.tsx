import { useRef, type MouseEvent, type PointerEvent, type ReactNode } from 'react'
import type { Book } from '#shared/domain/book.ts'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import { Chart } from './chart.tsx'
import { FiguresTable } from './figures-table.tsx'
import { Foot } from './foot.tsx'
import type { IncomeView } from './income-view.ts'
import type { Layout } from './layout.ts'
import { LitContext, useLooking } from './lit.ts'
import { monthButton } from './months.tsx'
import { SaveMonths } from './save-months.tsx'
import { summaryOf } from './summary.ts'
import { Turning } from './turning.tsx'
import { useWindow } from './use-window.ts'
import { useChart } from './use-chart.ts'
import { useLayout } from './use-layout.ts'
import { useWidth } from '../../ui/use-width.ts'
import css from './income-figure.module.css'

interface IncomeFigureProps {
  /** What the view was worked out from: other months are too. */
  readonly book: Book
  readonly view: IncomeView
  /** Over the chart, at the left. */
  readonly over: ReactNode
}

/** The chart, its figures, and what is to be known of them. */
export function IncomeFigure({ book, view, over }: IncomeFigureProps) {
  const frame = useRef<HTMLElement>(null)
  const width = useWidth(frame)
  return (
    <figure ref={frame} className={cx(css.frame)}>
      {width === null ? null : <Measured book={book} view={view} over={over} width={width} />}
      <Foot view={view} />
    </figure>
  )
}

function Measured({ book, view, over, width }: IncomeFigureProps & { width: number }) {
  const { t, format } = useWords()
  const layout = useLayout(width, view, format)
  const shown = useWindow(book, view, layout.back)
  const { months } = shown
  const chart = useChart(view, shown, layout)
  const looking = useLooking()
  const area = useRef<HTMLDivElement>(null)
  const monthAt = (event: MouseEvent): number | null => {
    // What a month opens is elsewhere on the page; its pointer arrives here all the same.
    if (!area.current?.contains(event.target as Node)) return null
    return columnAt(event.clientX - area.current.getBoundingClientRect().left, layout, months.length)
  }
  const onClick = (event: MouseEvent): void => {
    const index = monthAt(event)
    // Figures may be copied: what ends a selection is no press.
    if (index === null || !area.current || document.getSelection()?.isCollapsed === false) return
    // So that the focus has where to return to.
    monthButton(area.current, index)?.focus()
    looking.open(index)
  }
  return (
    <>
      <Turning
        {...shown}
        from={months[0]?.month ?? view.now}
        to={months.at(-1)?.month ?? view.now}
        save={<SaveMonths currency={view.currency} months={months} />}
      >
        {over}
      </Turning>
      <div
        ref={area}
        role="presentation"
        onPointerMove={(event: PointerEvent) => looking.point(monthAt(event))}
        onPointerLeave={() => looking.point(null)}
        onClick={onClick}
      >
        <div role="img" aria-label={summaryOf(t, format, view, shown)} className={cx(css.chart)}>
          <LitContext value={looking.lit}>
            <Chart {...chart} />
          </LitContext>
        </div>
        <FiguresTable view={view} months={months} layout={layout} looking={looking} />
      </div>
    </>
  )
}

function columnAt(x: number, { left, column }: Layout, count: number): number | null {
  const index = Math.floor((x - left) / column)
  return index >= 0 && index < count ? index : null
}
