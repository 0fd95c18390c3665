import { useMemo } from 'react'
import { Bar, BarChart, XAxis, YAxis, ZIndexLayer } from 'recharts'
import type { Offered } from '#shared/domain/offers.ts'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import { gridLines } from '../../parts/grid-lines.ts'
import { MonthsGrid, MonthsMarks } from './months-marks.tsx'
import { useOfferNames } from './offer-names.ts'
import type { Sheet } from './sheet.ts'
import css from './chart.module.css'

const HEIGHT = 204
const LEFT = 48
/** The lines are named at their ends. */
const RIGHT = 96
const OVER_BARS = 450

/** Paid by the hour as bars, the two retainers as steps over them: the one jumps, the others hold. */
export function MonthsChart({ offered, width, sheet }: { offered: readonly Offered[]; width: number; sheet: Sheet }) {
  const { t, format } = useWords()
  const names = useOfferNames(sheet)
  const data = useMemo(
    () => (offered[0]?.months ?? []).map(({ month, paid }) => ({ month, paid: paid as number })),
    [offered],
  )
  const highest = Math.max(1, ...offered.map(({ paid }) => paid.most))
  const lines = gridLines(highest)
  const summary = t('pricing.months.summary', {
    offers: format.list(
      offered.map(({ paid }, index) =>
        t('pricing.months.of', {
          offer: names[index] ?? '',
          least: format.money(paid.least, sheet.currency, 'never'),
          most: format.money(paid.most, sheet.currency, 'never'),
        }),
      ),
    ),
  })
  return (
    <div role="img" aria-label={summary}>
      <BarChart
        className={cx(css.chart)}
        width={width}
        height={HEIGHT}
        data={data}
        margin={{ top: 12, right: RIGHT, bottom: 26, left: LEFT }}
        barCategoryGap={0}
        accessibilityLayer={false}
      >
        <XAxis dataKey="month" hide />
        <YAxis hide domain={[0, highest]} allowDataOverflow />
        <MonthsGrid offered={offered} lines={lines} currency={sheet.currency} />
        <Bar
          dataKey="paid"
          className={cx(css.bars)}
          barSize={Math.max(6, Math.round(((width - LEFT - RIGHT) / Math.max(1, data.length)) * 0.56))}
          radius={[2, 2, 0, 0]}
          isAnimationActive={false}
        />
        <ZIndexLayer zIndex={OVER_BARS}>
          <MonthsMarks offered={offered} names={names} />
        </ZIndexLayer>
      </BarChart>
    </div>
  )
}
