import type { ReactElement, ReactNode, RefObject } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover as AriaPopover } from 'react-aria-components/Popover'
import { cx } from './cx.ts'
import { defined } from '#shared/kernel/defined.ts'
import css from './popover.module.css'

type Placement = 'bottom' | 'bottom start' | 'bottom end' | 'top start' | 'right top'

interface PopoverProps {
  /** What it tells, for those who listen. */
  label: string
  /** The button that opens it. */
  trigger: ReactElement
  children: ReactNode | ((close: () => void) => ReactNode)
  placement?: Placement | undefined
  isOpen?: boolean | undefined
  onOpenChange?: ((isOpen: boolean) => void) | undefined
}

/** More about a thing, beside it. Esc returns the focus to the button. What must be answered is a Dialog. */
export function Popover({ label, trigger, children, placement = 'bottom start', isOpen, onOpenChange }: PopoverProps) {
  return (
    <DialogTrigger {...defined({ isOpen, onOpenChange })}>
      {trigger}
      <AriaPopover className={cx(css.popover)} placement={placement} offset={8} data-surface="raised">
        <Dialog aria-label={label} className={cx(css.body)}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}

interface PopoverAtProps {
  label: string
  /** The button that was pressed. It says itself that it opens something (`aria-haspopup`, `aria-expanded`). */
  at: RefObject<HTMLElement | null>
  placement?: Placement | undefined
  onClose: () => void
  children: ReactNode
}

/** The same beside one of very many buttons: it is made for the one that was pressed, while it is open. */
export function PopoverAt({ label, at, placement = 'bottom start', onClose, children }: PopoverAtProps) {
  return (
    <AriaPopover
      isOpen
      triggerRef={at}
      className={cx(css.popover)}
      placement={placement}
      offset={8}
      data-surface="raised"
      onOpenChange={onClose}
    >
      <Dialog aria-label={label} className={cx(css.body)}>
        {children}
      </Dialog>
    </AriaPopover>
  )
}
