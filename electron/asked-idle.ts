import type { IdleClock } from './idle-clock.ts'

/** Each question is a process: whoever is at work, or has long been gone, is asked about rarely. */
const SELDOM_MS = 15_000
const OFTEN_MS = 5000
const [MAY_BE_GONE_MS, LONG_GONE_MS] = [60_000, 30 * 60_000]

/**
 * A clock of what can only be asked for, and is answered later: what it remembers is the moment of the last touch, which
 * stands still until there was another. Idle time that was told some seconds ago would be another moment at each look,
 * so that whoever is away would seem to come back.
 *
 * @param ask milliseconds since the last touch; null where nobody tells
 * @param now the machine's own clock, in milliseconds
 */
export function askedIdle(ask: () => Promise<number | null>, now: () => number): IdleClock {
  let touched: number | null = null
  let asked = Number.NEGATIVE_INFINITY
  const look = async (): Promise<void> => {
    const at = (asked = now())
    const idle = await ask()
    touched = idle === null ? null : at - idle
  }
  void look()
  return () => {
    const idle = touched === null ? null : Math.max(0, now() - touched)
    const isDoubtful = idle !== null && idle >= MAY_BE_GONE_MS && idle < LONG_GONE_MS
    if (now() - asked >= (isDoubtful ? OFTEN_MS : SELDOM_MS)) void look()
    return idle
  }
}
