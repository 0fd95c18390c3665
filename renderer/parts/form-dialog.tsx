import { useId, type ReactNode } from 'react'
import { refusalText } from '#shared/i18n/problems.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { useWords } from '../words.tsx'
import css from './form-dialog.module.css'

interface FormDialogProps {
  title: string
  deed: string
  refusal: Refusal | null
  onClose: () => void
  onSubmit: () => Promise<void>
  isDanger?: boolean | undefined
  /** Fields, two to a line; what takes a whole line has the class `wide` of its own module. */
  children: ReactNode
}

/** A short form in a dialog: what was refused stands beneath its fields, and nothing that was typed is lost. */
export function FormDialog(props: FormDialogProps) {
  const { title, deed, refusal, onClose, onSubmit, isDanger = false, children } = props
  const { t, format } = useWords()
  const id = useId()
  return (
    <Dialog
      isOpen
      size="medium"
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('app.cancel')}
          </Button>
          <Button variant={isDanger ? 'danger' : 'primary'} type="submit" form={id}>
            {deed}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        className={cx(css.form)}
        onSubmit={(event) => {
          event.preventDefault()
          void onSubmit()
        }}
      >
        {children}
        {refusal === null ? null : (
          <Notice tone="fault" isUrgent className={cx(css.wide)}>
            {refusalText(t, format, refusal)}
          </Notice>
        )}
      </form>
    </Dialog>
  )
}
