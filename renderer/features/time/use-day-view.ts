import { useMemo } from 'react'
import { dayView, entriesOn, type DayView } from '#shared/domain/day-view.ts'
import type { Day } from '#shared/kernel/day.ts'
import { addSeconds, secondsBetween, type Instant } from '#shared/kernel/instant.ts'
import { isRunning } from '#shared/model/entry.ts'
import { notBefore, useNow } from '../../clock.ts'
import { useBook, usePreferences } from '../../workspace.tsx'

/**
 * The day, worked out anew when something changes and on each full minute of the running timer: the clock of the timer
 * bar and the figures of the list turn together.
 */
export function useDayView(day: Day): DayView {
  const book = useBook()
  const { timeZone } = usePreferences()
  const entries = useMemo(() => entriesOn(book.workspace.tables.entries.values(), day, timeZone), [book, day, timeZone])
  const running = entries.find(isRunning)
  const time = useNow(running ? 'second' : 'minute')
  const now = running ? fullMinute(running.start, notBefore(time, running.start)) : time
  return useMemo(() => dayView(entries, day, timeZone, now), [entries, day, timeZone, now])
}

const fullMinute = (start: Instant, now: Instant): Instant =>
  addSeconds(start, Math.floor(secondsBetween(start, now) / 60) * 60)
