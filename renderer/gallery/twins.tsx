import { Check, CircleAlert } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icon.tsx'
import { Kbd } from '../ui/kbd.tsx'
import css from './gallery.module.css'
import dialog from '../ui/dialog.module.css'
import toast from '../ui/toast.module.css'
import tooltip from '../ui/tooltip.module.css'

/** What floats over a page, drawn in place: the same classes, none of the behaviour. */
export function ToastTwin({
  text,
  action,
  keys,
  tone = 'done',
}: Record<'text' | 'action', string> & { keys?: string; tone?: 'done' | 'refused' }) {
  return (
    <div className={cx(toast.toast)}>
      <Icon of={tone === 'done' ? Check : CircleAlert} />
      <span className={cx(toast.content)}>{text}</span>
      <button type="button" className={cx(toast.action)}>
        {action}
      </button>
      {keys === undefined ? null : <Kbd keys={keys} />}
    </div>
  )
}

/** A tooltip in place. */
export function TooltipTwin({ text, keys }: { text: string; keys?: string }) {
  return (
    <span className={cx(tooltip.tooltip)}>
      {text}
      {keys === undefined ? null : <Kbd keys={keys} />}
    </span>
  )
}

/** A question in place. */
export function DialogTwin() {
  return (
    <div className={cx(dialog.modal, css.specimen)} data-surface="raised">
      <div className={cx(dialog.dialog)}>
        <header className={cx(dialog.head)}>
          <h3 className={cx(dialog.title)}>Void invoice 2026-041?</h3>
        </header>
        <div className={cx(dialog.body)}>
          The number stays in the series, marked void. Quartieri Legal will owe nothing for October.
        </div>
        <footer className={cx(dialog.foot)}>
          <div className={cx(dialog.actions)}>
            <Button variant="quiet">Keep it</Button>
            <Button variant="danger">Void 2026-041</Button>
          </div>
        </footer>
      </div>
    </div>
  )
}
