import { byClient, minuteSteps, type DayView } from '#shared/domain/day-view.ts'
import type { Day } from '#shared/kernel/day.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { Derivation } from '../../ui/derivation.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Statement } from '../../ui/statement.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { Twice } from '../../parts/twice.tsx'
import { workOf } from './work-names.ts'

interface DayStatementProps {
  day: Day
  view: DayView
}

/** The sentence that the day opens with: what was worked, and for whom. */
export function DayStatement({ day, view }: DayStatementProps) {
  const { t, format } = useWords()
  const today = useToday()
  const whom = useWhom(view)
  if (view.rows.length === 0) return <NothingYet day={day} />
  if (view.worked < 60) return <Statement>{t('time.statement.begun', { whom })}</Statement>
  const worked = () => (
    <Figure
      key="worked"
      explain={<WorkedOn day={day} view={view} />}
      explainLabel={t('time.sums.title', { day: theDay(format, day) })}
    >
      {format.duration(view.worked)}
    </Figure>
  )
  const told = { worked, whom }
  return (
    <Statement>
      {day === today ? t.rich('time.statement.soFar', told) : t.rich('time.statement.worked', told)}{' '}
      <Twice seconds={view.twice} entered={view.entered} says="time.statement.twice" />
    </Statement>
  )
}

function NothingYet({ day }: { day: Day }) {
  const { t } = useWords()
  const today = useToday()
  if (day > today) return <Statement>{t('time.statement.ahead')}</Statement>
  return (
    <>
      <Statement>{day === today ? t('time.statement.noneToday') : t('time.statement.none')}</Statement>
      <Statement size="lead">{day === today ? t('time.statement.begin') : t('time.statement.beginPast')}</Statement>
    </>
  )
}

/** Up to so many names are said; of more, two and how many others there are. */
const MOST_NAMES = 3

function useWhom(view: DayView): string {
  const { t, format } = useWords()
  const book = useBook()
  const { clients } = book.workspace.tables
  const shares = byClient(view, (entry) => workOf(book, entry.engagementId)?.client.id ?? null)
  const names = shares.flatMap(([id]) => (id === null ? [] : nameInWords(clients.get(id)?.name ?? '')))
  if (names.length < shares.length) names.push(t('time.statement.yourself'))
  if (names.length <= MOST_NAMES) return format.list(names)
  const [first = '', second = ''] = names
  return format.list([first, second, t('time.statement.others', { count: names.length - 2 })])
}

/** What the day's figure is made of: each client's time, less what is there twice. */
function WorkedOn({ day, view }: DayStatementProps) {
  const { t, format } = useWords()
  const book = useBook()
  const { clients } = book.workspace.tables
  const shares = byClient(view, (entry) => workOf(book, entry.engagementId)?.client.id ?? null)
  const steps = minuteSteps([...shares.map(([, seconds]) => seconds), view.worked - view.entered])
  const rows = shares.map(([id], index) => {
    const client = id === null ? undefined : clients.get(id)
    return {
      id: id ?? 'own',
      mark: client && <ClientMark mark={client.mark} />,
      label: client?.name ?? t('time.picker.ownWork'),
      figure: format.hours(steps[index] ?? 0),
    }
  })
  const twice = { id: 'twice', label: t('time.sums.twice'), figure: format.hours(steps.at(-1) ?? 0) }
  const hasTwice = view.twice >= 60
  return (
    <Derivation
      title={t('time.sums.title', { day: theDay(format, day) })}
      rows={hasTwice ? [...rows, twice] : rows}
      total={{ label: hasTwice ? t('time.sums.byClock') : t('time.sums.worked'), figure: format.hours(view.worked) }}
    />
  )
}
