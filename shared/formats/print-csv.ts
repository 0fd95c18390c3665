import { wallClock, type Zone } from '../kernel/instant.ts'
import type { Language } from '../model/quantities.ts'
import { isSpanRow, type ImportRow } from './rows.ts'

/** Toggl's columns, which every tracker's importer reads, and the moments themselves: a clock that is put back shows an hour twice. */
const HEADER = [
  'User',
  'Email',
  'Client',
  'Project',
  'Task',
  'Description',
  'Billable',
  'Start date',
  'Start time',
  'End date',
  'End time',
  'Duration',
  'Tags',
  'Start (UTC)',
  'End (UTC)',
] as const

/**
 * Entries as a table: what spreadsheets and other trackers read, and the import reads back as it was. Clocks are those of
 * `zone`. The sign between cells is the one that spreadsheets of the language expect. Work of which only the day is known has no
 * clocks.
 *
 * A cell of words that a spreadsheet would take for a formula gets an apostrophe before it, which the import takes off again
 * (persistence.md, Security).
 */
export function printCsv(rows: readonly ImportRow[], zone: Zone, language: Language): string {
  const delimiter = language === 'it' ? ';' : ','
  const print = (cells: readonly string[]): string => cells.map((cell) => quoted(cell, delimiter)).join(delimiter)
  // With a byte order mark, without which spreadsheets take it for Windows-1252.
  return `\uFEFF${[print(HEADER), ...rows.map((row) => print(cellsOf(row, zone)))].join('\r\n')}\r\n`
}

function cellsOf(row: ImportRow, zone: Zone): string[] {
  const { client, project, task, note, tags, billable, seconds } = row
  const words = ['', '', guarded(client), guarded(project), guarded(task), guarded(note), billable ? 'Yes' : 'No']
  const tagged = guarded(tags.map((tag) => tag.replaceAll(/[,\\]/g, String.raw`\$&`)).join(', '))
  if (!isSpanRow(row)) return [...words, row.day, '', '', '', clock(seconds), tagged, '', '']
  const [start, end] = [wallClock(row.start, zone), wallClock(row.end, zone)]
  return [
    ...words,
    start.day,
    clock(start.second),
    end.day,
    clock(end.second),
    clock(seconds),
    tagged,
    row.start,
    row.end,
  ]
}

const two = (value: number): string => String(value).padStart(2, '0')
const clock = (seconds: number): string =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`

/** One that begins with an apostrophe and such a sign gets another one, so that taking one off is exact. */
const guarded = (text: string): string => (/^'*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text)

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\n\r]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
