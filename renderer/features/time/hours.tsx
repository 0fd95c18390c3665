import { addDays, type Day } from '#shared/kernel/day.ts'
import { startOfDay, type Instant } from '#shared/kernel/instant.ts'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import { usePreferences } from '../../workspace.tsx'
import css from './time.module.css'

interface HoursProps {
  day: Day
  from: Instant
  /** null: it still runs. */
  to: Instant | null
}

/** From and to, in line at the colon and at the dash. The day’s end is 24:00. */
export function Hours({ day, from, to }: HoursProps) {
  const { t, format } = useWords()
  const { timeZone } = usePreferences()
  const midnight = startOfDay(addDays(day, 1), timeZone)
  return (
    <span className={cx(css.hours, 'figures')}>
      <span>{format.time(from, timeZone)}</span>
      <i aria-hidden="true">–</i>
      <span className={cx(to === null && css.now)}>
        {to === null ? t('time.list.now') : to === midnight ? '24:00' : format.time(to, timeZone)}
      </span>
    </span>
  )
}
