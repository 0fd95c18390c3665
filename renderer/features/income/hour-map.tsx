import { useMemo, type ReactNode } from 'react'
import { cellOf, hourPattern, type HourPattern } from '#shared/domain/hour-pattern.ts'
import { lastMonthWorked } from '#shared/domain/last-worked.ts'
import { hoursCell, type TableCell } from '#shared/formats/delimited.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { addDays, addToMonth, day, firstDayOf, type Month } from '#shared/kernel/day.ts'
import { SaveTable } from '../../parts/save-table.tsx'
import { useWeekStart } from '../../parts/use-week-start.ts'
import { cx } from '../../ui/cx.ts'
import { Figure } from '../../ui/figure.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useWords } from '../../words.tsx'
import { useBook, useMonths, usePreferences } from '../../workspace.tsx'
import { HourGrid, workedOnWeekday, type Week } from './hour-grid.tsx'
import { HoursDerivation, type HoursSpan } from './hours-derivation.tsx'
import { MONTHS_BACK, type IncomeView } from './income-view.ts'
import css from './hour-map.module.css'

/**
 * When the work is done: the last twelve months on the week's clock, or, where nothing was worked in them, the last
 * twelve before something was. Their entries come when this is looked at.
 */
export function HourMap({ view }: { view: IncomeView }) {
  const { t } = useWords()
  const last = lastMonthWorked(useBook(), view.today)
  return (
    <section className={cx(css.section)} aria-label={t('income.hours.title')}>
      {last === null ? <p className={cx(css.none)}>{t('income.hours.none')}</p> : <Held view={view} last={last} />}
    </section>
  )
}

function Held({ view, last }: { view: IncomeView; last: Month }) {
  const { t } = useWords()
  const { now, today } = view
  const isNow = last > addToMonth(now, -MONTHS_BACK)
  const to = isNow ? now : last
  const span = {
    isNow,
    from: addToMonth(to, 1 - MONTHS_BACK),
    to,
    end: isNow ? addDays(today, 1) : firstDayOf(addToMonth(to, 1)),
  }
  // An entry lies with the month of its start in UTC.
  return useMonths(addToMonth(to, -MONTHS_BACK), to) ? (
    <Drawn view={view} span={span} />
  ) : (
    <Skeleton label={t('income.loading')} rows={4} />
  )
}

/** A Monday: weekdays are written by the days of its week. */
const MONDAY = day('2024-01-01')

function Drawn({ view, span }: { view: IncomeView; span: HoursSpan & { readonly isNow: boolean } }) {
  const { t, format } = useWords()
  const book = useBook()
  const { timeZone } = usePreferences()
  const weekStart = useWeekStart()
  const { from, to, end, isNow } = span
  const pattern = useMemo(
    () => hourPattern(book.workspace.tables.entries.values(), firstDayOf(from), end, timeZone),
    [book, from, end, timeZone],
  )
  const when = { isNow: String(isNow), from: format.month(from), to: format.month(to) }
  const week: Week = useMemo(
    () => ({
      hours: Array.from({ length: pattern.to - pattern.from }, (_, index) => pattern.from + index),
      weekdays: Array.from({ length: 7 }, (_, index) => ((weekStart - 1 + index) % 7) + 1),
      nameOf: (weekday) => format.day(addDays(MONDAY, weekday - 1), 'weekdayName'),
    }),
    [pattern, weekStart, format],
  )
  const opens = (title: string, pick: (pattern: HourPattern) => number) => (text: ReactNode) => (
    <Figure explainLabel={title} explain={<HoursDerivation {...{ view, span, title, pick }} />}>
      {text}
    </Figure>
  )
  const told = {
    ...when,
    hours: format.duration(pattern.withoutClock),
    b: opens(t('income.hours.told'), ({ withoutClock }) => withoutClock),
  }
  const { worked, withoutClock } = pattern
  if (worked === 0)
    return (
      <p className={cx(css.none)}>
        {withoutClock === 0 ? t('income.hours.none') : t.rich('income.hours.noneClocked', told)}
      </p>
    )
  const busiest = week.weekdays.toSorted(
    (one, other) => workedOnWeekday(pattern, other) - workedOnWeekday(pattern, one),
  )
  return (
    <>
      <SectionHead
        title={t('income.hours.title')}
        aside={<SaveTable name={t('income.hours.title')} rows={() => tableOf(t, pattern, week)} />}
      />
      <HourGrid
        {...{ view, span, pattern, week }}
        label={isNow ? t('income.hours.table') : t('income.hours.tableBetween', when)}
      />
      <p className={cx(css.foot)}>
        {t.rich('income.hours.foot', {
          ...when,
          hours: format.duration(worked),
          busiest: week.nameOf(busiest[0] ?? 1),
          b: opens(t('income.hours.title'), (each) => each.worked),
        })}{' '}
        {withoutClock === 0 ? null : t.rich('income.hours.leftOut', told)}
      </p>
    </>
  )
}

function tableOf(t: Translator, pattern: HourPattern, { hours, weekdays, nameOf }: Week): TableCell[][] {
  return [
    ['', ...hours, t('income.hours.all')],
    ...weekdays.map((weekday): TableCell[] => [
      nameOf(weekday),
      ...hours.map((hour) => hoursCell(pattern.cells.get(cellOf(weekday, hour)) ?? 0)),
      hoursCell(workedOnWeekday(pattern, weekday)),
    ]),
  ]
}
