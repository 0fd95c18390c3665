import { useDeferredValue } from 'react'
import { clientOf } from '#shared/domain/naming.ts'
import { daysOf, type Book } from '#shared/domain/book.ts'
import { rateLines, rateOn } from '#shared/domain/income/hourly.ts'
import { currencyOf } from '#shared/domain/income/signed.ts'
import type { IncomePart } from '#shared/domain/income/parts.ts'
import { earnedByWork, earnedSoFar, type SoFar } from '#shared/domain/income/so-far.ts'
import { withoutRate } from '#shared/domain/without-rate.ts'
import { totalBetween } from '#shared/domain/totals.ts'
import { addToMonth, firstDayOf, monthOf, type Day } from '#shared/kernel/day.ts'
import type { Hourly, Project } from '#shared/model/engagement.ts'
import { atStart } from '#shared/i18n/at-start.ts'
import { currencyName } from '#shared/i18n/currency-name.ts'
import type { Format } from '#shared/i18n/format.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { StartMark } from '../../parts/start-mark.tsx'
import { useNavigation } from '../../place.tsx'
import { cx } from '../../ui/cx.ts'
import { Figure } from '../../ui/figure.tsx'
import { LinkButton } from '../../ui/link.tsx'
import { OwnWords } from '../../ui/own-words.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { useBook, usePreferences, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { EarnedDerivation, useWrittenEarned } from './earned-derivation.tsx'
import css from './today.module.css'

/** Hourly work and projects, what they earned this month, and what the month has come to. */
export function OtherWork({ engagements }: { engagements: readonly (Hourly | Project)[] }) {
  const { t, format } = useWords()
  // All that is worked by the hour is looked through for it: it follows a change a moment later.
  const book = useDeferredValue(useBook())
  const { currency } = usePreferences()
  const today = useToday()
  const month = monthOf(today)
  const soFar = earnedSoFar(book, today)
  const shown = engagements.filter((each) => isOfThisMonth(book, each, soFar?.month.parts ?? [], month))
  if (!soFar || (shown.length === 0 && soFar.earned === 0)) return null
  const isMixed = shown.some((each) => currencyOf(book, each) !== currency)
  return (
    <section className={cx(css.others)}>
      <SectionHead
        title={t('today.others.title')}
        aside={t('today.others.aside', { month: format.month(month, 'name') })}
      />
      <ul className={cx(css.otherRows)}>
        {shown.map((engagement) => (
          <WorkRow key={engagement.id} book={book} engagement={engagement} />
        ))}
        <li className={cx(css.soFar)}>
          <b>{t('today.others.soFar', { month: atStart(format.month(month, 'name')) })}</b>
          <span>
            {soFar.fees === 0 ? null : t('today.others.withFees', { amount: format.amount(soFar.fees, currency) })}
          </span>
          <Earned
            title={t('today.others.parts', { month: atStart(format.month(month, 'name')) })}
            parts={soFar.month.parts}
            amount={soFar.earned}
            currency={currency}
            isNamed={isMixed}
          />
        </li>
        <LeftOut book={book} soFar={soFar} />
      </ul>
    </section>
  )
}

/** What the sum is without: never converted by a guess, nor left out in silence (domain.md, Income). */
function LeftOut({ book, soFar }: { book: Book; soFar: SoFar }) {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const today = useToday()
  const { clients } = book.workspace.tables
  return withoutRate(book, soFar, today).map(({ currency, clientIds }) => {
    const names = clientIds.map((id) => nameInWords(clients.get(id)?.name ?? ''))
    const words = { clients: format.list(names), currency: currencyName(format, currency) }
    return (
      <li key={currency} className={cx(css.leftOut)}>
        <p>
          {t('today.others.without', words)}{' '}
          <LinkButton size="small" onPress={() => go({ name: 'income' })}>
            {t('today.others.giveRate')}
          </LinkButton>
        </p>
      </li>
    )
  })
}

function isOfThisMonth(
  book: Book,
  { id }: Hourly | Project,
  parts: readonly IncomePart[],
  month: ReturnType<typeof monthOf>,
): boolean {
  const isWorked = totalBetween(daysOf(book, id), firstDayOf(month), firstDayOf(addToMonth(month, 1))).worked > 0
  const isPaid = parts.some((part) => part.engagementId === id && part.kind !== 'estimate')
  return isWorked || isPaid || book.running?.engagementId === id
}

function WorkRow({ book, engagement }: { book: Book; engagement: Hourly | Project }) {
  const { t, format } = useWords()
  const today = useToday()
  const client = clientOf(book, engagement)
  const { amount, parts } = earnedByWork(book, engagement, today)
  return (
    <li>
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
      <Earned title={client.name} parts={parts} amount={amount} currency={client.currency} />
    </li>
  )
}

interface EarnedProps {
  readonly title: string
  readonly parts: readonly IncomePart[]
  readonly amount: number
  readonly currency: string
  /** Whether the currency is said all the same where it is the user's: others stand beside it. */
  readonly isNamed?: boolean
}

/** What was earned, which opens part by part. */
function Earned({ title, parts, amount, currency, isNamed = false }: EarnedProps) {
  const write = useWrittenEarned(currency, isNamed)
  return (
    <Figure
      className={cx('figures', css.amount)}
      explainLabel={title}
      explain={amount === 0 ? null : <EarnedDerivation {...{ title, parts, amount, currency }} />}
    >
      {write(amount)}
    </Figure>
  )
}

function detail(t: Translator, format: Format, book: Book, engagement: Hourly | Project, today: Day): string {
  const month = monthOf(today)
  const client = clientOf(book, engagement)
  if (engagement.kind === 'hourly') {
    const rate = format.money(rateOn(engagement, today), client.currency, 'always')
    const lines = rateLines(engagement, daysOf(book, engagement.id), month)
    const charged = lines.reduce((sum, { seconds }) => sum + seconds, 0)
    return lines.every(({ amount }) => amount === 0)
      ? t('today.others.hourlyNone', { rate })
      : t('today.others.hourly', { hours: format.hours(charged), rate })
  }
  const next = engagement.milestones.find((milestone) => milestone.on >= today)
  return next
    ? t('today.others.projectNext', { name: next.name, day: theDay(format, next.on) })
    : t('today.others.project')
}
