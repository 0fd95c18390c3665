import { ProgressBar } from 'react-aria-components/ProgressBar'
import { cx } from './cx.ts'
import css from './progress.module.css'

interface ProgressProps {
  /** What goes on: "Reading the file". In view, above the bar. */
  label: string
  /** How far it has come, 0 to 1; null: that is not known. */
  share: number | null
}

/** Work that takes its time, and how far it has come. Under 300 ms show nothing; where there are rows to come, Skeleton. */
export function Progress({ label, share }: ProgressProps) {
  const percent = share === null ? undefined : Math.round(share * 100)
  return (
    <ProgressBar
      aria-label={label}
      value={percent ?? 0}
      isIndeterminate={percent === undefined}
      className={cx(css.progress)}
    >
      {({ valueText }) => (
        <>
          <span className={cx(css.words)}>
            <span>{label}</span>
            {percent === undefined ? null : <span className="figures">{valueText}</span>}
          </span>
          <span className={cx(css.track)}>
            <span className={cx(css.bar)} style={{ width: `${percent ?? 0}%` }} />
          </span>
        </>
      )}
    </ProgressBar>
  )
}
