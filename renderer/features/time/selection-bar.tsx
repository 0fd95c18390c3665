import { ArrowLeftRight, Combine, Pencil, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import type { Month } from '#shared/kernel/day.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import { useExecute } from '../../workspace.tsx'
import { ChangeDialog, MoveDialog } from './many-dialogs.tsx'
import type { Selection } from './use-selection.ts'
import css from './list.module.css'

interface SelectionBarProps {
  selection: Selection
  onRemove: () => void
}

/** More than these are no longer one piece of work. */
const MOST_MERGED = 50

/** How much is selected, and what can be done with it. Its room is there without, so that no line moves away. */
export function SelectionBar({ selection, onRemove }: SelectionBarProps) {
  const { t, format } = useWords()
  const execute = useExecute()
  const [open, setOpen] = useState<'change' | 'move' | null>(null)
  const { count, seconds } = selection
  const close = (): void => setOpen(null)
  const merge = async (): Promise<void> => {
    const latest = await selection.latest()
    const entries = Object.entries(latest.files).flatMap(([month, ids]) =>
      ids.map((id) => ({ id, month: month as Month })),
    )
    const told = { done: t('timeList.done.merged', { count: latest.count, n: format.number(latest.count) }) }
    if (await execute('entry.merge', { entries }, told)) selection.clear()
  }
  return (
    <div className={cx(css.bar)} role="toolbar" aria-label={t('timeList.bar')}>
      {count === 0 ? null : (
        <>
          <b role="status">
            {t('timeList.chosen', { count, n: format.number(count) })}, {format.duration(seconds)}
          </b>
          <Button size="small" icon={Pencil} onPress={() => setOpen('change')}>
            {t('timeList.change')}
          </Button>
          <Button size="small" icon={ArrowLeftRight} onPress={() => setOpen('move')}>
            {t('timeList.move')}
          </Button>
          {count > 1 && count <= MOST_MERGED ? (
            <Button size="small" icon={Combine} onPress={() => void merge()}>
              {t('timeList.merge')}
            </Button>
          ) : null}
          <Button size="small" icon={Trash2} onPress={onRemove}>
            {t('timeList.remove')}
          </Button>
          <IconButton size="small" icon={X} label={t('timeList.clear')} keys="Esc" onPress={selection.clear} />
        </>
      )}
      {open === 'change' ? <ChangeDialog selection={selection} onClose={close} /> : null}
      {open === 'move' ? <MoveDialog selection={selection} onClose={close} /> : null}
    </div>
  )
}
