import { useEffect, useEffectEvent } from 'react'
import { views, type ViewId } from './views.ts'

/** Ctrl (Cmd on a Mac) with a digit shows the view in that place of the switch. */
export function useViewKeys(show: (view: ViewId) => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey || event.shiftKey || event.ctrlKey === event.metaKey) return
    const view = /^Digit\d$/.test(event.code) ? views[Number(event.code.slice(5)) - 1] : undefined
    if (!view || document.querySelector('[role="dialog"]')) return
    show(view.id)
    event.preventDefault()
  })
  useEffect(() => {
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}
