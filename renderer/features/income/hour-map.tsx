import { useMemo } from 'react'
import { cellOf, hourPattern, type HourPattern } from '#shared/domain/hour-pattern.ts'
import { hoursCell, type TableCell } from '#shared/formats/delimited.ts'
import { addDays, addToMonth, day, firstDayOf, type Day } from '#shared/kernel/day.ts'
import { SaveTable } from '../../parts/save-table.tsx'
import { useWeekStart } from '../../parts/use-week-start.ts'
import { cx } from '../../ui/cx.ts'
import { SectionHead } from '../../ui/page-head.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useWords } from '../../words.tsx'
import { useBook, useMonths, usePreferences } from '../../workspace.tsx'
import { MONTHS_BACK, type IncomeView } from './income-view.ts'
import css from './hour-map.module.css'

/** When the work is done: the last twelve months on the week's clock. Their entries come when this is looked at. */
export function HourMap({ view }: { view: IncomeView }) {
  const { t } = useWords()
  const from = addToMonth(view.now, 1 - MONTHS_BACK)
  // An entry lies with the month of its start in UTC.
  const isHere = useMonths(addToMonth(from, -1), view.now)
  return (
    <section className={cx(css.section)} aria-label={t('income.hours.title')}>
      {isHere ? (
        <Drawn from={firstDayOf(from)} to={addDays(view.today, 1)} />
      ) : (
        <Skeleton label={t('income.loading')} rows={4} />
      )}
    </section>
  )
}

/** A Monday: weekdays are written by the days of its week. */
const MONDAY = day('2024-01-01')

function Drawn({ from, to }: { from: Day; to: Day }) {
  const { t, format } = useWords()
  const book = useBook()
  const { timeZone } = usePreferences()
  const weekStart = useWeekStart()
  const pattern = useMemo(
    () => hourPattern(book.workspace.tables.entries.values(), from, to, timeZone),
    [book, from, to, timeZone],
  )
  const hours = Array.from({ length: pattern.to - pattern.from }, (_, index) => pattern.from + index)
  const weekdays = Array.from({ length: 7 }, (_, index) => ((weekStart - 1 + index) % 7) + 1)
  const dayName = (weekday: number): string => format.day(addDays(MONDAY, weekday - 1), 'weekdayName')
  if (pattern.worked === 0) return <p className={cx(css.none)}>{t('income.hours.none')}</p>
  const busiest = weekdays.toSorted((one, other) => worked(pattern, other) - worked(pattern, one))[0] ?? 1
  return (
    <>
      <SectionHead
        title={t('income.hours.title')}
        aside={<SaveTable name={t('income.hours.title')} rows={() => tableOf(pattern, hours, weekdays, dayName)} />}
      />
      <table className={cx(css.map)} aria-label={t('income.hours.table')}>
        <thead>
          <tr>
            <td />
            {hours.map((hour) => (
              <th key={hour} scope="col">
                {hour}
              </th>
            ))}
            <th scope="col">{t('income.hours.all')}</th>
          </tr>
        </thead>
        <tbody>
          {weekdays.map((weekday) => (
            <tr key={weekday}>
              <th scope="row">{dayName(weekday)}</th>
              {hours.map((hour) => (
                <HourCell key={hour} seconds={pattern.cells.get(cellOf(weekday, hour)) ?? 0} most={pattern.most} />
              ))}
              <td className={cx(css.all)}>{format.number(Math.round(worked(pattern, weekday) / 3600))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={cx(css.foot)}>
        {t('income.hours.foot', { hours: format.duration(pattern.worked), busiest: dayName(busiest) })}
      </p>
    </>
  )
}

/** Whole hours; the ground is the darker the more there are. */
function HourCell({ seconds, most }: { seconds: number; most: number }) {
  const { format } = useWords()
  const hours = Math.round(seconds / 3600)
  const step = seconds === 0 ? 0 : Math.max(1, Math.ceil((seconds / most) * STEPS))
  return (
    <td className={cx(css[`step${step}`])}>
      {hours === 0 ? <span className={cx(css.zero)}>–</span> : format.number(hours)}
    </td>
  )
}

const STEPS = 5

function worked({ cells }: HourPattern, weekday: number): number {
  let sum = 0
  for (let hour = 0; hour < 24; hour++) sum += cells.get(cellOf(weekday, hour)) ?? 0
  return sum
}

function tableOf(
  pattern: HourPattern,
  hours: readonly number[],
  weekdays: readonly number[],
  dayName: (weekday: number) => string,
): TableCell[][] {
  return [
    ['', ...hours],
    ...weekdays.map((weekday): TableCell[] => [
      dayName(weekday),
      ...hours.map((hour) => hoursCell(pattern.cells.get(cellOf(weekday, hour)) ?? 0)),
    ]),
  ]
}
