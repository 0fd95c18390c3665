import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Logo } from './logo.tsx'
import css from './empty-state.module.css'

interface EmptyStateProps {
  title: string
  /** What will be here, and how it begins. */
  children: ReactNode
  /** One primary action, perhaps a second way. */
  actions?: ReactNode
  /** Inside a small panel rather than a whole place. */
  isSmall?: boolean | undefined
  className?: string | undefined
}

/** Where something will be: it teaches, it does not apologise. An empty search result is a line of text instead. */
export function EmptyState({ title, children, actions, isSmall = false, className }: EmptyStateProps) {
  return (
    <section className={cx(css.empty, isSmall && css.small, className)} data-surface="well" aria-label={title}>
      <Logo size={24} />
      <h2 className={cx(css.title)}>{title}</h2>
      <div className={cx(css.words)}>{children}</div>
      {actions === undefined ? null : <div className={cx(css.actions)}>{actions}</div>}
    </section>
  )
}
