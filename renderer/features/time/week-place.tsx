import { ChevronLeft, ChevronRight, Copy } from 'lucide-react'
import { useMemo, useState } from 'react'
import { weekOf } from '#shared/domain/entry-list/listing.ts'
import { weekFrom } from '#shared/domain/week.ts'
import { atStart } from '#shared/i18n/at-start.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import { addDays, addToMonth, monthOf, type Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { notBefore } from '../../clock.ts'
import { EngagementPicker } from '../../parts/engagement-picker.tsx'
import { useWeekStart } from '../../parts/use-week-start.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { useWords } from '../../words.tsx'
import { useBook, useExecute, useMinute, useMonths, usePreferences, useToday } from '../../workspace.tsx'
import { useDayKeys } from './use-day-keys.ts'
import type { ViewProps } from './views.ts'
import { WeekGrid } from './week-grid.tsx'
import { WeekStatement } from './week-statement.tsx'
import css from './week.module.css'

const none: readonly (Id | null)[] = []

/** A week: what was worked on which day, for whom, and a place to write it down. */
export function WeekPlace({ day, show, modes }: ViewProps) {
  const { t, format } = useWords()
  const today = useToday()
  const first = weekOf(day, useWeekStart())
  const last = addDays(first, 6)
  // For what typing into a cell changes; an entry lies with the month of its start in UTC.
  const isThere = useMonths(addToMonth(monthOf(first), -1), addToMonth(monthOf(last), 1))
  useDayKeys({ day, show, by: 7 })
  const [added, setAdded] = useState<Readonly<Record<Day, readonly (Id | null)[]>>>({})
  const own = added[first] ?? none
  const { week, now } = useWeek(first, own)
  const year = last.slice(0, 4) === today.slice(0, 4) ? '' : ` ${last.slice(0, 4)}`
  const to = `${theDay(format, last, 'short', 'al')}${year}`
  const title = atStart(t('timeWeek.title', { from: theDay(format, first, 'short', 'dal'), to }))
  const isNow = first <= today && today <= last
  return (
    <>
      <PageHead title={title} mode={<Stepper day={day} show={show} />} actions={modes} />
      <VisuallyHidden>
        <span role="status">{title}</span>
      </VisuallyHidden>
      <WeekStatement week={week} title={title} isNow={isNow} now={now} />
      {isThere ? (
        <>
          <WeekGrid key={first} week={week} />
          <div className={cx(css.foot)}>
            <EngagementPicker
              label={t('timeWeek.add')}
              labelPlacement="hidden"
              placeholder={t('timeWeek.add')}
              value={undefined}
              key={own.length}
              withEnded
              width={280}
              onChange={(id) => setAdded({ ...added, [first]: [...own, id] })}
            />
            <CopyWeek first={first} />
          </div>
        </>
      ) : (
        <Skeleton label={t('time.head.loading')} />
      )}
    </>
  )
}

/** The week, worked out anew when something changes and, while the timer runs, each minute. */
function useWeek(first: Day, added: readonly (Id | null)[]) {
  const book = useBook()
  const { timeZone } = usePreferences()
  const minute = useMinute()
  const now = book.running ? notBefore(minute, book.running.start) : minute
  const week = useMemo(() => weekFrom(book, first, added, now, timeZone), [book, first, added, now, timeZone])
  return { week, now }
}

function Stepper({ day, show }: Pick<ViewProps, 'day' | 'show'>) {
  const { t } = useWords()
  const today = useToday()
  return (
    <div className={cx(css.stepper)}>
      <IconButton icon={ChevronLeft} label={t('timeWeek.before')} keys="←" onPress={() => show(addDays(day, -7))} />
      <Button variant="quiet" onPress={() => show(today)}>
        {t('timeWeek.thisWeek')}
      </Button>
      <IconButton icon={ChevronRight} label={t('timeWeek.after')} keys="→" onPress={() => show(addDays(day, 7))} />
    </div>
  )
}

function CopyWeek({ first }: { first: Day }) {
  const { t } = useWords()
  const execute = useExecute()
  const copy = (): void =>
    void execute('week.copy', { from: addDays(first, -7), to: first }, { done: t('timeWeek.copied') })
  return (
    <Button icon={Copy} onPress={copy}>
      {t('timeWeek.copy')}
    </Button>
  )
}
