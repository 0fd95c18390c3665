import { useRef, useState, type KeyboardEvent } from 'react'
import { Button } from 'react-aria-components/Button'
import { cellOf, type HourPattern } from '#shared/domain/hour-pattern.ts'
import { cx } from '../../ui/cx.ts'
import { PopoverAt } from '../../ui/popover.tsx'
import { useWords } from '../../words.tsx'
import { HoursDerivation, type HoursSpan } from './hours-derivation.tsx'
import type { IncomeView } from './income-view.ts'
import { goalAmong } from './roving.ts'
import css from './hour-map.module.css'

/** The hours that are shown, and the days of the week in the user's order. */
export interface Week {
  readonly hours: readonly number[]
  /** 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[]
  readonly nameOf: (weekday: number) => string
}

interface HourGridProps {
  readonly view: IncomeView
  readonly span: HoursSpan
  /** What the table is. */
  readonly label: string
  readonly pattern: HourPattern
  readonly week: Week
}

/** Seconds on a weekday, at all hours. */
export function workedOnWeekday({ cells }: HourPattern, weekday: number): number {
  let sum = 0
  for (let hour = 0; hour < 24; hour++) sum += cells.get(cellOf(weekday, hour)) ?? 0
  return sum
}

const CELL = 'data-cell'

/**
 * Weekdays by hours of the clock, the ground the darker the more there are. Every figure opens whose hours they are; one
 * of them can be reached with Tab, the arrows go on from it.
 */
export function HourGrid({ view, span, label, pattern, week: { hours, weekdays, nameOf } }: HourGridProps) {
  const { t, format } = useWords()
  const table = useRef<HTMLTableElement>(null)
  const [focused, setFocused] = useState<number | null>(null)
  const [opened, setOpened] = useState<number | null>(null)
  // A day's hours, and all of it after them.
  const perRow = hours.length + 1
  const cells = weekdays.flatMap((weekday) => [
    ...hours.map((hour) => cellAt(weekday, hour)),
    {
      title: nameOf(weekday),
      pick: (of: HourPattern) => workedOnWeekday(of, weekday),
      seconds: workedOnWeekday(pattern, weekday),
    },
  ])
  const first = cells.findIndex(({ seconds }) => seconds > 0)
  const buttonAt = (index: number | null): HTMLElement | null =>
    table.current?.querySelector<HTMLElement>(`[${CELL}="${index}"] button`) ?? null
  const onKeyDown = (event: KeyboardEvent): void => {
    const cell = event.target instanceof Element ? event.target.closest(`[${CELL}]`) : null
    const at = cell?.getAttribute(CELL)
    if (at === null || at === undefined) return
    const isThere = (index: number): boolean => (cells[index]?.seconds ?? 0) > 0
    const to = goalAmong(event.key, Number(at), cells.length, perRow, isThere)
    if (to === null) return
    event.preventDefault()
    buttonAt(to)?.focus()
  }
  const open = opened === null ? undefined : cells[opened]
  const button = {
    get current() {
      return buttonAt(opened)
    },
  }
  return (
    <>
      <table ref={table} className={cx(css.map)} aria-label={label}>
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
          {weekdays.map((weekday, row) => (
            <tr key={weekday} onKeyDown={onKeyDown}>
              <th scope="row">{nameOf(weekday)}</th>
              {cells.slice(row * perRow, (row + 1) * perRow).map(({ title, seconds }, column) => {
                const index = row * perRow + column
                const isAll = column === hours.length
                return (
                  <td
                    key={index}
                    {...{ [CELL]: index }}
                    className={cx(isAll ? css.all : css[stepOf(seconds, pattern)])}
                  >
                    {seconds === 0 ? (
                      <span className={cx(css.zero)}>–</span>
                    ) : (
                      <Button
                        className={cx(css.cell)}
                        excludeFromTabOrder={index !== (focused ?? first)}
                        aria-label={t('income.hours.open', { when: title, hours: format.duration(seconds) })}
                        aria-haspopup="dialog"
                        aria-expanded={opened === index}
                        onPress={() => setOpened(index)}
                        onFocus={() => setFocused(index)}
                      >
                        {seconds < HALF_HOUR ? '<1' : format.number(Math.round(seconds / 3600))}
                      </Button>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {open ? (
        <PopoverAt label={open.title} at={button} onClose={() => setOpened(null)}>
          <HoursDerivation {...{ view, span }} title={open.title} pick={open.pick} />
        </PopoverAt>
      ) : null}
    </>
  )

  function cellAt(weekday: number, hour: number) {
    const pick = ({ cells: of }: HourPattern): number => of.get(cellOf(weekday, hour)) ?? 0
    const title = t('income.hours.at', { day: nameOf(weekday), from: String(hour), to: String(hour + 1) })
    return { title, pick, seconds: pick(pattern) }
  }
}

/** What is shown in whole hours and comes to none. */
const HALF_HOUR = 1800
const STEPS = 5

const stepOf = (seconds: number, { most }: HourPattern): string =>
  `step${seconds === 0 ? 0 : Math.max(1, Math.ceil((seconds / most) * STEPS))}`
