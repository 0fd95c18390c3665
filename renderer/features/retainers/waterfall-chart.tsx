import { Bar, BarChart, usePlotArea, useYAxisScale, XAxis, YAxis, ZIndexLayer } from 'recharts'
import { cx } from '../../ui/cx.ts'
import type { StepKind, WaterfallStep } from './waterfall-steps.ts'
import css from './waterfall.module.css'

interface NamedStep extends WaterfallStep {
  readonly name: string
  readonly text: string
}

const HEIGHT = 200
const OVER_BARS = 450

const looks: Readonly<Record<StepKind, string | undefined>> = {
  opening: css.carried,
  included: css.left,
  topUp: css.left,
  over: css.over,
  usedCarried: css.carried,
  usedIncluded: css.used,
  usedTopUp: css.used,
  usedOver: css.over,
  expired: css.lost,
  dropped: css.lost,
  carried: css.left,
  left: css.left,
}

/** The bars are recharts' ranges; how they look, their names and the hairlines between them are drawn over its scales. */
export function WaterfallChart({ steps, width }: { steps: readonly NamedStep[]; width: number }) {
  const levels = steps.flatMap(({ from, to }) => [from, to])
  return (
    <BarChart
      className={cx(css.chart)}
      width={width}
      height={HEIGHT}
      data={steps.map(({ kind, from, to }) => ({ kind, level: [from, to] }))}
      margin={{ top: 22, right: 0, bottom: 40, left: 0 }}
      accessibilityLayer={false}
    >
      <XAxis dataKey="kind" hide />
      <YAxis hide domain={[Math.min(0, ...levels), Math.max(1, ...levels)]} />
      <Bar dataKey="level" className={cx(css.bare)} isAnimationActive={false} />
      <ZIndexLayer zIndex={OVER_BARS}>
        <Steps steps={steps} />
      </ZIndexLayer>
    </BarChart>
  )
}

const WIDEST = 72

function Steps({ steps }: { steps: readonly NamedStep[] }) {
  const y = useYAxisScale()
  const plot = usePlotArea()
  if (!y || !plot) return null
  const at = (value: number): number => y(value) ?? plot.y
  const column = plot.width / Math.max(1, steps.length)
  const bar = Math.min(WIDEST, Math.round(column * 0.56))
  const middle = (index: number): number => plot.x + column * (index + 0.5)
  return (
    <g aria-hidden>
      <path className={cx(css.zero)} d={`M${plot.x} ${at(0)}H${plot.x + plot.width}`} />
      {steps.map(({ kind, from, to, name, text }, index) => {
        const [top, bottom] = [Math.min(at(from), at(to)), Math.max(at(from), at(to))]
        const isLast = index === steps.length - 1
        return (
          <g key={kind}>
            <rect
              className={cx(css.bar, looks[kind])}
              x={middle(index) - bar / 2}
              y={top}
              width={bar}
              height={Math.max(1, bottom - top)}
              rx={2}
            />
            {isLast ? null : (
              <path
                className={cx(css.link)}
                d={`M${middle(index) + bar / 2} ${at(to)}H${middle(index + 1) - bar / 2}`}
              />
            )}
            <text className={cx(css.figure)} x={middle(index)} y={top - 6} textAnchor="middle">
              {text}
            </text>
            {linesOf(name).map((line, row) => (
              <text
                key={line}
                className={cx(css.name)}
                x={middle(index)}
                y={plot.y + plot.height + 18 + row * 14}
                textAnchor="middle"
              >
                {line}
              </text>
            ))}
          </g>
        )
      })}
    </g>
  )
}

/** A name of two parts stands on two lines: a column is narrow. */
const linesOf = (name: string): string[] => name.split(', ')
