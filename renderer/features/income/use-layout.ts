import { useMemo } from 'react'
import { layoutFor, type MonthsLayout } from './layout.ts'
import { figureWidth } from './measure.ts'

/** The layout of months whose widest figure is one of these. */
export function useLayout(width: number, figures: readonly string[]): MonthsLayout {
  const widest = Math.max(...figures.map(figureWidth))
  return useMemo(() => layoutFor(width, widest), [width, widest])
}
