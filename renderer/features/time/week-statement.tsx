import { useMemo } from 'react'
import { minuteSteps, twiceIn } from '#shared/domain/day-view.ts'
import type { Week } from '#shared/domain/week.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { Twice } from '../../parts/twice.tsx'
import { Derivation } from '../../ui/derivation.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Statement } from '../../ui/statement.tsx'
import { useWords } from '../../words.tsx'
import { useBook, usePreferences } from '../../workspace.tsx'

interface WeekStatementProps {
  week: Week
  title: string
  /** Whether today is in it. */
  isNow: boolean
  now: Instant
}

/** How much the week has come to: by the clock, as a day has it, so that no minute counts twice in silence. */
export function WeekStatement({ week, title, isNow, now }: WeekStatementProps) {
  const { t, format } = useWords()
  const book = useBook()
  const { timeZone } = usePreferences()
  const { days, seconds } = week
  const twice = useMemo(
    () => twiceIn(book.workspace.tables.entries.values(), days, timeZone, now),
    [book, days, timeZone, now],
  )
  const [entered = 0, less = 0] = minuteSteps([seconds, 0 - twice])
  const sums = (
    <Derivation
      title={title}
      rows={[
        { id: 'entered', label: t('time.sums.entered'), figure: format.hours(entered) },
        { id: 'twice', label: t('time.sums.twice'), figure: format.hours(less) },
      ]}
      total={{ label: t('time.sums.byClock'), figure: format.hours(seconds - twice) }}
    />
  )
  const explained = twice >= 60 ? { explain: sums, explainLabel: title } : {}
  const figure = () => (
    <Figure key="figure" {...explained}>
      {format.duration(seconds - twice)}
    </Figure>
  )
  if (seconds < 60) return <Statement>{t('timeWeek.nothing')}</Statement>
  return (
    <Statement>
      {t.rich(isNow ? 'timeWeek.workedSoFar' : 'timeWeek.worked', { figure })}{' '}
      <Twice seconds={twice} entered={seconds} says="time.statement.twice" />
    </Statement>
  )
}
