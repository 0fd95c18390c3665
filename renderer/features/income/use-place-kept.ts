import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'

interface PlaceKept {
  /** What is said above, and changes with the press. */
  readonly above: RefObject<HTMLDivElement | null>
  /** Its room: as much as it had when nothing was supposed. */
  readonly minHeight: number | undefined
  /** Around what is pressed: a press in it is remembered by its place. */
  readonly pressed: RefObject<HTMLDivElement | null>
  readonly onPress: () => void
}

/**
 * Keeps a switch under the pointer that pressed it, so that a second press undoes the first, though what is said above
 * it grows or shrinks: what shrinks keeps its room, and for what grows the page is scrolled by as much.
 * @param isChanged whether what is above is not as it was at first
 */
export function usePlaceKept(isChanged: boolean): PlaceKept {
  const above = useRef<HTMLDivElement>(null)
  const pressed = useRef<HTMLDivElement>(null)
  const before = useRef<number | null>(null)
  const [room, setRoom] = useState<number | undefined>()
  const onPress = useCallback(() => {
    before.current = pressed.current?.getBoundingClientRect().top ?? null
    if (!isChanged) setRoom(above.current?.getBoundingClientRect().height)
  }, [isChanged])
  // After whatever the press has changed, whichever that is.
  useLayoutEffect(() => {
    const [element, was] = [pressed.current, before.current]
    before.current = null
    if (element === null || was === null) return
    const moved = element.getBoundingClientRect().top - was
    if (moved !== 0) element.closest('main')?.scrollBy({ top: moved })
  })
  return { above, minHeight: isChanged ? room : undefined, pressed, onPress }
}
