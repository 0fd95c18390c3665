import { addDays, type Day } from '#shared/kernel/day.ts'
import { dayAt, type Instant, type Zone } from '#shared/kernel/instant.ts'
import type { Here, ImportDesk } from './import-desk.ts'

/** A day a week, so that it is known as well how far the zone's clocks are ahead of UTC. */
const WEEKS = 20 * 52
/** So many that the engine knows by then what is done over and over. */
const ROWS_A_DAY = 6
const HEADER =
  'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount'

/**
 * Reads a made-up table from its bytes to the line of the journal, while a file is held over the window or looked for in
 * the system's dialog: what has been done before takes half the time. Nothing comes of it.
 */
export async function rehearse(desk: ImportDesk, { preferences }: Here, now: Instant): Promise<void> {
  const zone: Zone = preferences.timeZone
  const here = { clients: [], engagements: [], preferences }
  desk.take(new TextEncoder().encode(madeUp(addDays(dayAt(now, zone), -7 * WEEKS))))
  if (!(await desk.open()) || !(await desk.read({ zone }, now))) return
  if (await desk.plan(here, { source: 'toggl', zone })) await desk.enter(here, { source: 'toggl', language: 'en' })
}

function madeUp(from: Day): string {
  const lines = [HEADER]
  for (let row = 0; row < WEEKS * ROWS_A_DAY; row++) {
    const day = addDays(from, 7 * Math.floor(row / ROWS_A_DAY))
    const hour = 9 + (row % ROWS_A_DAY)
    const note = row % 3 === 0 ? `"Call ${row}, with notes"` : `Draft ${row}`
    const tags = row % 5 === 0 ? '"deep, remote"' : ''
    const who = `Me,me@example.com,Client ${row % 9},Project ${row % 4},Work,${note},Yes`
    lines.push(`${who},${day},${clock(hour)},${day},${clock(hour + 1)},01:00:00,${tags},80.00`)
  }
  return lines.join('\r\n')
}

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00:00`
