import { useState } from 'react'
import { refusalText } from '#shared/i18n/problems.ts'
import type { Restorable } from '#shared/keeping.ts'
import type { Outcome, Refusal } from '#shared/kernel/refusal.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useUndo } from '../../undo.ts'
import { useWords } from '../../words.tsx'
import { Differences } from './differences.tsx'
import css from './keeping.module.css'

interface RestoreDialogProps {
  title: string
  /** What restoring means here. */
  words: string
  deed: string
  /** Null while it is being compared. */
  compared: Outcome<Restorable> | null
  restore: () => Promise<Outcome<{ seq: number }>>
  /** What was done, for the toast with its Undo. */
  done: string
  onClose: () => void
}

/** Shows what would be otherwise before anything is; then makes it so, which can be undone. */
export function RestoreDialog({ title, words, deed, compared, restore, done, onClose }: RestoreDialogProps) {
  const { t, format } = useWords()
  const undoChange = useUndo()
  const [isRestoring, setIsRestoring] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const differences = compared?.ok ? compared.value.differences : []
  const fault = refusal ?? (compared && !compared.ok ? compared.refusal : null)
  const confirm = async (): Promise<void> => {
    setIsRestoring(true)
    setRefusal(null)
    const outcome = await restore()
    setIsRestoring(false)
    if (!outcome.ok) return setRefusal(outcome.refusal)
    const { seq } = outcome.value
    showToast({ text: done, action: { label: t('app.undo'), onAction: () => undoChange(seq) } })
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="medium"
      title={title}
      actions={
        differences.length > 0 ? (
          <>
            <Button variant="quiet" autoFocus onPress={onClose}>
              {t('keeping.restore.leave')}
            </Button>
            <Button variant="primary" isPending={isRestoring} onPress={() => void confirm()}>
              {deed}
            </Button>
          </>
        ) : (
          <Button autoFocus onPress={onClose}>
            {t('keeping.restore.close')}
          </Button>
        )
      }
    >
      <div className={cx(css.stack)}>
        {compared === null ? <Skeleton label={t('keeping.restore.comparing')} rows={4} /> : null}
        {compared?.ok && differences.length === 0 ? <p>{t('keeping.restore.same')}</p> : null}
        {differences.length > 0 ? (
          <>
            <p>{words}</p>
            <Differences differences={differences} />
          </>
        ) : null}
        {fault ? (
          <Notice tone="fault" isUrgent>
            <b>{refusalText(t, format, fault)}</b>
          </Notice>
        ) : null}
      </div>
    </Dialog>
  )
}
