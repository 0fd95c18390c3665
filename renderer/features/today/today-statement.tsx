import { useMemo } from 'react'
import { lasting } from '#shared/domain/lasting.ts'
import { clientOf, fullName } from '#shared/domain/naming.ts'
import { standingOf } from '#shared/domain/standing.ts'
import { twiceOn, workedBy, workedOn } from '#shared/domain/worked.ts'
import { amountInWords } from '#shared/i18n/amounts.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { Twice } from '../../parts/twice.tsx'
import { Derivation } from '../../ui/derivation.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Statement } from '../../ui/statement.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { LeftDerivation } from './left-derivation.tsx'

/** The sentence that Today opens with: what was worked, and which retainer will not last. */
export function TodayStatement({ retainers, now }: { retainers: readonly Retainer[]; now: Instant }) {
  const { t, format } = useWords()
  const book = useBook()
  const today = useToday()
  const seconds = workedOn(book, today, now)
  const twice = useMemo(() => twiceOn(book, today, now), [book, today, now])
  const beginning = book.running ? t('today.statement.justStarted') : t('today.statement.nothing')
  const worked = () => (
    <Figure key="worked" explain={<WorkedToday now={now} />} explainLabel={t('today.worked.title')}>
      {format.duration(seconds)}
    </Figure>
  )
  return (
    <Statement as="h1">
      {seconds < 60 ? beginning : t.rich('today.statement.worked', { worked })}{' '}
      <Twice seconds={twice} entered={seconds} says="time.statement.countsTwice" />
      {twice < 60 ? '' : ' '}
      <Outlook retainers={retainers} now={now} />
    </Statement>
  )
}

function Outlook({ retainers, now }: { retainers: readonly Retainer[]; now: Instant }) {
  const { t, format } = useWords()
  const book = useBook()
  const today = useToday()
  const standings = retainers.flatMap((retainer) => {
    const standing = book.totals && standingOf(book, retainer, now)
    return standing ? [{ name: clientOf(book, retainer).name, retainer, standing }] : []
  })
  if (standings.length === 0) return null
  const strong = (chunks: React.ReactNode) => <b>{chunks}</b>
  const { over, usedUp, runsOut, lasts } = lasting(standings)
  // Beside the one that is named.
  const short = over.length + usedUp.length + runsOut.length - 1
  const more = t('today.statement.more', { count: Math.max(0, short) })
  const [worst] = over
  if (worst)
    return t.rich('today.statement.over', {
      name: worst.name,
      amount: amountInWords(t, format, worst.standing.basis, worst.standing.over),
      more,
      b: strong,
      over: (text: React.ReactNode) => (
        <Figure explainLabel={worst.name} explain={<LeftDerivation {...worst} />}>
          {text}
        </Figure>
      ),
    })
  const count = lasts.length
  // "The other three" are all that there are beside the one that is named.
  const isAll = count === standings.length - 1
  const rest = isAll ? t('today.statement.othersLast', { count }) : t('today.statement.someLast', { count })
  const [empty] = usedUp
  if (empty) return t.rich('today.statement.usedUp', { name: empty.name, more, rest, b: strong })
  const [first] = runsOut
  if (first) {
    const words = { name: first.item.name, more, rest, b: strong }
    if (first.on === today) return t.rich('today.statement.runsOutToday', words)
    return t.rich('today.statement.runsOut', { ...words, day: theDay(format, first.on, 'weekday') })
  }
  if (count === 0) return null
  return count === standings.length
    ? t('today.statement.allLast', { count })
    : t('today.statement.hoursLast', { count })
}

/** What the day's figure is made of: each engagement's time, adding up to it. */
function WorkedToday({ now }: { now: Instant }) {
  const { t, format } = useWords()
  const book = useBook()
  const today = useToday()
  const rows = workedBy(book, today, now).map(({ engagementId, worked }) => {
    const engagement = engagementId === null ? undefined : book.workspace.tables.engagements.get(engagementId)
    const client = engagement && clientOf(book, engagement)
    return {
      id: engagementId ?? 'own',
      mark: client && <ClientMark mark={client.mark} />,
      label: client && engagement ? fullName(client, engagement) : t('app.timer.ownWork'),
      figure: format.hours(worked),
    }
  })
  const total = { label: t('today.worked.total'), figure: format.hours(workedOn(book, today, now)) }
  return <Derivation title={t('today.worked.title')} rows={rows} total={total} />
}
