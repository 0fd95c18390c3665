import { wallClock, type Zone } from '../kernel/instant.ts'
import type { Language } from '../model/quantities.ts'
import { printTable } from './delimited.ts'
import { isSpanRow, type ImportRow } from './rows.ts'

/**
 * Toggl's columns, which every tracker's importer reads; behind them the moments themselves (a clock that is put back shows
 * an hour twice), and the perk, which no other program has.
 */
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
  'Perk',
] as const

/**
 * Entries as a table: what spreadsheets and other trackers read, and the import reads back as it was, guarded words
 * too. Clocks are those of `zone`. Work of which only the day is known has no clocks.
 */
export const printCsv = (rows: readonly ImportRow[], zone: Zone, language: Language): string =>
  printTable([HEADER, ...rows.map((row) => cellsOf(row, zone))], language)

function cellsOf(row: ImportRow, zone: Zone): string[] {
  const { client, project, task, note, tags, billable, seconds, perk = '' } = row
  const words = ['', '', client, project, task, note, billable ? 'Yes' : 'No']
  const tagged = tags.map((tag) => tag.replaceAll(/[,\\]/g, String.raw`\$&`)).join(', ')
  if (!isSpanRow(row)) return [...words, row.day, '', '', '', clock(seconds), tagged, '', '', perk]
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
    perk,
  ]
}

const two = (value: number): string => String(value).padStart(2, '0')
const clock = (seconds: number): string =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`
