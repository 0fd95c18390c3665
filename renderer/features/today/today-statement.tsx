import { clientOf, fullName } from '#shared/domain/naming.ts'
import { lastDay } from '#shared/domain/periods.ts'
import { standingOf } from '#shared/domain/standing.ts'
import { workedBy, workedOn } from '#shared/domain/worked.ts'
import { amountInWords } from '#shared/i18n/amounts.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
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
  const seconds = workedOn(book, useToday(), now)
  const beginning = book.running ? t('today.statement.justStarted') : t('today.statement.nothing')
  const worked = () => (
    <Figure key="worked" explain={<WorkedToday now={now} />} explainLabel={t('today.worked.title')}>
      {format.duration(seconds)}
    </Figure>
  )
  return (
    <Statement as="h1">
      {seconds < 60 ? beginning : t.rich('today.statement.worked', { worked })}{' '}
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
  const over = standings.find(({ standing }) => standing.over > 0)
  if (over)
    return t.rich('today.statement.over', {
      name: over.name,
      amount: amountInWords(t, format, over.standing.basis, over.standing.over),
      b: strong,
      over: (text: React.ReactNode) => (
        <Figure explainLabel={over.name} explain={<LeftDerivation {...over} />}>
          {text}
        </Figure>
      ),
    })
  const early = standings
    .filter(({ standing }) => standing.runsOutOn !== null && standing.runsOutOn < lastDay(standing.row.period))
    .toSorted((a, b) => ((a.standing.runsOutOn ?? '') < (b.standing.runsOutOn ?? '') ? -1 : 1))
  const first = early[0]
  if (!first?.standing.runsOutOn) return t('today.statement.allLast', { count: standings.length })
  const { runsOutOn } = first.standing
  const words = { name: first.name, others: standings.length - early.length, b: strong }
  if (runsOutOn === today) return t.rich('today.statement.runsOutToday', words)
  return t.rich('today.statement.runsOut', { ...words, day: theDay(format, runsOutOn, 'weekday') })
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
