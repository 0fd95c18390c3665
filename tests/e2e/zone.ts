import type { Zone } from '#shared/kernel/instant.ts'

/**
 * A zone in which it is early afternoon now, at whatever hour the tests run: no test meets midnight or the turn of a
 * month, and a morning's work lies behind it.
 */
export const ZONE = middayZone(new Date().getUTCHours())

function middayZone(hour: number): Zone {
  const ahead = 13 - hour
  // In these names the sign is turned round.
  return (ahead > 0 ? `Etc/GMT-${ahead}` : ahead < 0 ? `Etc/GMT+${-ahead}` : 'Etc/GMT') as Zone
}
