import { useMemo } from 'react'
import { Bar, BarChart, usePlotArea, XAxis, YAxis, ZIndexLayer, type BarShapeProps } from 'recharts'
import { cx } from '../../ui/cx.ts'
import { usePixels } from './pixels.ts'
import { Hatch, HATCHED } from './segment.tsx'
import css from './stack-chart.module.css'

export interface StackLayer {
  readonly id: string
  /** A class of this chart's stylesheet. */
  readonly look: 'guaranteed' | 'ahead' | 'expected' | 'variable' | 'variableAhead' | 'hourly' | 'hourlyAhead' | 'over'
}

interface StackChartProps {
  /** By layer, from the base up. */
  readonly columns: readonly { readonly id: string; readonly values: readonly number[] }[]
  readonly layers: readonly StackLayer[]
  /** At most so much: a line over each column, named at its end. */
  readonly limit?: { readonly values: readonly number[]; readonly name: string } | undefined
  readonly lines: readonly number[]
  readonly top: number
  readonly figure: (value: number) => string
  readonly width: number
  /** Where the first column begins, and the table's. */
  readonly left: number
  /** The chart in a sentence. */
  readonly summary: string
}

export const STACK_HEIGHT = 200
const TOP = 24
const WIDEST = 44
/** Above what recharts draws its bars at. */
const OVER_BARS = 350

/** Stacked bars over a table's columns, one gap of surface between the parts. */
export function StackChart(props: StackChartProps) {
  const { columns, layers, limit, lines, top, figure, width, left, summary } = props
  const data = useMemo(
    () => columns.map(({ id, values }) => ({ id, ...Object.fromEntries(values.entries()) })),
    [columns],
  )
  const column = (width - left) / Math.max(1, columns.length)
  return (
    <div role="img" aria-label={summary} className={cx(css.frame)}>
      <BarChart
        className={cx(css.chart)}
        width={width}
        height={STACK_HEIGHT}
        data={data}
        margin={{ top: TOP, right: 0, bottom: 0, left }}
        barCategoryGap={0}
        accessibilityLayer={false}
      >
        <XAxis dataKey="id" hide />
        <YAxis hide domain={[0, top]} allowDataOverflow />
        <Hatch />
        <Lines lines={lines} figure={figure} />
        {layers.map(({ id, look }, index) => (
          <Bar
            key={id}
            dataKey={String(index)}
            stackId="all"
            barSize={Math.min(WIDEST, Math.round(column * 0.64))}
            isAnimationActive={false}
            shape={shapes[look]}
          />
        ))}
        <ZIndexLayer zIndex={OVER_BARS}>{limit ? <Limit {...limit} column={column} /> : null}</ZIndexLayer>
      </BarChart>
    </div>
  )
}

function Lines({ lines, figure }: Pick<StackChartProps, 'lines' | 'figure'>) {
  const y = usePixels()
  const plot = usePlotArea()
  if (!y || !plot) return null
  const end = plot.x + plot.width
  return (
    <g aria-hidden>
      {lines.map((value) => (
        <g key={value}>
          <path className={cx(css.grid)} d={`M${plot.x} ${y(value) - 0.5}H${end}`} />
          <text className={cx(css.axis)} x={plot.x - 8} y={y(value) + 4} textAnchor="end">
            {figure(value)}
          </text>
        </g>
      ))}
      <path className={cx(css.base)} d={`M${plot.x} ${STACK_HEIGHT - 0.5}H${end}`} />
    </g>
  )
}

/** A stair over the columns: it changes from one to the next. */
function Limit({ values, name, column }: NonNullable<StackChartProps['limit']> & { column: number }) {
  const y = usePixels()
  const plot = usePlotArea()
  const last = values.at(-1)
  if (!y || !plot || last === undefined) return null
  const stair = values.map(
    (value, index) => `${index === 0 ? 'M' : 'H'}${plot.x + column * index} ${index === 0 ? y(value) : ''}V${y(value)}`,
  )
  return (
    <g aria-hidden>
      <path className={cx(css.limit)} d={`${stair.join('')}H${plot.x + plot.width}`} />
      <text className={cx(css.limitName)} x={plot.x + plot.width} y={y(last) - 6} textAnchor="end">
        {name}
      </text>
    </g>
  )
}

const gap = 1.5

/** A part of a bar, on whole pixels; one too thin to be seen has a pixel all the same. */
function Part({ x, y, width, height, look }: BarShapeProps & { look: StackLayer['look'] }) {
  if (!height || height <= 0) return <g />
  const isOutlined = look === 'expected' || look.toLowerCase().endsWith('ahead')
  const inset = isOutlined ? 0.5 : 0
  const tall = Math.max(1, Math.round(height) - gap)
  return (
    <rect
      className={cx(css[look])}
      fill={look === 'expected' ? HATCHED : undefined}
      x={Math.round(x) + inset}
      y={Math.round(y) + inset}
      width={width - 2 * inset}
      height={Math.max(1, tall - 2 * inset)}
      rx={Math.min(1.5, tall / 2)}
    />
  )
}

/** Always the same functions, so that recharts need not draw anew. */
const shapes: Readonly<Record<StackLayer['look'], (props: BarShapeProps) => React.ReactElement>> = {
  guaranteed: (props) => <Part {...props} look="guaranteed" />,
  ahead: (props) => <Part {...props} look="ahead" />,
  expected: (props) => <Part {...props} look="expected" />,
  variable: (props) => <Part {...props} look="variable" />,
  variableAhead: (props) => <Part {...props} look="variableAhead" />,
  hourly: (props) => <Part {...props} look="hourly" />,
  hourlyAhead: (props) => <Part {...props} look="hourlyAhead" />,
  over: (props) => <Part {...props} look="over" />,
}
