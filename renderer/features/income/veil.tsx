import { cx } from '../../ui/cx.ts'
import type { Layout } from './layout.ts'
import { useLit } from './lit.ts'
import { HEIGHT } from './placing.ts'
import css from './chart.module.css'

/**
 * Puts all months but one at 40 %: two sheets of the page's own colour over the bars, at 60 %. It is all that is drawn
 * when one looks around.
 */
export function Veil({ layout }: { layout: Layout }) {
  const lit = useLit()
  if (lit === null) return null
  const { left, column, width, right } = layout
  const [from, to] = [left + lit * column, left + (lit + 1) * column]
  return (
    <g className={cx(css.veil)}>
      <rect x={left} y={0} width={from - left} height={HEIGHT - 1} />
      <rect x={to} y={0} width={width - right - to} height={HEIGHT - 1} />
    </g>
  )
}
