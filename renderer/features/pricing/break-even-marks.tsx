import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'
import { inSeconds } from '#shared/kernel/units.ts'
import { cx } from '../../ui/cx.ts'
import type { Sheet } from './sheet.ts'
import css from './chart.module.css'

interface MarkWords {
  readonly rate: string
  readonly off: string
  readonly discount: string
  readonly even: string
  readonly extra: string
  readonly value: string
}

/** Two labels on the axis nearer than this touch. */
const LABEL_GAP = 84

/** The grid, the discounted rate, and the two points that matter, each with its drop to the axis. */
export function BreakEvenMarks({ sheet, words }: { sheet: Sheet; words: MarkWords }) {
  const x = useXAxisScale()
  const y = useYAxisScale()
  const plot = usePlotArea()
  if (!x || !y || !plot) return null
  const { result, listRate, extra } = sheet
  const [left, right, base] = [plot.x, plot.x + plot.width, plot.y + plot.height]
  const top = y(listRate) ?? plot.y
  const off = y(result.discountedRate) ?? base
  const even =
    result.breakEvenSeconds !== null && result.breakEvenSeconds > 0 ? (x(result.breakEvenSeconds) ?? null) : null
  const chosen = { x: x(inSeconds(extra)) ?? left, y: y(result.valueAddRate ?? listRate) ?? top }
  const isNear = even !== null && Math.abs(even - chosen.x) < LABEL_GAP
  return (
    <g aria-hidden>
      <path className={cx(css.grid)} d={`M${left} ${top}H${right}`} />
      <text className={cx(css.axis)} x={left - 8} y={top + 4} textAnchor="end">
        {words.rate}
      </text>
      {off - top < 12 ? null : (
        <>
          <path className={cx(css.off)} d={`M${left} ${off}H${right}`} />
          <text className={cx(css.axis)} x={left - 8} y={off + 4} textAnchor="end">
            {words.off}
          </text>
        </>
      )}
      {even === null ? null : (
        <>
          <path className={cx(css.drop)} d={`M${even} ${off + 5}V${base + 4}`} />
          <circle className={cx(css.dotEven)} cx={even} cy={off} r={4} />
          <text className={cx(css.axis)} x={Math.min(even, right - 36)} y={base + 18} textAnchor="middle">
            {words.even}
          </text>
          <text className={cx(css.offName)} x={right} y={off - 8} textAnchor="end">
            {words.discount}
          </text>
        </>
      )}
      {extra === 0 ? null : (
        <>
          <path className={cx(css.drop)} d={`M${chosen.x} ${chosen.y + 6}V${base + 4}`} />
          <circle className={cx(css.dotExtra)} cx={chosen.x} cy={chosen.y} r={5} />
          <text className={cx(css.value)} x={chosen.x + 10} y={chosen.y - 6}>
            {words.value}
          </text>
          <text className={cx(css.axis)} x={chosen.x} y={base + (isNear ? 32 : 18)} textAnchor="middle">
            {words.extra}
          </text>
        </>
      )}
      <text className={cx(css.axis)} x={left} y={base + 18} textAnchor="middle">
        0
      </text>
    </g>
  )
}
