import { useEffect, useEffectEvent, useRef } from 'react'
import type { Block, Stretch } from '#shared/domain/day-calendar.ts'
import type { Hold, PendingEdits } from './use-pending.ts'

interface Options {
  readonly edits: PendingEdits
  readonly canvas: React.RefObject<HTMLElement | null>
  readonly scroller: React.RefObject<HTMLElement | null>
  /** Pixels that an hour is high. */
  readonly hour: number
}

interface Drag {
  readonly pointer: number
  readonly block: Block | null
  readonly hold: Hold
  readonly origin: Stretch
  /** Where it was taken hold of, in seconds of the day. */
  readonly at: number
  isMoving: boolean
}

/** Below this many pixels it was a click. */
const SLACK = 4
/** So near the edge of what is seen, the day scrolls on under the pointer. */
const EDGE = 28

/** Drags by the pointer: on an entry to move or resize it, on free time to draw one. */
export function useDrag({ edits, canvas, scroller, hour }: Options) {
  const drag = useRef<Drag | null>(null)
  const secondAt = (y: number): number => ((y - (canvas.current?.getBoundingClientRect().top ?? 0)) / hour) * 3600

  /** Escape, while the button is still down. */
  const abandon = useEffectEvent((event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !drag.current?.isMoving) return
    drag.current = null
    edits.cancel()
    event.preventDefault()
  })
  useEffect(() => {
    window.addEventListener('keydown', abandon, true)
    return () => window.removeEventListener('keydown', abandon, true)
  }, [])
  const begin = (event: React.PointerEvent, block: Block | null): void => {
    if (event.button !== 0) return
    const held = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-hold]') : null
    const hold = (held?.dataset['hold'] ?? 'all') as Hold
    const at = secondAt(event.clientY)
    const origin = block ? edits.standing(block) : { from: at, to: at }
    drag.current = { pointer: event.pointerId, block, hold, origin, at, isMoving: false }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const move = (event: React.PointerEvent): void => {
    const { current } = drag
    if (current?.pointer !== event.pointerId) return
    scrollAlong(scroller.current, event.clientY)
    const at = secondAt(event.clientY)
    if (!current.isMoving && Math.abs(at - current.at) < (SLACK / hour) * 3600) return
    current.isMoving = true
    if (current.block) edits.shift(current.block, current.hold, at - current.at, current.origin)
    else edits.draw(current.at, at)
  }
  const end = (event: React.PointerEvent): void => {
    const { current } = drag
    if (current?.pointer !== event.pointerId) return
    drag.current = null
    if (!current.isMoving) return
    if (event.type === 'pointercancel') edits.cancel()
    else void edits.keep(current.block)
  }
  return {
    begin,
    /** For what took hold of the pointer. */
    handlers: { onPointerMove: move, onPointerUp: end, onPointerCancel: end },
    isDragging: () => drag.current?.isMoving ?? false,
  }
}

function scrollAlong(scroller: HTMLElement | null, y: number): void {
  if (!scroller) return
  const { top, bottom } = scroller.getBoundingClientRect()
  if (y < top + EDGE) scroller.scrollBy(0, -8)
  if (y > bottom - EDGE) scroller.scrollBy(0, 8)
}
