import { ArrowLeftRight, Pencil, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import { ChangeDialog, MoveDialog } from './many-dialogs.tsx'
import type { Selection } from './use-selection.ts'
import css from './list.module.css'

interface SelectionBarProps {
  selection: Selection
  onRemove: () => void
}

/** How much is selected, and what can be done with it. Its room is there without, so that no line moves away. */
export function SelectionBar({ selection, onRemove }: SelectionBarProps) {
  const { t, format } = useWords()
  const [open, setOpen] = useState<'change' | 'move' | null>(null)
  const { count, seconds } = selection
  const close = (): void => setOpen(null)
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
