import type { CSSProperties } from 'react'
import { cx } from '../ui/cx.ts'
import { stayShape } from './stay-geometry.ts'
import type { StayLot } from './stay-geometry.ts'
import css from './stay.module.css'

interface StayProps {
  /** The sentence it draws: "9:20 of 12:30 used, 3:10 left; 71% of October has gone by". */
  label: string
  /** In the order in which they are used: carried, included, top-ups. For pieces see `pieceLots`. */
  lots: readonly StayLot[]
  /** Beyond what was granted, in the same unit. */
  over?: number | undefined
  /** How much of the period has gone by, 0 to 1; null outside the period. */
  today?: number | null | undefined
  /** edge 3 px (timer bar, mini window), small 4 (lists), row 8 (rows that tell), decision 12. */
  height?: 'edge' | 'small' | 'row' | 'decision' | undefined
  /** In a list where one may go over: the same share for all, so that length and tick are shared. */
  overRoom?: number | undefined
  className?: string | undefined
}

/**
 * The stay: a period of an agreement, lot by lot, with today in the calendar. Fill past the tick means faster than the
 * month. The product's signature: never a plain progress bar, never without its sentence.
 */
export function Stay({ label, lots, over, today, height = 'row', overRoom, className }: StayProps) {
  const shape = stayShape({ lots, over, today, overRoom })
  const parts = shape.lots.length + (shape.over > 0 ? 1 : 0) + (shape.free > 0 && shape.lots.length > 0 ? 1 : 0)
  const gaps = Math.max(0, parts - 1)
  return (
    <div role="img" aria-label={label} className={cx(css.stay, css[height], className)}>
      {shape.lots.map((lot, index) => (
        // Lots have no names of their own; their order is what they are.
        <span key={index} className={cx(css.lot, css[lot.kind])} style={{ flexGrow: lot.share }}>
          <i style={{ width: `${lot.filled * 100}%` }} />
        </span>
      ))}
      {shape.over > 0 ? <span className={cx(css.lot, css.over)} style={{ flexGrow: shape.over }} /> : null}
      {shape.free > 0 ? (
        <span className={cx(shape.lots.length > 0 ? css.free : css.lot)} style={{ flexGrow: shape.free }} />
      ) : null}
      {shape.tick === null ? null : <span className={cx(css.tick)} style={tickStyle(shape.tick, gaps)} />}
    </div>
  )
}

function tickStyle(tick: { at: number; gaps: number }, gaps: number): CSSProperties {
  return { left: `calc((100% - ${gaps} * var(--gap)) * ${tick.at} + ${tick.gaps} * var(--gap))` }
}
