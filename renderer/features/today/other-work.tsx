import { useDeferredValue, useMemo } from 'react'
import { clientOf } from '#shared/domain/naming.ts'
import { daysOf, type Book } from '#shared/domain/book.ts'
import { hourlyIn, incomeByMonth } from '#shared/domain/income/by-month.ts'
import { rateOn } from '#shared/domain/income/hourly.ts'
import type { IncomePart } from '#shared/domain/income/parts.ts'
import { totalBetween } from '#shared/domain/totals.ts'
import { addToMonth, firstDayOf, monthOf, type Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { sumOf } from '#shared/kernel/units.ts'
import type { Hourly, Project, Retainer } from '#shared/model/engagement.ts'
import { atStart } from '#shared/i18n/at-start.ts'
import type { Format } from '#shared/i18n/format.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { StartMark } from '../../parts/start-mark.tsx'
import { cx } from '../../ui/cx.ts'
import { OwnWords } from '../../ui/own-words.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { useBook, usePreferences, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './today.module.css'

interface OtherWorkProps {
  engagements: readonly (Hourly | Project)[]
  retainers: readonly Retainer[]
}

/** Hourly work and projects, what they earned this month, and what the month has come to. */
export function OtherWork({ engagements, retainers }: OtherWorkProps) {
  const { t, format } = useWords()
  // All that is worked by the hour is looked through for it: it follows a change a moment later.
  const book = useDeferredValue(useBook())
  const { currency } = usePreferences()
  const today = useToday()
  const month = monthOf(today)
  const [income] = useMemo(() => incomeByMonth(book, currency, today, month, month), [book, currency, today, month])
  const sums = income?.sums
  // Fees are paid in advance; all else counts once it has been worked or its day has come.
  const isEarnedNow = (part: IncomePart): boolean => part.isEarned && part.kind !== 'guaranteed'
  const earned = (income?.parts ?? []).filter(isEarnedNow)
  const soFar = (sums?.guaranteed ?? 0) + sumOf(earned, (part) => part.amount)
  // Who pays in another currency is in it, and not in the sum of this one.
  const earnedBy = (id: Id, own: string): number => {
    const parts =
      own === currency ? earned : incomeByMonth(book, own, today, month, month).flatMap((each) => each.parts)
    return sumOf(parts.filter(isEarnedNow), (part) => (part.engagementId === id ? part.amount : 0))
  }
  const [first, next] = [firstDayOf(month), firstDayOf(addToMonth(month, 1))]
  const isOfThisMonth = ({ id }: Hourly | Project): boolean =>
    book.running?.engagementId === id ||
    totalBetween(daysOf(book, id), first, next).worked > 0 ||
    (income?.parts.some((part) => part.engagementId === id && part.kind !== 'estimate') ?? false)
  const shown = engagements.filter(isOfThisMonth)
  if (shown.length === 0 && soFar === 0) return null
  return (
    <section className={cx(css.others)}>
      <SectionHead
        title={t('today.others.title')}
        aside={t('today.others.aside', { month: format.month(month, 'name') })}
      />
      <ul className={cx(css.otherRows)}>
        {shown.map((engagement) => {
          const client = clientOf(book, engagement)
          return (
            <li key={engagement.id}>
              <StartMark
                client={client}
                engagementId={engagement.id}
                start={t('today.start', { name: client.name })}
                stop={t('today.stop', { name: client.name })}
              />
              <b>
                <OwnWords>{client.name}</OwnWords>
              </b>
              <span>
                {engagement.name === '' ? '' : `${nameInWords(engagement.name)}, `}
                {detail(t, format, book, engagement, today)}
              </span>
              <span className={cx('figures', css.amount)}>
                {format.amount(earnedBy(engagement.id, client.currency), client.currency)}
              </span>
            </li>
          )
        })}
        <li className={cx(css.soFar)}>
          <b>{t('today.others.soFar', { month: atStart(format.month(month, 'name')) })}</b>
          <span>
            {retainers.length > 0 && sums
              ? t('today.others.withRetainers', { amount: format.amount(sums.guaranteed, currency) })
              : null}
          </span>
          <b className={cx('figures', css.amount)}>{format.amount(soFar, currency)}</b>
        </li>
      </ul>
    </section>
  )
}

function detail(t: Translator, format: Format, book: Book, engagement: Hourly | Project, today: Day): string {
  const month = monthOf(today)
  const client = clientOf(book, engagement)
  const days = daysOf(book, engagement.id)
  if (engagement.kind === 'hourly') {
    const { charged } = totalBetween(days, firstDayOf(month), firstDayOf(addToMonth(month, 1)))
    const rate = format.money(rateOn(engagement, today), client.currency, 'always')
    return hourlyIn(engagement, days, month) === 0
      ? t('today.others.hourlyNone', { rate })
      : t('today.others.hourly', { hours: format.hours(charged), rate })
  }
  const next = engagement.milestones.find((milestone) => milestone.on >= today)
  return next
    ? t('today.others.projectNext', { name: next.name, day: theDay(format, next.on) })
    : t('today.others.project')
}
