import type { SpanRow } from '#shared/formats/rows.ts'
import { addDays, addToMonth, firstDayOf, monthOf, weekdayOf, type Day, type Month } from '#shared/kernel/day.ts'
import { addSeconds, atWallClock, type Zone } from '#shared/kernel/instant.ts'
import { seconds } from '#shared/kernel/units.ts'
import { printed } from '#tests/support/toggl-file.ts'

const HOUR = 3600

/** What the report has of every week: two clients, and own work without one. */
const week = [
  { weekday: 2, client: 'Alder', from: 9 * HOUR, lasts: 2 * HOUR, note: 'Newsletter, "weekly"' },
  { weekday: 4, client: 'Delta', from: 14 * HOUR, lasts: 1.5 * HOUR, note: '' },
  { weekday: 5, client: '', from: 16 * HOUR, lasts: HOUR, note: 'Accounts' },
] as const

/** A made-up report of Toggl Track over the two years before this month. */
export interface Report {
  readonly text: string
  readonly rows: readonly SpanRow[]
  readonly first: Month
  /** The rows after the others that cannot be read: their line, the column that is to blame, and why. */
  readonly broken: readonly { readonly line: number; readonly column: string; readonly why: string }[]
}

export function twoYears(today: Day, zone: Zone): Report {
  const first = addToMonth(monthOf(today), -24)
  const rows: SpanRow[] = []
  for (let day = firstDayOf(first); day < firstDayOf(monthOf(today)); day = addDays(day, 1)) {
    for (const work of week.filter(({ weekday }) => weekday === weekdayOf(day))) {
      const start = atWallClock(day, work.from, zone)
      rows.push({
        line: rows.length + 2,
        client: work.client,
        project: '',
        task: '',
        note: work.note,
        tags: [],
        billable: work.client !== '',
        start,
        end: addSeconds(start, work.lasts),
        seconds: seconds(work.lasts),
      })
    }
  }
  const bad = [
    ['2026-03-04,25:00:00,2026-03-04,11:00:00,01:00:00', 'Start time', 'Not a time'],
    ['2026-03-04,11:00:00,2026-03-04,10:00:00,01:00:00', 'End time', 'The end has to come after the start'],
    ['2026-02-30,09:00:00,2026-02-30,10:00:00,01:00:00', 'Start date', 'February 2026 has 28 days'],
  ] as const
  const text = bad.map(([clocks]) => `Ada,,Alder,,,Broken,Yes,${clocks},,\r\n`).join('')
  return {
    text: printed(rows, zone, 'classic') + text,
    rows,
    first,
    broken: bad.map(([, column, why], index) => ({ line: rows.length + 2 + index, column, why })),
  }
}

/** Seconds of a client in a month, counted over the rows. */
export const secondsIn = (report: Report, client: string, days: (day: Day) => boolean, zone: Zone): number =>
  report.rows
    .filter((row) => row.client === client && days(dayIn(row, zone)))
    .reduce((sum, row) => sum + row.seconds, 0)

const dayIn = (row: SpanRow, zone: Zone): Day => {
  const offset = atWallClock('2026-01-01' as Day, 0, zone)
  const shift = Date.parse('2026-01-01T00:00:00Z') - Date.parse(offset)
  return new Date(Date.parse(row.start) + shift).toISOString().slice(0, 10) as Day
}
