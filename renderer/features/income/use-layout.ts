import { useLayoutEffect, useMemo, useState, type RefObject } from 'react'
import type { Format } from '#shared/i18n/format.ts'
import { totalOf } from '#shared/domain/income/by-month.ts'
import type { IncomeView } from './income-view.ts'
import { layoutFor, type Layout } from './layout.ts'
import { figureWidth } from './measure.ts'

/** The place's width in whole pixels; null before it was measured, which is before anything is painted. */
export function useWidth(of: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null)
  useLayoutEffect(() => {
    const element = of.current
    if (!element) return
    const measure = (): void => setWidth(Math.floor(element.getBoundingClientRect().width))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [of])
  return width
}

export function useLayout(width: number, { months, currency }: IncomeView, format: Format): Layout {
  const widest = useMemo(
    () => Math.max(...months.map((month) => figureWidth(format.amount(totalOf(month), currency, 'never')))),
    [months, currency, format],
  )
  return useMemo(() => layoutFor(width, widest), [width, widest])
}
