import { useEffect, useState } from 'react'
import { instantOf, msOf, type Instant } from '#shared/kernel/instant.ts'

/** The face's one clock. */
export const now = (): Instant => instantOf(Date.now())

/**
 * The time, kept up to date while the component is shown: each second for what ticks, each minute for what only has
 * to be right. It wakes on the full second or minute, so that all clocks of a window turn together.
 */
export function useNow(every: 'second' | 'minute'): Instant {
  const step = every === 'second' ? 1000 : 60_000
  // As of the full minute: whenever they were shown first, two places say the same hours of the same minute.
  const [time, setTime] = useState(() => onTheFull(step))
  useEffect(() => {
    let timeout = 0
    const wake = (): void => {
      setTime(onTheFull(step))
      timeout = window.setTimeout(wake, step - (Date.now() % step))
    }
    timeout = window.setTimeout(wake, step - (Date.now() % step))
    return () => window.clearTimeout(timeout)
  }, [step])
  return time
}

const onTheFull = (step: number): Instant => instantOf(Math.floor(Date.now() / step) * step)

/** The time now, but never before `at`: a change may have been made since the clock last woke. */
export const notBefore = (time: Instant, at: Instant): Instant => (msOf(at) > msOf(time) ? at : time)
