import { useRef, useState } from 'react'
import { instantAt, offsetOf, type Block, type DayAxis, type Stretch } from '#shared/domain/day-calendar.ts'
import { drawn, moved, resized, type Limits } from '#shared/domain/day-drag.ts'
import { isSpan, type SpanEntry } from '#shared/model/entry.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { EntryDeeds } from './use-entry-deeds.ts'

/** What a change of an entry takes hold of. Of the timer only the start can be. */
export type Hold = 'all' | 'from' | 'to'

/** An entry, or what is drawn anew, as it would be if it were let go now. */
export interface Pending extends Stretch {
  /** null: it is being drawn. */
  readonly id: Id | null
}

interface Options {
  readonly axis: DayAxis
  readonly limits: () => Limits
  readonly place: EntryDeeds['place']
  readonly onDrawn: (stretch: Stretch) => void
}

/**
 * What is being moved, by the pointer or by keys: nothing is kept until it is let go, so that it is one step of undo,
 * and Escape leaves all as it was.
 */
export function usePending({ axis, limits, place, onDrawn }: Options) {
  const [pending, setPending] = useState<Pending | null>(null)
  // The latest, for events that come before the next drawing.
  const latest = useRef<Pending | null>(null)
  const show = (next: Pending | null): void => {
    latest.current = next
    setPending(next)
  }
  const whole = (entry: SpanEntry): Stretch => ({
    from: offsetOf(axis, entry.start),
    to: entry.end === null ? limits().now : offsetOf(axis, entry.end),
  })
  return {
    pending,
    /** As it stands: pending, or as it is kept. */
    standing(block: Block): Stretch {
      const { entry } = block.row
      if (latest.current?.id === entry.id) return latest.current
      return isSpan(entry) ? whole(entry) : block
    },
    /** By so many seconds from where `origin` was. */
    shift(block: Block, hold: Hold, by: number, origin: Stretch): Stretch {
      const edge = block.row.isRunning ? 'from' : hold
      const { from, to } =
        edge === 'all' ? moved(origin, by, limits()) : resized(origin, edge, origin[edge] + by, limits())
      show({ id: block.row.entry.id, from, to })
      return { from, to }
    },
    draw(a: number, b: number): void {
      const stretch = drawn(a, b, limits())
      show(stretch && { id: null, ...stretch })
    },
    cancel: () => show(null),
    /** Keeps what is pending. */
    async keep(block: Block | null): Promise<void> {
      const { current } = latest
      if (!current) return
      if (!block) {
        show(null)
        return onDrawn(current)
      }
      const { entry } = block.row
      const before = isSpan(entry) ? whole(entry) : block
      if (before.from !== current.from || before.to !== current.to)
        // It stays where it was let go until the change is there, so that it does not jump back for a moment.
        await place(entry, { start: instantAt(axis, current.from), end: instantAt(axis, current.to) })
      if (latest.current === current) show(null)
    },
  }
}
export type PendingEdits = ReturnType<typeof usePending>
