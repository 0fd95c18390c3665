import { useEffect, useState } from 'react'
import { cx } from './cx.ts'
import css from './skeleton.module.css'

interface SkeletonProps {
  /** Said once, when it appears: "Loading entries". */
  label: string
  rows?: number | undefined
}

/** Still shapes in the place of rows that take longer than 300 ms. Nothing shimmers. */
export function Skeleton({ label, rows = 3 }: SkeletonProps) {
  const [isLate, setIsLate] = useState(false)
  useEffect(() => {
    const late = setTimeout(() => setIsLate(true), 300)
    return () => clearTimeout(late)
  }, [])
  return (
    <div role="status" aria-label={isLate ? label : undefined} className={cx(css.skeleton)}>
      {isLate
        ? Array.from({ length: rows }, (_, row) => (
            <div key={row} className={cx(css.row)} aria-hidden="true">
              <span className={cx(css.mark)} />
              <span className={cx(css.name)} />
              <span className={cx(css.figure)} />
            </div>
          ))
        : null}
    </div>
  )
}
