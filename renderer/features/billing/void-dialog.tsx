import type { Id } from '#shared/kernel/id.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useExecute } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'

interface VoidDialogProps {
  id: Id
  number: string
  onClose: () => void
}

/** It cannot be taken back: it asks first. */
export function VoidDialog({ id, number, onClose }: VoidDialogProps) {
  const { t } = useWords()
  const execute = useExecute()
  const run = async (): Promise<void> => {
    const isDone = (await execute('invoice.void', { id })) !== null
    if (isDone) showToast({ text: t('billing.invoice.deeds.voided', { number }) })
    onClose()
  }
  return (
    <ConfirmDialog
      isOpen
      isDanger
      onClose={onClose}
      title={t('billing.invoice.deeds.voidTitle', { number })}
      safe={t('billing.invoice.deeds.voidKeep')}
      deed={t('billing.invoice.deeds.voidDeed')}
      onDeed={() => void run()}
    >
      {t('billing.invoice.deeds.voidWords')}
    </ConfirmDialog>
  )
}
