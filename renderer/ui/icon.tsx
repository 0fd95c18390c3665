import type { LucideIcon } from 'lucide-react'
import { cx } from './cx.ts'
import css from './icon.module.css'

interface IconProps {
  of: LucideIcon
  /** 16 in controls, 18 in a rail, 14 with small text, 12 in a table's head. */
  size?: 12 | 14 | 16 | 18 | 20 | undefined
  className?: string | undefined
}

/**
 * A Lucide icon with a line of 1.5 px at every size. Always silent: what it stands for is said by the name beside it, or
 * by the `label` of the IconButton around it.
 */
export function Icon({ of: Shape, size = 16, className }: IconProps) {
  return <Shape size={size} strokeWidth={36 / size} className={cx(css.icon, className)} aria-hidden="true" />
}
