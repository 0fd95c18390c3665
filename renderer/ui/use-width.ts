import { useLayoutEffect, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'

/** How wide the sheet is on paper, in pixels: app.module.css has it too. */
const PAPER = 1230

/** How wide an element of the sheet is there: as much wider than here as the sheet is. */
function widthOnPaper(element: HTMLElement, here: number): number {
  const sheet = element.closest('main')
  if (!sheet) return here
  const { paddingLeft, paddingRight } = getComputedStyle(sheet)
  return here + PAPER - (sheet.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight))
}

/**
 * An element's width in whole pixels; null before it was measured, which is before anything is painted. While the page is
 * printed it is the width on paper: nothing is measured then, so that what is drawn by a width is told it before.
 */
export function useWidth(of: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null)
  useLayoutEffect(() => {
    const element = of.current
    if (!element) return
    const measure = (): void => setWidth(Math.floor(element.getBoundingClientRect().width))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    const toPaper = (): void => {
      const here = element.getBoundingClientRect().width
      flushSync(() => setWidth(Math.floor(widthOnPaper(element, here))))
    }
    window.addEventListener('beforeprint', toPaper)
    window.addEventListener('afterprint', measure)
    return () => {
      observer.disconnect()
      window.removeEventListener('beforeprint', toPaper)
      window.removeEventListener('afterprint', measure)
    }
  }, [of])
  return width
}
