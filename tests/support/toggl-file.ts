import { wallClock, type Zone } from '#shared/kernel/instant.ts'
import type { SpanRow } from '#shared/formats/rows.ts'

/** The columns of the detailed report up to 2024, and one set of those that a user chose since. */
export const classic =
  'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)'
export const newer =
  '"Description","Billable","Duration","Member","Email","Project","Client","Task","Tags","Amount","Currency","Start date","Start time","Stop date","Stop time"'

/** As Toggl writes rows: its form since 2024 has a dash in empty cells, and durations without a leading zero. */
export function printed(rows: readonly SpanRow[], zone: Zone, form: 'classic' | 'newer'): string {
  const lines = rows.map((row) => {
    const [start, end] = [clockOf(row.start, zone), clockOf(row.end, zone)]
    const billable = row.billable ? 'Yes' : 'No'
    const tags = row.tags.join(', ')
    const cells =
      form === 'classic'
        ? [
            'Ada',
            '',
            row.client,
            row.project,
            row.task,
            row.note,
            billable,
            ...start,
            ...end,
            durationOf(row),
            tags,
            '',
          ]
        : [
            row.note,
            billable,
            durationOf(row),
            'AB',
            '',
            row.project,
            row.client,
            row.task,
            tags,
            '',
            '',
            ...start,
            ...end,
          ]
    return cells.map((cell) => quoted(form === 'newer' && cell === '' ? '-' : guarded(cell))).join(',')
  })
  return `\uFEFF${[form === 'classic' ? classic : newer, ...lines].join('\r\n')}\r\n`
}

const two = (value: number): string => String(value).padStart(2, '0')
const clock = (seconds: number, hours: string): string =>
  `${hours}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`
const durationOf = ({ seconds }: SpanRow): string => clock(seconds, String(Math.floor(seconds / 3600)))
const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
/** What a spreadsheet would take for a formula gets an apostrophe, and so does what begins with one before it. */
const guarded = (cell: string): string => (/^'*[=+\-@\t\n]/.test(cell) ? `'${cell}` : cell)

function clockOf(instant: SpanRow['start'], zone: Zone): [day: string, time: string] {
  const { day, second } = wallClock(instant, zone)
  return [day, clock(second, two(Math.floor(second / 3600)))]
}
