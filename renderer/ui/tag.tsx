import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import css from './tag.module.css'

interface TagProps {
  children: ReactNode
  /** The role of the colour; neutral for states that are neither money nor time. */
  tone?: 'neutral' | 'guaranteed' | 'variable' | 'hourly' | 'over' | undefined
  /** Outlined in its own colour: the state that counts now. */
  isStrong?: boolean | undefined
}

/** A kind or a state, one to a row. Not a button, not a count, not decoration. */
export function Tag({ children, tone = 'neutral', isStrong = false }: TagProps) {
  return <span className={cx(css.tag, css[tone], isStrong && css.strong)}>{children}</span>
}
