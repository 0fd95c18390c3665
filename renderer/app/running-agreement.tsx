import { useMemo } from 'react'
import { isAtRest, type Standing } from '#shared/domain/standing.ts'
import { hourlyIn } from '#shared/domain/income/by-month.ts'
import { daysOf } from '#shared/domain/book.ts'
import { rulesOn } from '#shared/domain/rules.ts'
import { totalBetween, withEntry } from '#shared/domain/totals.ts'
import { pauseText } from '#shared/i18n/pause-text.ts'
import { amountInColumn } from '#shared/i18n/amounts.ts'
import { addToMonth, firstDayOf, monthOf } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Hourly, Retainer } from '#shared/model/engagement.ts'
import { standingWords, stayLots } from '../parts/standing-words.ts'
import { Stay } from '../parts/stay.tsx'
import { useStanding } from '../parts/use-standing.ts'
import { cx } from '../ui/cx.ts'
import { useNow } from '../clock.ts'
import { useBook, usePreferences, useToday } from '../workspace.tsx'
import { useWords } from '../words.tsx'
import css from './timer-bar.module.css'

/** What is left of the agreement that the timer runs on; for hourly work what the month has come to. */
export function RunningAgreement({ engagementId }: { engagementId: Id | null }) {
  const engagement = useEngagement(engagementId)
  if (engagement?.kind === 'retainer') return <RetainerLeft retainer={engagement} />
  return engagement?.kind === 'hourly' ? <HourlySoFar hourly={engagement} /> : null
}

const useEngagement = (id: Id | null) => {
  const book = useBook()
  return id === null ? undefined : book.workspace.tables.engagements.get(id)
}

function RetainerLeft({ retainer }: { retainer: Retainer }) {
  const { t, format } = useWords()
  const standing = useStanding(retainer)
  const today = useToday()
  if (!standing) return null
  const { basis, left, over, available, row, pause } = standing
  if (pause && isAtRest(standing)) return <p className={cx(css.left)}>{pauseText(t, format, pause, today)}</p>
  if (basis === 'access')
    return <p className={cx(css.left)}>{t('app.timer.access', { worked: format.hours(row.worked) })}</p>
  const { start } = standing.row.period
  return over > 0 ? (
    <p className={cx(css.left, css.over)}>
      <b className="figures">{amountInColumn(format, basis, over)}</b> {overText(retainer)}
    </p>
  ) : (
    <p className={cx(css.left)}>
      <b className="figures">{amountInColumn(format, basis, left)}</b>{' '}
      {t('app.timer.leftOf', { available: amountInColumn(format, basis, available) })}
    </p>
  )

  function overText({ agreement }: Retainer): string {
    const { overage, listRate } = rulesOn(agreement, start)
    if (overage.policy !== 'bill') return t('app.timer.over')
    const rate = format.money(overage.rate ?? listRate, agreement.currency, 'always')
    return t(basis === 'deliverables' ? 'app.timer.overAtEach' : 'app.timer.overAt', { rate })
  }
}

function HourlySoFar({ hourly }: { hourly: Hourly }) {
  const { t, format } = useWords()
  const book = useBook()
  const month = monthOf(useToday())
  const now = useNow('minute')
  const { timeZone } = usePreferences()
  // With what the timer has come to by now, as the figure of a retainer is.
  const days = useMemo(() => {
    const { running } = book
    const sofar = daysOf(book, hourly.id)
    return running && running.start < now
      ? withEntry(sofar, { ...running, end: now }, timeZone, hourly.rounding)
      : sofar
  }, [book, hourly, now, timeZone])
  const { charged } = totalBetween(days, firstDayOf(month), firstDayOf(addToMonth(month, 1)))
  const client = book.workspace.tables.clients.get(hourly.clientId)
  const earned = format.money(hourlyIn(hourly, days, month), client?.currency ?? 'EUR')
  return (
    <p className={cx(css.left)}>
      {t('app.timer.hourlySoFar', { hours: format.hours(charged), month: format.month(month, 'name'), earned })}
    </p>
  )
}

/** The bar's lower edge is the running agreement's stay; work by the hour has none. */
export function StayEdge({ engagementId }: { engagementId: Id | null }) {
  const engagement = useEngagement(engagementId)
  return engagement?.kind === 'retainer' ? <Edge retainer={engagement} /> : null
}

function Edge({ retainer }: { retainer: Retainer }) {
  const { t, format } = useWords()
  const standing: Standing | null = useStanding(retainer)
  if (!standing) return null
  return (
    <Stay
      className={cx(css.edge)}
      height="edge"
      label={standingWords(t, format, standing)}
      lots={stayLots(standing)}
      over={standing.over}
      today={standing.calendarShare}
    />
  )
}
