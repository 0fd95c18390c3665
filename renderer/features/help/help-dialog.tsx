import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useWords } from '../../words.tsx'

interface HelpDialogProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/** Something to read, and nothing to decide. */
export function HelpDialog({ title, onClose, children }: HelpDialogProps) {
  const { t } = useWords()
  return (
    <Dialog
      isOpen
      size="medium"
      title={title}
      onClose={onClose}
      actions={
        <Button autoFocus onPress={onClose}>
          {t('help.close')}
        </Button>
      }
    >
      {children}
    </Dialog>
  )
}
