import { useMemo } from 'react'
import { invoicePaper, reminderPaper } from '#shared/documents/invoice-paper.ts'
import type { Paper } from '#shared/documents/paper.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { DocumentPreview } from '../../documents/preview.tsx'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'

interface InvoicePreviewProps {
  invoice: Invoice
  onClose: () => void
}

/** An invoice or a credit note as its client gets it. */
export function InvoicePreview({ invoice, onClose }: InvoicePreviewProps) {
  const book = useBook()
  const paper = useMemo(() => invoicePaper(book, invoice), [book, invoice])
  return <OfSomebody paper={paper} onClose={onClose} />
}

/** The reminder as a letter. */
export function ReminderPreview({ invoice, onClose }: InvoicePreviewProps) {
  const book = useBook()
  const today = useToday()
  const paper = useMemo(() => reminderPaper(book, invoice, today), [book, invoice, today])
  return <OfSomebody paper={paper} onClose={onClose} />
}

/** Nothing is printed in the name of nobody: first the user says who they are. */
function OfSomebody({ paper, onClose }: { paper: Paper | null; onClose: () => void }) {
  const { t } = useWords()
  const { go } = useNavigation()
  if (paper) return <DocumentPreview paper={paper} onClose={onClose} />
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('billing.invoice.ownDetails')}
      actions={
        <Button variant="primary" onPress={() => go({ name: 'settings' })}>
          {t('billing.invoice.ownDetails')}
        </Button>
      }
    >
      {t('billing.invoice.noOwn')}
    </Dialog>
  )
}
