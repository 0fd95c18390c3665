import type { PointerEvent } from 'react'
import { cx } from './cx.ts'
import css from './own-words.module.css'

interface OwnWordsProps {
  children: string
  className?: string | undefined
}

/**
 * What the user wrote, in a place of its own: a name in a row, a head, a list. Whatever it is made of, it turns nothing
 * around it; where there is no room it ends in an ellipsis, and the pointer shows all of it.
 */
export function OwnWords({ children, className }: OwnWordsProps) {
  return (
    <bdi className={cx(css.words, className)} onPointerEnter={(event) => tellAll(event, children)}>
      {children}
    </bdi>
  )
}

/** Only what is cut off: a tooltip that repeats what is read already is in the way. */
function tellAll({ currentTarget }: PointerEvent<HTMLElement>, text: string): void {
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = currentTarget
  if (scrollWidth > clientWidth || scrollHeight > clientHeight + 2) currentTarget.title = text
  else currentTarget.removeAttribute('title')
}
