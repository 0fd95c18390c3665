import { useEffect, useEffectEvent, type RefObject } from 'react'

/** Escape inside the element. It is heard last of all, so that an open list or menu has taken it before. */
export function useEscape(element: RefObject<HTMLElement | null>, onEscape: () => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const isInside = event.target instanceof Node && element.current?.contains(event.target)
    if (event.key === 'Escape' && isInside && !event.defaultPrevented) onEscape()
  })
  useEffect(() => {
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [])
}
