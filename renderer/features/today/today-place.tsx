import { useMemo } from 'react'
import { atStart } from '#shared/i18n/at-start.ts'
import type { Hourly, Project, Retainer } from '#shared/model/engagement.ts'
import { AfterPicture } from '../../after-picture.tsx'
import { notBefore } from '../../clock.ts'
import { useRecents } from '../../parts/recents.ts'
import { cx } from '../../ui/cx.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useBook, useMinute, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { FirstSteps } from './first-steps.tsx'
import { GapsCard } from './gaps-card.tsx'
import { OtherWork } from './other-work.tsx'
import { Ribbon } from './ribbon.tsx'
import { FIRST_ROWS, RetainerRows } from './retainer-rows.tsx'
import { Todo } from './todo.tsx'
import { TodayStatement } from './today-statement.tsx'
import css from './today.module.css'

/** What now? The day so far, how each retainer stands, and what needs doing. */
export function TodayPlace() {
  const { t, format } = useWords()
  const book = useBook()
  const today = useToday()
  const minute = useMinute()
  const now = book.running ? notBefore(minute, book.running.start) : minute
  const recents = useRecents()
  const engagements = useMemo(() => recents.engagements.toSorted((a, b) => a.id.localeCompare(b.id)), [recents])
  const retainers = engagements.filter((each): each is Retainer => each.kind === 'retainer')
  const others = engagements.filter((each): each is Hourly | Project => each.kind !== 'retainer')
  if (book.workspace.tables.clients.size === 0) return <FirstSteps />
  return (
    <div className={cx(css.grid)}>
      <section className={cx(css.now)}>
        <p className={cx(css.date)}>{atStart(format.day(today, 'full'))}</p>
        <TodayStatement retainers={retainers} now={now} />
        <GapsCard />
        <Ribbon now={now} />
        {book.totals ? (
          <>
            {retainers.length > 0 ? <RetainerRows retainers={retainers} now={now} /> : null}
            {others.length === 0 ? null : retainers.length <= FIRST_ROWS ? (
              <OtherWork engagements={others} />
            ) : (
              <AfterPicture>{() => <OtherWork engagements={others} />}</AfterPicture>
            )}
          </>
        ) : (
          <Skeleton label={t('app.loading')} />
        )}
      </section>
      <Todo now={now} />
    </div>
  )
}
