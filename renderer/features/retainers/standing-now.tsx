import type { Standing } from '#shared/domain/standing.ts'
import { daysBetween, monthOf } from '#shared/kernel/day.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { paceWords, standingWords, stayLots } from '../../parts/standing-words.ts'
import { Stay } from '../../parts/stay.tsx'
import { cx } from '../../ui/cx.ts'
import { useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { nextText } from './row-words.ts'
import css from './standing-now.module.css'

/** How the period that runs stands: what is left, its stay, and what becomes of it at this pace. */
export function StandingNow({ retainer, standing }: { retainer: Retainer; standing: Standing | null }) {
  const { t, format } = useWords()
  const today = useToday()
  const next = nextText(t, format, retainer.agreement, today)
  if (standing === null) return null
  const { over, left, available, row, carriedLeft, carriedUntil } = standing
  const b = (chunks: React.ReactNode) => <b className="figures">{chunks}</b>
  const pace = paceWords(t, format, standing, today)
  const isCarriedSaid = over > 0 || carriedLeft === 0
  const carried = { time: format.hours(carriedLeft) }
  return (
    <section className={cx(css.now)} data-surface="well" aria-label={t('retainers.page.now')}>
      <p className={cx(css.left, over > 0 && css.over)}>
        <span>
          {over > 0
            ? t.rich('retainers.standing.over', { over: format.hours(over), b })
            : t.rich('retainers.standing.left', { left: format.hours(left), b })}
        </span>
        <small>{t('retainers.page.available', { available: format.hours(available) })}</small>
        <small className={cx(css.period)}>
          {format.month(monthOf(row.period.start), 'name')},{' '}
          {t('retainers.page.days', { days: daysBetween(today, row.period.end) - 1 })}
        </small>
      </p>
      <Stay
        height="decision"
        label={standingWords(t, format, standing)}
        lots={stayLots(standing)}
        over={over}
        today={standing.calendarShare}
      />
      <ul className={cx(css.facts)}>
        <li className={cx(css[pace.tone])}>{pace.text}</li>
        {isCarriedSaid ? null : (
          <li>
            {carriedUntil
              ? t('retainers.page.carried', { ...carried, day: theDay(format, carriedUntil) })
              : t('retainers.page.carriedOpen', carried)}
          </li>
        )}
        {standing.perDay > 0 ? <li>{t('retainers.page.pace', { time: format.duration(standing.perDay) })}</li> : null}
        <li>
          <span className={cx(next.isNear && css.warning)}>{next.text}</span>, {next.note}
        </li>
      </ul>
    </section>
  )
}
