import { useEffect, useEffectEvent } from 'react'
import { addDays, type Day } from '#shared/kernel/day.ts'
import { useToday } from '../../workspace.tsx'

/** Where the arrows mean something of their own. */
const OTHERS =
  'input, textarea, [contenteditable], [role="dialog"], [role="listbox"], [role="menu"], [role="radiogroup"]'

interface DayKeys {
  day: Day
  show: (day: Day) => void
  /** How many days a step is. */
  by?: number
}

/** The arrows go to the day before and after, Home to today, where they are nobody else’s. */
export function useDayKeys({ day, show, by = 1 }: DayKeys): void {
  const today = useToday()
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (event.target instanceof Element && event.target.closest(OTHERS)) return
    if (event.key === 'ArrowLeft') show(addDays(day, -by))
    else if (event.key === 'ArrowRight') show(addDays(day, by))
    else if (event.key === 'Home') show(today)
    else return
    event.preventDefault()
  })
  useEffect(() => {
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}
