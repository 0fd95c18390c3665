import { addDays, type Day } from '#shared/kernel/day.ts'
import { atWallClock, dayAt, secondsBetween, type Instant, type Zone } from '#shared/kernel/instant.ts'

const HALF_A_DAY = 12 * 3600

/**
 * The moment that a time of day means for a timer that began at `start`: today's; yesterday's where today's is still
 * ahead and that is what lies near the start (at half past midnight, 23:40 was yesterday). A time that is ahead and has
 * no such yesterday stays ahead, so that it is refused: a slip of the keys does not make a timer of a day.
 */
export function startAt(second: number, start: Instant, now: Instant, zone: Zone): Instant {
  const on = (day: Day): Instant => atWallClock(day, second, zone)
  const today = dayAt(now, zone)
  const before = on(addDays(today, -1))
  const isNear = Math.abs(secondsBetween(before, start)) < HALF_A_DAY
  return on(today) > now && isNear ? before : on(today)
}
