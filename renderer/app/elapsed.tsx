import { secondsBetween, type Instant } from '#shared/kernel/instant.ts'
import { notBefore, useNow } from '../clock.ts'
import { cx } from '../ui/cx.ts'
import { useWords } from '../words.tsx'
import css from './timer-bar.module.css'

/** The seconds tick here and nowhere else, so that nothing else is drawn anew each second. */
export function Elapsed({ start }: { start: Instant }) {
  const { t, format } = useWords()
  const time = notBefore(useNow('second'), start)
  const text = format.clock(secondsBetween(start, time))
  return (
    <span role="timer" aria-label={t('app.timer.elapsed')} className={cx(css.elapsed, 'figures')}>
      {text}
    </span>
  )
}
