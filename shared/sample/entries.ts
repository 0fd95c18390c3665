import type { Day } from '../kernel/day.ts'
import { addSeconds, atWallClock } from '../kernel/instant.ts'
import { by } from '../kernel/order.ts'
import type { SpanEntry } from '../model/entry.ts'
import { layOut, type Placed } from './days.ts'
import { engagementId } from './engagements.ts'
import { idAt } from './ids.ts'
import { MONTHS_BACK, type Setting } from './setting.ts'
import { workOf } from './work.ts'

/** All time entries up to now, oldest first. What would not be over by now is not there: no timer runs. */
export function sampleEntries(setting: Setting): SpanEntry[] {
  const entries: SpanEntry[] = []
  for (let offset = -MONTHS_BACK; offset <= 0; offset += 1) {
    const days = [...workOf(setting, offset)].toSorted(by(([start]) => start))
    for (const [day, pieces] of days)
      if (day <= setting.today) entries.push(...entriesOf(setting, day, layOut(day, pieces)))
  }
  return entries.filter(({ end }) => end !== null && end <= setting.now)
}

/**
 * A day's work as entries. Each day is put on the wall clock once, at noon, and counted in elapsed time from there: no
 * zone changes its clocks in working hours, and asking for every entry is slow.
 */
function entriesOf(setting: Setting, day: Day, placed: readonly Placed[]): SpanEntry[] {
  const noon = atWallClock(day, NOON, setting.zone)
  return placed.map(({ key, note, from, to }) => {
    const start = addSeconds(noon, from - NOON)
    return {
      id: idAt(start, 'entry'),
      engagementId: key === 'own' ? null : engagementId(setting, key),
      note,
      tags: [],
      billable: key !== 'own',
      start,
      end: addSeconds(noon, to - NOON),
    }
  })
}

const NOON = 12 * 3600
