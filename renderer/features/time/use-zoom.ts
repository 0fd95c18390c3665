import { useKept } from '../../parts/kept.ts'

/** Pixels that an hour is high. At the least a working day fits a small window; at the most five minutes hold a line. */
const LEVELS = [40, 64, 96, 144, 216] as const

export interface Zoom {
  readonly hour: number
  readonly canGrow: boolean
  readonly canShrink: boolean
  readonly grow: () => void
  readonly shrink: () => void
}

/** How much of the day is seen at once; it stays from one day to the next. */
export function useZoom(): Zoom {
  const { draft, change } = useKept<{ level: number }>('time.zoom', () => ({ level: 1 }))
  const to = (level: number): void => change({ level: Math.max(0, Math.min(level, LEVELS.length - 1)) })
  return {
    hour: LEVELS[draft.level] ?? LEVELS[1],
    canGrow: draft.level < LEVELS.length - 1,
    canShrink: draft.level > 0,
    grow: () => to(draft.level + 1),
    shrink: () => to(draft.level - 1),
  }
}
