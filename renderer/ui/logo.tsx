import { cx } from './cx.ts'
import css from './logo.module.css'

interface LogoProps {
  /** In px. 20 in the bar, 24 in an empty state. */
  size?: number | undefined
  className?: string | undefined
}

/** The mast and its stay. Silent: the word or the sentence beside it says what it is. */
export function Logo({ size = 20, className }: LogoProps) {
  return (
    <svg className={cx(css.logo, className)} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <path d="M6 2v16" />
      <path d="M6 3.2 17 18" />
      <path d="M2.5 18h15" />
      <circle cx="6" cy="2.6" r="1.6" />
    </svg>
  )
}
