import type { Format } from '#shared/i18n/format.ts'
import { addDays, day } from '#shared/kernel/day.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { cx } from '../ui/cx.ts'
import { useWords } from '../words.tsx'
import css from './working-days.module.css'

const MONDAY = day('2024-01-01')
const WEEK = [1, 2, 3, 4, 5, 6, 7] as const

/** `Mon`: the day's name as calendars shorten it. */
const shortName = (format: Format, weekday: number): string =>
  format.day(addDays(MONDAY, weekday - 1), 'weekday').split(' ')[0] ?? ''

/** The days of the week on which one works, 1 for Monday. Whoever takes the last one away is told by `onChange`'s owner. */
export function WorkingDays({ days, onChange }: { days: readonly number[]; onChange: (days: number[]) => void }) {
  const { format } = useWords()
  return (
    <div className={cx(css.days)}>
      {WEEK.map((weekday) => (
        <Checkbox
          key={weekday}
          label={shortName(format, weekday)}
          isSelected={days.includes(weekday)}
          onChange={(isWorked) => onChange(WEEK.filter((each) => (each === weekday ? isWorked : days.includes(each))))}
        />
      ))}
    </div>
  )
}
