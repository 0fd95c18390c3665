import { useRef, type MouseEvent, type ReactNode } from 'react'

interface ChartOverTableProps {
  /** Pixels: where the first column begins, and the whole; so many columns share the rest. */
  readonly left: number
  readonly width: number
  readonly count: number
  readonly children: ReactNode
}

/** A chart whose columns stand over its table's: a press on one opens what its head in the table does. */
export function ChartOverTable({ left, width, count, children }: ChartOverTableProps) {
  const area = useRef<HTMLDivElement>(null)
  const onClick = ({ target, clientX }: MouseEvent): void => {
    const chart = target instanceof Element ? target.closest('[role="img"]') : null
    // What a head opens is elsewhere on the page; its presses arrive here all the same.
    if (!chart || !area.current?.contains(chart)) return
    const x = clientX - area.current.getBoundingClientRect().left - left
    const index = Math.floor(x / ((width - left) / count))
    const head = area.current.querySelectorAll('thead th')[index]?.querySelector('button')
    // So that the focus has where to return to.
    head?.focus()
    head?.click()
  }
  return (
    <div ref={area} role="presentation" onClick={onClick}>
      {children}
    </div>
  )
}
