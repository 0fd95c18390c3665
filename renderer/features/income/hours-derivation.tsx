import { useMemo } from 'react'
import { hourPattern, type HourPattern } from '#shared/domain/hour-pattern.ts'
import { firstDayOf, type Day, type Month } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { sumOf } from '#shared/kernel/units.ts'
import type { TimeEntry } from '#shared/model/entry.ts'
import { PartLink, PartMark } from '../../parts/income-part.tsx'
import { Derivation } from '../../ui/derivation.tsx'
import { useBook, usePreferences } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import type { IncomeView } from './income-view.ts'

/** The months that the hours are of. */
export interface HoursSpan {
  readonly from: Month
  readonly to: Month
  /** The first day after them, or after today. */
  readonly end: Day
}

interface HoursDerivationProps {
  readonly view: IncomeView
  readonly span: HoursSpan
  readonly title: string
  /** Seconds of a pattern that the figure is about. */
  readonly pick: (pattern: HourPattern) => number
}

/** Whose hours they are, the most first; each leads to their entries. */
export function HoursDerivation({ view, span: { from, to, end }, title, pick }: HoursDerivationProps) {
  const { t, format } = useWords()
  const book = useBook()
  const { timeZone } = usePreferences()
  const works = useMemo(() => {
    const byWork = new Map<Id | null, TimeEntry[]>()
    for (const entry of book.workspace.tables.entries.values()) {
      const own = byWork.get(entry.engagementId)
      if (own) own.push(entry)
      else byWork.set(entry.engagementId, [entry])
    }
    return [...byWork]
      .map(([id, entries]) => ({
        id,
        seconds: pick(hourPattern(entries, firstDayOf(from), end, timeZone)),
      }))
      .filter(({ seconds }) => seconds > 0)
      .toSorted((one, other) => other.seconds - one.seconds)
  }, [book, from, end, timeZone, pick])
  return (
    <Derivation
      title={title}
      rows={works.map(({ id, seconds }) => ({
        id: id ?? 'own',
        mark: id === null ? null : <PartMark view={view} part={{ engagementId: id }} />,
        label:
          id === null ? (
            t('app.timer.ownWork')
          ) : (
            <PartLink view={view} part={{ engagementId: id }} from={from} to={to} isHours />
          ),
        reason: id === null ? '' : (view.engagementOf(id)?.name ?? ''),
        figure: format.hours(seconds),
      }))}
      total={{ label: t('income.hours.all'), figure: format.hours(sumOf(works, ({ seconds }) => seconds)) }}
    />
  )
}
