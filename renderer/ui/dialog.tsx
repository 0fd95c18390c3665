import { X } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button, IconButton } from './button.tsx'
import { cx } from './cx.ts'
import css from './dialog.module.css'

interface DialogProps {
  isOpen: boolean
  /** Asked to close by Esc, or by the cross of a wide one. */
  onClose: () => void
  title: string
  children: ReactNode
  /** At the right of the foot: the way out first, the deed last. */
  actions?: ReactNode
  /** At the left of the foot, small. */
  aside?: ReactNode
  /** small: a question, 420 px. medium: a form. wide: a piece of work, such as the preview of an import. */
  size?: 'small' | 'medium' | 'wide' | undefined
  /** Shows a cross with this name. Wanted for wide ones. */
  closeLabel?: string | undefined
}

/**
 * Only for what must be answered, or for work that needs the whole eye. The title is the question or names the work. Its
 * body scrolls, its foot stays in view. For a plain question use ConfirmDialog.
 */
export function Dialog({ isOpen, onClose, title, children, actions, aside, size = 'small', closeLabel }: DialogProps) {
  return (
    <ModalOverlay
      className={cx(css.scrim)}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={cx(css.modal, css[size])} data-surface="raised">
        <AriaDialog className={cx(css.dialog)}>
          <FocusAfterwards />
          <header className={cx(css.head)}>
            <Heading slot="title" className={cx(css.title)}>
              {title}
            </Heading>
            {closeLabel === undefined ? null : (
              <IconButton label={closeLabel} icon={X} size="small" keys="Esc" onPress={onClose} />
            )}
          </header>
          <div className={cx(css.body)}>{children}</div>
          {actions === undefined && aside === undefined ? null : (
            <footer className={cx(css.foot)}>
              {aside === undefined ? null : <div className={cx(css.aside)}>{aside}</div>}
              <div className={cx(css.actions)}>{actions}</div>
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The focus goes back to what opened the dialog; where its deed took that away, to the page's heading, not nowhere. */
function FocusAfterwards() {
  useEffect(
    () => () => {
      // After the frame in which it is put back.
      setTimeout(() => {
        if (document.activeElement === document.body)
          document.querySelector<HTMLElement>('main h1[tabindex="-1"]')?.focus()
      }, 50)
    },
    [],
  )
  return null
}

interface ConfirmDialogProps {
  isOpen: boolean
  onClose: () => void
  /** The question: "Void 2026-041?" */
  title: string
  /** What will be so afterwards. */
  children: ReactNode
  /** The safe way; it has the focus: "Keep it". */
  safe: string
  /** The deed by its name: "Void 2026-041". */
  deed: string
  onDeed: () => void
  isDanger?: boolean | undefined
  isPending?: boolean | undefined
}

/** A question before what cannot be undone. What can be undone is done at once, with a toast. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onClose, title, children, safe, deed, onDeed, isDanger = false, isPending } = props
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button variant="quiet" autoFocus onPress={onClose}>
            {safe}
          </Button>
          <Button variant={isDanger ? 'danger' : 'primary'} onPress={onDeed} isPending={isPending}>
            {deed}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
