import type { CellPlan } from '#shared/domain/week-cell.ts'
import { isSpan, type TimeEntry } from '#shared/model/entry.ts'
import { cx } from '../../ui/cx.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { useWords } from '../../words.tsx'
import { useBook, usePreferences } from '../../workspace.tsx'
import type { CellPlace } from './use-week-edit.ts'
import { workName } from './work-names.ts'
import css from './week.module.css'

interface CutQuestionProps {
  place: CellPlace
  plan: CellPlan
  onAnswer: (isYes: boolean) => void
}

/** Hours that were tracked are known: before they are shortened, each that would be is named. */
export function CutQuestion({ place, plan, onAnswer }: CutQuestionProps) {
  const { t, format } = useWords()
  const textOf = useChangeText()
  return (
    <ConfirmDialog
      isOpen
      onClose={() => onAnswer(false)}
      title={t('timeWeek.cut.title', { day: format.day(place.day, 'full') })}
      safe={t('timeWeek.cut.safe')}
      deed={t('timeWeek.cut.deed')}
      onDeed={() => onAnswer(true)}
    >
      <ul className={cx(css.cuts)}>
        {plan.changes.map(({ entry, after }) => (
          <li key={entry.id}>{textOf(entry, after)}</li>
        ))}
      </ul>
    </ConfirmDialog>
  )
}

function useChangeText(): (entry: TimeEntry, after: TimeEntry | null) => string {
  const { t, format } = useWords()
  const book = useBook()
  const { timeZone } = usePreferences()
  return (entry, after) => {
    const name = entry.note === '' ? workName(t, book, entry.engagementId) : entry.note
    if (!isSpan(entry)) {
      const hours = format.hours(entry.seconds)
      return after && !isSpan(after)
        ? t('timeWeek.cut.shorterUntimed', { name, hours, left: format.hours(after.seconds) })
        : t('timeWeek.cut.goneUntimed', { name, hours })
    }
    const from = format.time(entry.start, timeZone)
    const to = entry.end === null ? '' : format.time(entry.end, timeZone)
    return after && isSpan(after) && after.end !== null
      ? t('timeWeek.cut.shorter', { name, from, to, end: format.time(after.end, timeZone) })
      : t('timeWeek.cut.gone', { name, from, to })
  }
}
