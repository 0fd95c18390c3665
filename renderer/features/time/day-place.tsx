import { ChevronLeft, ChevronRight } from 'lucide-react'
import { addDays, addToMonth, isDay, monthOf, type Day } from '#shared/kernel/day.ts'
import { atStart } from '#shared/i18n/at-start.ts'
import type { Format } from '#shared/i18n/format.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { DateField } from '../../ui/date-field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { useWords } from '../../words.tsx'
import { useMonths, useToday } from '../../workspace.tsx'
import { DayPane } from './day-pane.tsx'
import { useDayKeys } from './use-day-keys.ts'
import type { ViewProps } from './views.ts'
import css from './time.module.css'

/** A day: what was worked, from when to when, for whom. */
export function DayPlace({ day: shown, show, modes }: ViewProps) {
  const { format } = useWords()
  const today = useToday()
  const month = monthOf(shown)
  // An entry lies with the month of its start in UTC: the months around have those of this day's edges.
  const isThere = useMonths(addToMonth(month, -1), addToMonth(month, 1))
  useDayKeys({ day: shown, show })
  const title = titleOf(format, shown, today)
  return (
    <>
      <PageHead title={title} mode={<Stepper day={shown} show={show} />} actions={modes} />
      <VisuallyHidden>
        <span role="status">{title}</span>
      </VisuallyHidden>
      {isThere ? <DayPane key={shown} day={shown} /> : <Loading />}
    </>
  )
}

type Shown = Pick<ViewProps, 'day' | 'show'>

/** With the year where it is another one. */
function titleOf(format: Format, day: Day, today: Day): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`
  return atStart(`${format.day(day, 'full')}${year}`)
}

function Stepper({ day, show }: Shown) {
  const { t } = useWords()
  const today = useToday()
  return (
    <div className={cx(css.stepper)}>
      <IconButton icon={ChevronLeft} label={t('time.head.before')} keys="←" onPress={() => show(addDays(day, -1))} />
      <Button variant="quiet" onPress={() => show(today)}>
        {t('time.head.today')}
      </Button>
      <IconButton icon={ChevronRight} label={t('time.head.after')} keys="→" onPress={() => show(addDays(day, 1))} />
      <GoTo day={day} show={show} />
    </div>
  )
}

/** While a year is typed it is one of long ago for a moment: nobody goes there. */
const FIRST = '1980-01-01'

function GoTo({ day, show }: Shown) {
  const { t } = useWords()
  return (
    <DateField
      label={t('time.head.goTo')}
      labelPlacement="hidden"
      value={day}
      width={148}
      onChange={(picked) => {
        if (picked !== null && isDay(picked) && picked >= FIRST) show(picked)
      }}
    />
  )
}

function Loading() {
  const { t } = useWords()
  return <Skeleton label={t('time.head.loading')} />
}
