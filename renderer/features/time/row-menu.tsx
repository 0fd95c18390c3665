import { CalendarDays, Copy, Pencil, Play, Trash2 } from 'lucide-react'
import { useRef } from 'react'
import type { ListLine } from '#shared/domain/entry-list/listing.ts'
import { entryWords } from '#shared/domain/entry-words.ts'
import { isRunning, isSpan, type TimeEntry } from '#shared/model/entry.ts'
import { useNavigation } from '../../place.tsx'
import { MenuAt } from '../../ui/menu.tsx'
import { useWords } from '../../words.tsx'
import { useBook, useExecute } from '../../workspace.tsx'
import { workName } from './work-names.ts'

interface RowMenuProps {
  line: Extract<ListLine, { kind: 'entry' }>
  anchor: Element
  onClose: () => void
  onEdit: () => void
  onRemove: () => void
}

/** What can be done with one line of the list. */
export function RowMenu({ line, anchor, onClose, onEdit, onRemove }: RowMenuProps) {
  const { t, format } = useWords()
  const book = useBook()
  const execute = useExecute()
  const { go } = useNavigation()
  const at = useRef(anchor)
  const { entry } = line
  const name = workName(t, book, entry.engagementId)
  const start = (): void => void execute('timer.start', entryWords(entry), { done: t('time.done.started', { name }) })
  const duplicate = (): void =>
    void execute(
      'entry.create',
      { ...entryWords(entry), when: whenOf(entry) },
      { done: t('timeList.done.duplicated', { name }) },
    )
  const runs = isRunning(entry)
  return (
    <MenuAt
      label={t('timeList.row.more', { name, hours: format.hours(line.whole) })}
      anchor={at}
      onClose={onClose}
      groups={[
        {
          id: 'deeds',
          entries: [
            { id: 'edit', label: t('timeList.edit'), icon: Pencil, keys: 'Enter', onAction: onEdit },
            { id: 'continue', label: t('timeList.continue'), icon: Play, isDisabled: runs, onAction: start },
            { id: 'duplicate', label: t('timeList.duplicate'), icon: Copy, isDisabled: runs, onAction: duplicate },
          ],
        },
        {
          id: 'day',
          entries: [
            {
              id: 'day',
              label: t('timeList.showDay'),
              icon: CalendarDays,
              onAction: () => go({ name: 'time', day: line.day, view: 'day' }),
            },
          ],
        },
        {
          id: 'end',
          entries: [
            {
              id: 'remove',
              label: t('timeList.remove'),
              icon: Trash2,
              keys: 'Del',
              isDanger: true,
              onAction: onRemove,
            },
          ],
        },
      ]}
    />
  )
}

const whenOf = (entry: TimeEntry) =>
  isSpan(entry) ? { start: entry.start, end: entry.end ?? entry.start } : { day: entry.day, seconds: entry.seconds }
