import { isAtRest, type Standing } from '#shared/domain/standing.ts'
import { daysBetween } from '#shared/kernel/day.ts'
import { amountInColumn } from '#shared/i18n/amounts.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { paceWords, standingWords, stayLots } from '../../parts/standing-words.ts'
import { Stay } from '../../parts/stay.tsx'
import { cx } from '../../ui/cx.ts'
import { useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { LeftText } from './left-text.tsx'
import { periodName } from '#shared/i18n/period-name.ts'
import { nextText } from './row-words.ts'
import css from './standing-now.module.css'

/** How the period that runs stands: what is left, its stay, and what becomes of it at this pace. */
export function StandingNow({ retainer, standing }: { retainer: Retainer; standing: Standing | null }) {
  const { t, format } = useWords()
  const today = useToday()
  const next = nextText(t, format, retainer.agreement, today)
  if (standing === null) return null
  const { basis, over, available, row, carriedLeft, carriedUntil } = standing
  const pace = paceWords(t, format, standing, today)
  const isCarriedSaid = over > 0 || carriedLeft === 0
  const carried = { time: amountInColumn(format, basis, carriedLeft) }
  return (
    <section className={cx(css.now)} data-surface="well" aria-label={t('retainers.page.now')}>
      <p className={cx(css.left, over > 0 && css.over)}>
        <span>{isAtRest(standing) ? pace.text : <LeftText standing={standing} />}</span>
        {basis === 'hours' && !isAtRest(standing) ? (
          <small>{t('retainers.page.available', { available: format.hours(available) })}</small>
        ) : null}
        <small className={cx(css.period)}>
          {periodName(t, format, retainer.agreement, row.period, 'name')},{' '}
          {t('retainers.page.days', { days: daysBetween(today, row.period.end) - 1 })}
        </small>
      </p>
      {isAtRest(standing) ? null : (
        <Stay
          height="decision"
          label={standingWords(t, format, standing)}
          lots={stayLots(standing)}
          over={over}
          today={standing.calendarShare}
        />
      )}
      <ul className={cx(css.facts)}>
        {isAtRest(standing) ? (
          <li>{t('retainers.page.atRest')}</li>
        ) : (
          <li className={cx(css[pace.tone])}>{pace.text}</li>
        )}
        {isCarriedSaid ? null : (
          <li>
            {carriedUntil
              ? t('retainers.page.carried', { ...carried, day: theDay(format, carriedUntil) })
              : t('retainers.page.carriedOpen', carried)}
          </li>
        )}
        {basis === 'hours' && standing.perDay > 0 ? (
          <li>{t('retainers.page.pace', { time: format.duration(standing.perDay) })}</li>
        ) : null}
        <li>
          <span className={cx(next.isNear && css.warning)}>{next.text}</span>, {next.note}
        </li>
      </ul>
    </section>
  )
}
