import { instantOf, type Instant } from '#shared/kernel/instant.ts'

/** The shell's one clock, in UTC milliseconds; everything else is given the time. */
export const wallClockMs = (): number => Date.now()

export const instantNow = (): Instant => instantOf(wallClockMs())
