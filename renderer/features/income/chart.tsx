import { memo, useMemo } from 'react'
import { Bar, BarChart, XAxis, YAxis, ZIndexLayer } from 'recharts'
import { cx } from '../../ui/cx.ts'
import type { Cliff } from './cliffs.ts'
import { heightOf, looks, type Column, type Look } from './columns.ts'
import { Cliffs, ExpectedLabel, Grid, KindLabels, Limit, Parting, Target } from './marks.tsx'
import type { Layout } from './layout.ts'
import { HEIGHT, TOP } from './placing.ts'
import { Hatch, segmentOf } from './segment.tsx'
import { Veil } from './veil.tsx'
import css from './chart.module.css'

export interface ChartWords {
  /** What the parts are called, beside the first bar. */
  readonly kinds: Readonly<Partial<Record<Look, string>>>
  /** On both sides of the line between what was and what is ahead; without them there is no line. */
  readonly parting?: { readonly before: string; readonly ahead: string } | undefined
  readonly target: string
  /** A figure of the axis. */
  readonly figure: (value: number) => string
}

export interface ChartProps {
  readonly columns: readonly Column[]
  readonly layout: Layout
  /** The value at the chart's top, and the lines of its grid. */
  readonly top: number
  readonly lines: readonly number[]
  readonly target: number | null
  readonly cliffs: readonly Cliff[]
  /** At most so much: a stair over the columns, named at its end. */
  readonly limit?: { readonly values: readonly number[]; readonly name: string } | undefined
  readonly words: ChartWords
}

/** Above what is drawn by recharts at: bars 300, its lines 400. */
const OVER_BARS = 350
const OVER_ALL = 1200

/** What the bars are stacked of, from the base up. */
const stackOf = (columns: readonly Column[]): Look[] =>
  looks.filter((look) => columns.some((column) => heightOf(column, look) > 0))

/**
 * The bars, by recharts; grid, labels, target and cliffs are layers of our own on its scales. It takes no part in
 * pointing and keys (chart-figure.tsx has them, for chart and table at once), so that nothing here is drawn again
 * while someone looks around: only the veil is.
 */
export const Chart = memo(function Chart(props: ChartProps) {
  const { columns, layout, top } = props
  const data = useMemo(() => [...columns], [columns])
  const margin = useMemo(() => ({ top: TOP, right: layout.right, bottom: 0, left: layout.left }), [layout])
  const stack = useMemo(() => stackOf(columns), [columns])
  return (
    <BarChart
      // recharts stacks in the order in which parts came: with others it is another chart, else a new one would lie on top.
      key={stack.join(' ')}
      className={cx(css.chart)}
      width={layout.width}
      height={HEIGHT}
      data={data}
      margin={margin}
      barCategoryGap={0}
      accessibilityLayer={false}
    >
      <XAxis dataKey="month" hide />
      <YAxis hide domain={[0, top]} allowDataOverflow />
      <Hatch />
      <Grid {...props} />
      {stack.map((look) => (
        <Bar
          key={look}
          dataKey={look}
          stackId="all"
          barSize={layout.bar}
          isAnimationActive={false}
          shape={segmentOf(look)}
        />
      ))}
      <ZIndexLayer zIndex={OVER_BARS}>
        <Veil columns={columns} layout={layout} />
      </ZIndexLayer>
      <ZIndexLayer zIndex={OVER_ALL}>
        <Parting {...props} />
        <Target {...props} />
        <Limit {...props} />
        <KindLabels {...props} />
        <Cliffs {...props} />
        <ExpectedLabel {...props} />
      </ZIndexLayer>
    </BarChart>
  )
})
