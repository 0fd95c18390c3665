import { cx } from '../../ui/cx.ts'
import type { ChartProps } from './chart.tsx'
import { useLit } from './lit.ts'
import { usePixels } from './pixels.ts'
import { HEIGHT } from './placing.ts'
import css from './chart.module.css'

/**
 * Puts all months but one at 40 %: a sheet of the page's own colour over each of their bars, at 60 %. It is all that is
 * drawn when one looks around.
 */
export function Veil({ columns, layout }: Pick<ChartProps, 'columns' | 'layout'>) {
  const lit = useLit()
  const y = usePixels()
  if (lit === null || !y) return null
  const { left, column, bar } = layout
  const aside = (column - bar) / 2
  return (
    <g className={cx(css.veil)} aria-hidden>
      {columns.map(({ month, total }, index) =>
        index === lit || total <= 0 ? null : (
          <rect
            key={month}
            x={left + index * column + aside}
            y={y(total) - 1}
            width={bar}
            height={Math.max(0, HEIGHT - y(total))}
          />
        ),
      )}
    </g>
  )
}
