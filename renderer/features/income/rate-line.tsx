import type { RateOfMonth } from '#shared/domain/effective-rate.ts'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import css from './rate-line.module.css'

interface RateLineProps {
  readonly months: readonly RateOfMonth[]
  /** What an hour costs by the list. */
  readonly list: number
  readonly currency: string
  /** What the line's top stands for, as a multiple of the list: the same in all rows, so that they can be compared. */
  readonly top: number
}

const [WIDTH, HEIGHT, MARGIN] = [148, 30, 4]
/** A month in which an hour brought so many times the list makes all others flat: it runs out of the picture. */
const HIGHEST = 3

/** The top of the scale that courses have together: zero is its foot. What is higher is cut. */
export function topOfCourses(courses: readonly { readonly months: readonly RateOfMonth[]; readonly list: number }[]): {
  readonly top: number
  readonly isCut: boolean
} {
  const shares = courses.flatMap(({ months, list }) => (list === 0 ? [] : months.map(({ rate }) => (rate ?? 0) / list)))
  const most = Math.max(1, ...shares)
  return { top: Math.min(HIGHEST, most), isCut: most > HIGHEST }
}

/**
 * The course of a rate over its months from zero up, the list rate as a dotted line. A month without work is a gap; one
 * that stands alone between gaps is a dot.
 */
export function RateLine({ months, list, currency, top }: RateLineProps) {
  const { t, format } = useWords()
  const known = months.flatMap(({ rate }) => rate ?? [])
  const highest = list === 0 ? Math.max(1, ...known) : list * top
  const step = (WIDTH - 2 * MARGIN) / Math.max(1, months.length - 1)
  const y = (rate: number): number => HEIGHT - MARGIN - (Math.min(rate, highest) / highest) * (HEIGHT - 2 * MARGIN)
  const runs = runsOf(months).map((run) => run.map(({ at, rate }) => [MARGIN + at * step, y(rate)] as const))
  const label = t('income.rates.courseSummary', {
    low: format.money(Math.min(...known), currency),
    high: format.money(Math.max(...known), currency),
    list: format.money(list, currency),
  })
  return (
    <svg role="img" aria-label={label} width={WIDTH} height={HEIGHT} className={cx(css.course)}>
      {list === 0 ? null : <path className={cx(css.list)} d={`M${MARGIN} ${y(list)}H${WIDTH - MARGIN}`} />}
      {runs.map((run, index) =>
        run.length === 1 && run[0] ? (
          <circle key={index} className={cx(css.dot)} cx={run[0][0]} cy={run[0][1]} r={2} />
        ) : (
          <path key={index} className={cx(css.line)} d={`M${run.map((point) => point.join(' ')).join('L')}`} />
        ),
      )}
    </svg>
  )
}

/** Months in a row that have a rate. */
function runsOf(months: readonly RateOfMonth[]): { at: number; rate: number }[][] {
  const runs: { at: number; rate: number }[][] = []
  for (const [at, { rate }] of months.entries()) {
    if (rate === null) continue
    if (at > 0 && months[at - 1]?.rate !== null) runs.at(-1)?.push({ at, rate })
    else runs.push([{ at, rate }])
  }
  return runs
}
