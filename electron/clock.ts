import os from 'node:os'
import { instantOf, type Instant } from '#shared/kernel/instant.ts'

/** The shell's one clock, in UTC milliseconds; everything else is given the time. */
export const wallClockMs = (): number => Date.now()

/** Milliseconds since the machine was started, its sleep included: nobody can set it. */
export const machineClockMs = (): number => os.uptime() * 1000

export const instantNow = (): Instant => instantOf(wallClockMs())
