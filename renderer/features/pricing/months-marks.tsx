import { usePlotArea, useYAxisScale } from 'recharts'
import type { Offered } from '#shared/domain/offers.ts'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import css from './chart.module.css'

interface MonthsMarksProps {
  readonly offered: readonly Offered[]
  readonly lines: readonly number[]
  readonly names: readonly string[]
  readonly currency: string
}

const LINE = 15
const looks = [css.hourlyName, css.offName, css.extraName] as const

/** Under the bars: the lines of the grid with their figures, and the months. */
export function MonthsGrid({ offered, lines, currency }: Omit<MonthsMarksProps, 'names'>) {
  const { format } = useWords()
  const drawn = useDrawn(offered)
  if (!drawn) return null
  const { at, months, column, plot } = drawn
  return (
    <g aria-hidden>
      {[0, ...lines].map((value) => (
        <g key={value}>
          <path className={cx(css.grid)} d={`M${plot.x} ${at(value)}H${plot.x + plot.width}`} />
          <text className={cx(css.axis)} x={plot.x - 8} y={at(value) + 4} textAnchor="end">
            {format.amount(value, currency, 'never')}
          </text>
        </g>
      ))}
      {months.map(({ month }, index) => (
        <text
          key={month}
          className={cx(css.axis)}
          x={plot.x + column * (index + 0.5)}
          y={plot.y + plot.height + 18}
          textAnchor="middle"
        >
          {column < 26 && index % 2 === 1 ? '' : format.month(month, 'short')}
        </text>
      ))}
    </g>
  )
}

/** Over the bars: the two retainers as steps, and every offer's name at its end. */
export function MonthsMarks({ offered, names }: Pick<MonthsMarksProps, 'offered' | 'names'>) {
  const drawn = useDrawn(offered)
  if (!drawn) return null
  const { at, column, plot } = drawn
  const steps = (one: Offered): string =>
    one.months
      .map(({ paid }, index) => `${index === 0 ? `M${plot.x} ` : 'V'}${at(paid)}H${plot.x + column * (index + 1)}`)
      .join('')
  const [, off, extra] = offered
  return (
    <g aria-hidden>
      {off ? <path className={cx(css.offSteps)} d={steps(off)} /> : null}
      {extra ? <path className={cx(css.extraSteps)} d={steps(extra)} /> : null}
      {placed(offered, at).map(({ index, y: line }) => (
        <text key={index} className={cx(css.name, looks[index])} x={plot.x + plot.width + 10} y={line + 4}>
          {names[index]}
        </text>
      ))}
    </g>
  )
}

/** Null before recharts has its scales. */
function useDrawn(offered: readonly Offered[]) {
  const y = useYAxisScale()
  const plot = usePlotArea()
  if (!y || !plot) return null
  const months = offered[0]?.months ?? []
  const at = (value: number): number => y(value) ?? plot.y
  return { at, plot, months, column: plot.width / Math.max(1, months.length) }
}

/** Each name at the height of its last month, pushed down where two would touch. */
function placed(offered: readonly Offered[], at: (value: number) => number) {
  const ends = offered
    .map(({ months }, index) => ({ index, y: at(months.at(-1)?.paid ?? 0) }))
    .toSorted((a, b) => a.y - b.y)
  let above = -Infinity
  return ends.map(({ index, y }) => {
    above = Math.max(y, above + LINE)
    return { index, y: above }
  })
}
