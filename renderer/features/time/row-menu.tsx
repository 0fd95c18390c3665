import { CalendarDays, Copy, Pencil, Play, Scissors, Trash2 } from 'lucide-react'
import { useRef } from 'react'
import type { ListLine } from '#shared/domain/entry-list/listing.ts'
import { isRunning } from '#shared/model/entry.ts'
import { useNavigation } from '../../place.tsx'
import { MenuAt } from '../../ui/menu.tsx'
import { useWords } from '../../words.tsx'
import { useBook } from '../../workspace.tsx'
import { useEntryDeeds } from './use-entry-deeds.ts'
import { workName } from './work-names.ts'

interface RowMenuProps {
  line: Extract<ListLine, { kind: 'entry' }>
  anchor: Element
  onClose: () => void
  onEdit: () => void
  onSplit: () => void
  onRemove: () => void
}

/** What can be done with one line of the list. */
export function RowMenu({ line, anchor, onClose, onEdit, onSplit, onRemove }: RowMenuProps) {
  const { t, format } = useWords()
  const book = useBook()
  const { go } = useNavigation()
  const at = useRef(anchor)
  const { entry } = line
  const name = workName(t, book, entry.engagementId)
  const deeds = useEntryDeeds()
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
            { id: 'edit', label: t('timeList.edit'), icon: Pencil, keys: '⏎', onAction: onEdit },
            {
              id: 'continue',
              label: t('timeList.continue'),
              icon: Play,
              isDisabled: runs,
              onAction: () => deeds.continue(entry),
            },
            { id: 'split', label: t('time.menu.split'), icon: Scissors, onAction: onSplit },
            {
              id: 'duplicate',
              label: t('timeList.duplicate'),
              icon: Copy,
              isDisabled: runs,
              onAction: () => deeds.duplicate(entry),
            },
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
              keys: t('timeList.deleteKey'),
              isDanger: true,
              onAction: onRemove,
            },
          ],
        },
      ]}
    />
  )
}
