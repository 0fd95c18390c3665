import { Fragment } from 'react'
import { cx } from '../ui/cx.ts'
import { spokenParts } from './spoken-marks.ts'
import css from './spoken.module.css'

/** A sentence with its figures in strong, and those that were changed on a ground of their own. */
export function Spoken({ children }: { children: string }) {
  return spokenParts(children).map(({ text, emphasis }, index) =>
    emphasis === 'none' ? (
      <Fragment key={index}>{text}</Fragment>
    ) : (
      <b key={index} className={cx(css.figure, emphasis === 'changed' && css.changed)}>
        {text}
      </b>
    ),
  )
}
