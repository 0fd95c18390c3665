import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import css from './statement.module.css'

interface StatementProps {
  /** One sentence, with <Figure> or <b> inside. */
  children: ReactNode
  /** h1 where the page has no title of its own. */
  as?: 'p' | 'h1' | 'h2' | undefined
  /** lead: an agreement in plain language, the line over a ledger. */
  size?: 'statement' | 'lead' | undefined
  className?: string | undefined
}

/** The sentence a screen opens with: it answers the place's question, its figures inside it. One to a view. */
export function Statement({ children, as: Tag = 'p', size = 'statement', className }: StatementProps) {
  return <Tag className={cx(css[size], className)}>{children}</Tag>
}
