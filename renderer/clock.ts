import { useEffect, useState } from 'react'
import { instantOf, msOf, type Instant } from '#shared/kernel/instant.ts'

/** The face's one clock. */
export const now = (): Instant => instantOf(Date.now())

/**
 * The time, kept up to date while the component is shown: each second for what ticks, each minute for what only has
 * to be right. It wakes on the full second or minute, so that all clocks of a window turn together.
 * @param from full minutes are counted from here, in place of the clock's own: what has run since turns with its timer
 */
export function useNow(every: 'second' | 'minute', from?: Instant): Instant {
  const step = every === 'second' ? 1000 : 60_000
  const phase = from === undefined ? 0 : msOf(from) % step
  // As of the full minute: whenever they were shown first, two places say the same hours of the same minute.
  const [woke, setWoke] = useState(() => fullOf(step, phase))
  useEffect(() => {
    let timeout = 0
    const sleep = (): void => {
      timeout = window.setTimeout(wake, step - ((Date.now() - phase) % step))
    }
    const wake = (): void => {
      setWoke(fullOf(step, phase))
      sleep()
    }
    wake()
    return () => window.clearTimeout(timeout)
  }, [step, phase])
  return woke
}

const fullOf = (step: number, phase: number): Instant =>
  instantOf(Math.floor((Date.now() - phase) / step) * step + phase)

/** The time now, but never before `at`: a change may have been made since the clock last woke. */
export const notBefore = (time: Instant, at: Instant): Instant => (msOf(at) > msOf(time) ? at : time)
