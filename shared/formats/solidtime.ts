import type { Instant, Zone } from '../kernel/instant.ts'
import type { Pieces } from '../kernel/pieces.ts'
import { plain } from './columns.ts'
import { CsvRows, recordOf } from './csv-rows.ts'
import { readCsv, type Csv } from './csv.ts'
import { readJson } from './json.ts'
import type { ReadFile } from './row-list.ts'
import type { Recipe } from './sheet.ts'
import { readingTable } from './table.ts'
import { columnsOf, type TrackerTable } from './trackers.ts'

/** What of its export is read; the rest is of its members and its settings. */
export const solidtimeFiles = ['time_entries.csv', 'clients.csv', 'projects.csv', 'tasks.csv', 'tags.csv'] as const

const table: TrackerTable = {
  id: 'solidtime',
  telling: [],
  names: {
    client: ['client_id'],
    project: ['project_id'],
    task: ['task_id'],
    note: ['description'],
    tags: ['tags'],
    billable: ['billable'],
    start: ['start'],
    end: ['end'],
  },
  noEndStillRuns: true,
}
const manner: Recipe['manner'] = { dateOrder: 'dmy', decimal: '.', unit: 'hours' }

/** The entries of solidtime's export: its ids are put into words, and what it calls a break is no work. null: no export of it. */
export function* readingSolidtime(
  files: ReadonlyMap<string, string>,
  zone: Zone,
  now: Instant,
): Pieces<ReadFile | null> {
  const read = readCsv(files.get('time_entries.csv') ?? '')
  if (!read.ok) return null
  yield
  const { header, broken } = read.csv
  const places = new Map(header.map((name, place) => [plain(name), place]))
  const projects = namesIn(files, 'projects.csv')
  const clientsOfProjects = namesIn(files, 'projects.csv', 'client_id')
  const names: readonly (readonly [string, ReadonlyMap<string, string>])[] = [
    ['client_id', namesIn(files, 'clients.csv')],
    ['project_id', projects],
    ['task_id', namesIn(files, 'tasks.csv')],
  ]
  const tags = namesIn(files, 'tags.csv')
  const cell = (cells: readonly string[], name: string): string => cells[places.get(name) ?? -1] ?? ''
  const all = [...read.csv.records]
  const breaks = all.filter(({ cells }) => plain(cell(cells, 'type')) === 'break')
  const away = new Set(breaks)
  const records = all
    .filter((record) => !away.has(record))
    .map(({ line, cells }) => {
      const worded = [...cells]
      const client = cell(cells, 'client_id') || (clientsOfProjects.get(cell(cells, 'project_id')) ?? '')
      const clientPlace = places.get('client_id')
      if (clientPlace !== undefined) worded[clientPlace] = client
      for (const [name, words] of names) {
        const place = places.get(name)
        if (place !== undefined) worded[place] = words.get(worded[place] ?? '') ?? ''
      }
      const place = places.get('tags')
      if (place !== undefined) worded[place] = tagNames(cells[place] ?? '', tags)
      return recordOf(line, worded)
    })
  const worded: Csv = { header, records: CsvRows.of(records), broken }
  const file = yield* readingTable(worded, { columns: columnsOf(table, header), manner, tracker: table }, zone, now)
  const left = breaks.map(({ line, cells }) => ({
    line,
    column: 'type',
    text: cell(cells, 'type'),
    code: 'isBreak' as const,
  }))
  return { rows: file.rows, problems: [...file.problems, ...left].toSorted((a, b) => a.line - b.line) }
}

/** What the ids of one of its tables stand for. */
function namesIn(files: ReadonlyMap<string, string>, file: string, column = 'name'): ReadonlyMap<string, string> {
  const read = readCsv(files.get(file) ?? '')
  if (!read.ok) return new Map()
  const header = read.csv.header.map(plain)
  const [id, name] = [header.indexOf('id'), header.indexOf(column)]
  return new Map([...read.csv.records].map(({ cells }) => [cells[id] ?? '', cells[name] ?? '']))
}

/** A list of ids in one cell, as tags are written in a table. */
function tagNames(cell: string, names: ReadonlyMap<string, string>): string {
  const ids = readJson(cell)
  return Array.isArray(ids)
    ? ids.flatMap((id) => names.get(String(id))?.replaceAll(/[,\\]/g, String.raw`\$&`) ?? []).join(', ')
    : ''
}
