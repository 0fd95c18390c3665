import { useMemo } from 'react'
import type { Format } from '#shared/i18n/format.ts'
import { totalOf } from '#shared/domain/income/by-month.ts'
import type { IncomeView } from './income-view.ts'
import { layoutFor, type Layout } from './layout.ts'
import { figureWidth } from './measure.ts'

export function useLayout(width: number, { months, currency }: IncomeView, format: Format): Layout {
  const widest = useMemo(
    () => Math.max(...months.map((month) => figureWidth(format.amount(totalOf(month), currency, 'never')))),
    [months, currency, format],
  )
  return useMemo(() => layoutFor(width, widest), [width, widest])
}
