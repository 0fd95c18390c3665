import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import { numberText } from '#shared/domain/billing/numbers.ts'
import { reminderText } from '#shared/i18n/reminder-text.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './invoice.module.css'

const ReminderPreview = lazy(async () => ({ default: (await import('./invoice-preview.tsx')).ReminderPreview }))

/** A text to copy into a mail: nothing leaves the machine by itself. */
export function ReminderDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const { t } = useWords()
  const book = useBook()
  const today = useToday()
  const written = useMemo(() => {
    const { subject, paragraphs } = reminderText(book, invoice, today)
    return [subject, ...paragraphs].join('\n\n')
  }, [book, invoice, today])
  const [text, setText] = useState(written)
  const [isLetter, setLetter] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const copy = (): void => {
    area.current?.select()
    // The clipboard's newer interface asks for a permission, and every permission is denied (security.ts).
    if (document.execCommand('copy')) showToast({ text: t('billing.invoice.reminder.copied') })
  }
  if (isLetter)
    return (
      <Suspense>
        <ReminderPreview invoice={invoice} onClose={onClose} />
      </Suspense>
    )
  return (
    <Dialog
      isOpen
      size="medium"
      closeLabel={t('app.documents.close')}
      onClose={onClose}
      title={t('billing.invoice.reminder.title', { number: numberText(invoice) })}
      actions={
        <>
          <Button onPress={() => setLetter(true)}>{t('billing.invoice.reminder.pdf')}</Button>
          <Button variant="primary" onPress={copy}>
            {t('billing.invoice.reminder.copy')}
          </Button>
        </>
      }
    >
      <div className={cx(css.issue)}>
        <p>{t('billing.invoice.reminder.words')}</p>
        <TextArea
          label={t('billing.invoice.reminder.text')}
          rows={14}
          value={text}
          onChange={setText}
          inputRef={area}
        />
      </div>
    </Dialog>
  )
}
