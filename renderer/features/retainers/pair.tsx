import type { ReactNode } from 'react'
import { cx } from '../../ui/cx.ts'
import css from './terms-form.module.css'

/** A word and its field: where there is no room they go to the next line together. */
export function Pair({ children }: { children: ReactNode }) {
  return <span className={cx(css.pair)}>{children}</span>
}
