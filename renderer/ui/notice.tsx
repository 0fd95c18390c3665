import { CircleAlert } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import css from './notice.module.css'

interface NoticeProps {
  /** The fault in strong, then what it means. */
  children: ReactNode
  /** The ways out: two or three LinkButton size="small". */
  actions?: ReactNode
  /** over: something was exceeded or is there twice. fault: something failed. plain: to know. */
  tone?: 'over' | 'fault' | 'plain' | undefined
  icon?: LucideIcon | undefined
  /** Read at once when it appears: only for what has just failed. */
  isUrgent?: boolean | undefined
  className?: string | undefined
}

/** What is wrong and what to do, beside the thing itself. Never a banner that collects faults. */
export function Notice({
  children,
  actions,
  tone = 'plain',
  icon = CircleAlert,
  isUrgent = false,
  className,
}: NoticeProps) {
  return (
    <div className={cx(css.notice, css[tone], className)} role={isUrgent ? 'alert' : undefined}>
      <Icon of={icon} className={cx(css.sign)} />
      <div>{children}</div>
      {actions === undefined ? null : <div className={cx(css.actions)}>{actions}</div>}
    </div>
  )
}
