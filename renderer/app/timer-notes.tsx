import { useMemo } from 'react'
import { timerWarnings } from '#shared/domain/timer-warnings.ts'
import { notBefore } from '../clock.ts'
import { cx } from '../ui/cx.ts'
import { useBook, useMinute, usePreferences } from '../workspace.tsx'
import { useWords } from '../words.tsx'
import css from './timer-bar.module.css'

/** What the running timer gives cause to say, quietly: it has run for long, its period's advance is not paid. */
export function TimerNotes() {
  const { t, format } = useWords()
  const book = useBook()
  const { longTimer } = usePreferences()
  const minute = useMinute()
  const now = book.running ? notBefore(minute, book.running.start) : minute
  const { long, unpaid } = useMemo(
    () => timerWarnings(book, now, longTimer === null ? null : longTimer * 60),
    [book, now, longTimer],
  )
  return (
    <>
      {long === null ? null : (
        <p className={cx(css.left, css.warning)}>{t('app.timer.long', { duration: format.duration(long) })}</p>
      )}
      {unpaid ? (
        <p className={cx(css.left, css.over)}>{t('app.timer.unpaid', { day: format.day(unpaid.dueOn) })}</p>
      ) : null}
    </>
  )
}
