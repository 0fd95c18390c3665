import { clientOf } from '#shared/domain/naming.ts'
import { daysOf, type Book } from '#shared/domain/book.ts'
import { hourlyIn, incomeByMonth } from '#shared/domain/income/by-month.ts'
import { totalBetween } from '#shared/domain/totals.ts'
import { addToMonth, firstDayOf, monthOf, type Month } from '#shared/kernel/day.ts'
import { sumOf } from '#shared/kernel/units.ts'
import type { Hourly, Project, Retainer } from '#shared/model/engagement.ts'
import type { Format } from '#shared/i18n/format.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { cx } from '../../ui/cx.ts'
import { SectionHead } from '../../ui/page-head.tsx'
import { useBook, usePreferences, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { StartMark } from './start-mark.tsx'
import css from './today.module.css'

interface OtherWorkProps {
  engagements: readonly (Hourly | Project)[]
  retainers: readonly Retainer[]
}

/** Hourly work and projects, what they earned this month, and what the month has come to. */
export function OtherWork({ engagements, retainers }: OtherWorkProps) {
  const { t, format } = useWords()
  const book = useBook()
  const { currency } = usePreferences()
  const today = useToday()
  const month = monthOf(today)
  const [income] = incomeByMonth(book, currency, today, month, month)
  const sums = income?.sums
  const soFar = sums ? sums.guaranteed + sums.variable + sums.hourly : 0
  return (
    <section className={cx(css.others)}>
      <SectionHead
        title={t('today.others.title')}
        aside={t('today.others.aside', { month: format.month(month, 'name') })}
      />
      <ul className={cx(css.otherRows)}>
        {engagements.map((engagement) => {
          const client = clientOf(book, engagement)
          const earned = income?.parts.filter((part) => part.engagementId === engagement.id) ?? []
          const amount = sumOf(earned, (part) => (part.kind === 'estimate' ? 0 : part.amount))
          return (
            <li key={engagement.id}>
              <StartMark engagement={engagement} />
              <b>{client.name}</b>
              <span>
                {engagement.name === '' ? '' : `${engagement.name}, `}
                {detail(t, format, book, engagement, month)}
              </span>
              <span className={cx('figures', css.amount)}>{format.amount(amount, client.currency)}</span>
            </li>
          )
        })}
        <li className={cx(css.soFar)}>
          <b>{t('today.others.soFar', { month: format.month(month, 'name') })}</b>
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

function detail(t: Translator, format: Format, book: Book, engagement: Hourly | Project, month: Month): string {
  const client = clientOf(book, engagement)
  const days = daysOf(book, engagement.id)
  if (engagement.kind === 'hourly') {
    const { charged } = totalBetween(days, firstDayOf(month), firstDayOf(addToMonth(month, 1)))
    const rate = format.money(engagement.rates.at(-1)?.rate ?? 0, client.currency, 'always')
    return hourlyIn(engagement, days, month) === 0
      ? t('today.others.hourlyNone', { rate })
      : t('today.others.hourly', { hours: format.hours(charged), rate })
  }
  const next = engagement.milestones.find((milestone) => milestone.on >= firstDayOf(month))
  return next
    ? t('today.others.projectNext', { name: next.name, day: theDay(format, next.on) })
    : t('today.others.project')
}
