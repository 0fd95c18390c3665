import { useMemo } from 'react'
import { Area, ComposedChart, Line, XAxis, YAxis, ZIndexLayer } from 'recharts'
import { scaleRounded } from '#shared/kernel/rounding.ts'
import { inSeconds } from '#shared/kernel/units.ts'
import { TermHelp } from '../../parts/term-help.tsx'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import { BreakEvenMarks } from './break-even-marks.tsx'
import type { Sheet } from './sheet.ts'
import css from './chart.module.css'

const WIDTH = 332
const HEIGHT = 190
const POINTS = 48
/** recharts draws its lines at 400. */
const OVER_LINES = 600
const margin = { top: 24, right: 16, bottom: 36, left: 56 }

/** What an hour earns as extra time is added, down to where the discount would earn as much. */
export function BreakEven({ sheet }: { sheet: Sheet }) {
  const { t, format } = useWords()
  const { result, currency, listRate, extra, discountBasisPoints } = sheet
  const { points, end, low } = useMemo(() => curveOf(sheet), [sheet])
  const even = result.breakEvenSeconds
  const amount = (value: number): string => format.amount(value, currency)
  const words = {
    rate: amount(listRate),
    off: amount(result.discountedRate),
    discount: format.exactPercent(discountBasisPoints),
    even: format.exactDuration(even ?? 0),
    extra: format.duration(inSeconds(extra)),
    value: amount(result.valueAddRate ?? 0),
  }
  const title = even === null || even === 0 ? t('pricing.even.always') : t('pricing.even.title', { even: words.even })
  return (
    <section aria-label={title}>
      <h2 className={cx(css.title)}>
        {title} <TermHelp of="breakEven" />
      </h2>
      <p className={cx(css.hint)}>{t('pricing.even.hint')}</p>
      <div role="img" aria-label={t('pricing.even.summary', words)}>
        <ComposedChart
          className={cx(css.chart)}
          width={WIDTH}
          height={HEIGHT}
          data={points}
          margin={margin}
          accessibilityLayer={false}
        >
          <XAxis dataKey="extra" type="number" domain={[0, end]} hide />
          <YAxis domain={[low, listRate]} allowDataOverflow hide />
          <Area
            dataKey="better"
            type="linear"
            className={cx(css.better)}
            stroke="none"
            isAnimationActive={false}
            activeDot={false}
          />
          <Line
            dataKey="rate"
            type="linear"
            className={cx(css.extra)}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
          <ZIndexLayer zIndex={OVER_LINES}>
            <BreakEvenMarks sheet={sheet} words={words} />
          </ZIndexLayer>
        </ComposedChart>
      </div>
    </section>
  )
}

interface Point {
  /** Seconds of extra time. */
  readonly extra: number
  readonly rate: number
  /** From the discounted rate up to this one, while it is above. */
  readonly better: readonly [number, number] | null
}

/** The curve with some air after the break-even and after what is typed. */
function curveOf({ result, hours, listRate, extra }: Sheet): { points: Point[]; end: number; low: number } {
  const even = result.breakEvenSeconds ?? 0
  const end = Math.max(600, Math.ceil(Math.max(even * 1.28, extra * 60 * 1.28)))
  const steps = Array.from({ length: POINTS + 1 }, (_, index) => Math.round((end * index) / POINTS))
  const stops = even > 0 && even < end ? [...steps, even].toSorted((a, b) => a - b) : steps
  const points = stops.map((seconds) => {
    const rate = scaleRounded(hours * 60, listRate, hours * 60 + seconds)
    return {
      extra: seconds,
      rate,
      better: seconds <= even ? ([result.discountedRate, Math.max(rate, result.discountedRate)] as const) : null,
    }
  })
  const least = Math.min(points.at(-1)?.rate ?? listRate, result.discountedRate)
  return { points, end, low: Math.max(0, least - Math.round((listRate - least) * 0.15)) }
}
