import type { Mark } from '#shared/model/client.ts'
import { cx } from '../ui/cx.ts'
import css from './client-mark.module.css'

const SHAPES: Readonly<Record<Mark['pattern'], string>> = {
  half: 'M0 0h7v14H0z',
  diagonal: 'M0 0v14h14z',
  cross: 'M0 0h4v5H0zM7 0h7v5H7zM0 8h4v6H0zM7 8h7v6H7z',
  quarters: 'M0 0h7v7H0zM7 7h7v7H7z',
  triangle: 'M7 1.5 14 14H0z',
  square: 'M0 0v14h14V0H0zm4 4h6v6H4z',
  stripe: 'M0 0h14v4.7H0zM0 9.3h14V14H0z',
  base: 'M0 7h14v7H0z',
}

interface ClientMarkProps {
  mark: Mark
  /** 12 beside small text, 14 in rows, 18 in rows that tell, 24 beside a title. */
  size?: 12 | 14 | 18 | 24 | undefined
  /** Only where no name stands beside it. Without it the mark is silent. */
  label?: string | undefined
  className?: string | undefined
}

/** A client's flag: a colour and a pattern, so that neither is alone. Never a text colour, a fill, a chart's series. */
export function ClientMark({ mark, size = 14, label, className }: ClientMarkProps) {
  return (
    <svg
      className={cx(css.mark, css[mark.colour], className)}
      width={size}
      height={size}
      viewBox="0 0 14 14"
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
    >
      <path d={SHAPES[mark.pattern]} fillRule="evenodd" />
      <rect x=".5" y=".5" width="13" height="13" rx="2.5" />
    </svg>
  )
}
