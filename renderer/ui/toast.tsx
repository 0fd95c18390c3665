import { Check, CircleAlert } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components/Toast'
import { Text } from 'react-aria-components/Toast'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import { Kbd } from './kbd.tsx'
import css from './toast.module.css'

export interface ToastMessage {
  /** What was done, in the past tense: "Merged two entries, 1:50". */
  text: string
  /** refused: nothing happened, and why. */
  tone?: 'done' | 'refused' | undefined
  action?: { label: string; keys?: string | undefined; onAction: () => void } | undefined
}

const LASTS = 8_000
const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 1 })

/** Says what was done and offers the way back. Returns what takes it away sooner. */
export function showToast(message: ToastMessage): () => void {
  // One at a time: the Undo of what was done before would no longer be its own.
  queue.clear()
  const key = queue.add(message, { timeout: LASTS })
  return () => queue.close(key)
}

/** Takes all of them away: a workspace was closed, a window changed hands. */
export function clearToasts(): void {
  queue.clear()
}

/**
 * Where the toasts appear: once in a window. Each stays 8 s, and as long as the pointer or the focus is on it. Faults that
 * need an answer are not toasts: put a Notice beside the thing.
 */
export function ToastRegion({ label }: { label: string }) {
  return (
    <AriaToastRegion queue={queue} aria-label={label} className={cx(css.region)}>
      {({ toast }) => {
        const { text, tone = 'done', action } = toast.content
        return (
          <AriaToast toast={toast} className={cx(css.toast)}>
            <Icon of={tone === 'done' ? Check : CircleAlert} />
            <ToastContent role="status" className={cx(css.content)}>
              <Text slot="title">{text}</Text>
            </ToastContent>
            {action === undefined ? null : (
              <Button
                className={cx(css.action)}
                onPress={() => {
                  queue.close(toast.key)
                  action.onAction()
                }}
              >
                {action.label}
              </Button>
            )}
            {action?.keys === undefined ? null : <Kbd keys={action.keys} />}
          </AriaToast>
        )
      }}
    </AriaToastRegion>
  )
}
