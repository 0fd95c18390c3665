import { useMemo } from 'react'
import { Line, LineChart, ReferenceLine, YAxis } from 'recharts'
import type { RateOfMonth } from '#shared/domain/effective-rate.ts'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import css from './rate-line.module.css'

interface RateLineProps {
  readonly months: readonly RateOfMonth[]
  /** What an hour costs by the list. */
  readonly list: number
  readonly currency: string
}

const [WIDTH, HEIGHT] = [148, 30]

/** The course of a rate over its months, the list rate as a dotted line; a month without work is a gap. */
export function RateLine({ months, list, currency }: RateLineProps) {
  const { t, format } = useWords()
  const data = useMemo(() => months.map(({ rate }) => ({ rate: rate as number | null })), [months])
  const known = data.flatMap(({ rate }) => rate ?? [])
  const [low, high] = [Math.min(list, ...known), Math.max(list, ...known)]
  const label = t('income.rates.courseSummary', {
    low: format.money(Math.min(...known), currency),
    high: format.money(Math.max(...known), currency),
    list: format.money(list, currency),
  })
  return (
    <div role="img" aria-label={label} className={cx(css.frame)}>
      <LineChart
        width={WIDTH}
        height={HEIGHT}
        data={data}
        margin={{ top: 4, right: 4, bottom: 4, left: 4 }}
        className={cx(css.chart)}
        accessibilityLayer={false}
      >
        <YAxis hide domain={[low * 0.9, high]} />
        <ReferenceLine y={list} className={cx(css.list)} />
        <Line
          dataKey="rate"
          className={cx(css.line)}
          dot={known.length === 1}
          isAnimationActive={false}
          connectNulls={false}
        />
      </LineChart>
    </div>
  )
}
