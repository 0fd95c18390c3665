import { isDay } from '../kernel/day.ts'
import { dayAt, isInstant, secondsBetween, type Instant, type Zone } from '../kernel/instant.ts'
import type { Pieces } from '../kernel/pieces.ts'
import type { Seconds } from '../kernel/units.ts'
import { listIn, own, textIn } from './json.ts'
import { RowList, type ReadFile } from './row-list.ts'
import { isSpanRow, type ImportRow, type RowProblem } from './rows.ts'

/** What tells Mainstay's own file of entries, and the version of its form. */
const FORMAT = 'mainstay.entries'
const VERSION = 1

/** Entries as JSON: what `readingEntries` reads, and any program can. Work without a client has an empty one. */
export function printJson(rows: readonly ImportRow[], zone: Zone): string {
  const entries = rows.map((row) => {
    const { client, project, task, perk, note, tags, billable, seconds } = row
    const when = isSpanRow(row) ? { start: row.start, end: row.end } : { day: row.day }
    return JSON.stringify({ ...when, seconds, client, engagement: project, task, perk, note, tags, billable })
  })
  const head = JSON.stringify({ format: FORMAT, version: VERSION, timeZone: zone }).slice(0, -1)
  return `${head},"entries":[\n${entries.join(',\n')}\n]}\n`
}

export const isEntriesFile = (json: unknown): boolean =>
  own(json, 'format') === FORMAT && own(json, 'version') === VERSION

export function* readingEntries(json: unknown, zone: Zone, now: Instant): Pieces<ReadFile> {
  const rows = new RowList()
  const problems: RowProblem[] = []
  for (const [index, entry] of listIn(json, 'entries').entries()) {
    if (index % 200 === 199) yield
    const row = rowOf(entry, index + 1, zone, now)
    if ('code' in row) problems.push(row)
    else rows.add(row)
  }
  return { rows, problems }
}

function rowOf(entry: unknown, line: number, zone: Zone, now: Instant): ImportRow | RowProblem {
  const problem = (
    column: string,
    code: 'badTime' | 'badDate' | 'noTime' | 'endBeforeStart' | 'inFuture',
  ): RowProblem => ({
    line,
    column,
    text: textIn(entry, column).slice(0, 80),
    code,
  })
  const perk = textIn(entry, 'perk')
  const words = {
    line,
    client: textIn(entry, 'client'),
    project: textIn(entry, 'engagement'),
    task: textIn(entry, 'task'),
    note: textIn(entry, 'note'),
    tags: listIn(entry, 'tags').filter((tag) => typeof tag === 'string'),
    billable: own(entry, 'billable') !== false,
    ...(perk !== '' && { perk }),
  }
  if (own(entry, 'day') === undefined) {
    const [start, end] = [textIn(entry, 'start'), textIn(entry, 'end')]
    if (!isInstant(start) || start < '1970') return problem('start', 'badTime')
    if (!isInstant(end)) return problem('end', 'badTime')
    if (end <= start) return problem('end', 'endBeforeStart')
    return end > now ? problem('end', 'inFuture') : { ...words, start, end, seconds: secondsBetween(start, end) }
  }
  const [day, seconds] = [textIn(entry, 'day'), own(entry, 'seconds')]
  if (!isDay(day) || day < '1970') return problem('day', 'badDate')
  if (!Number.isSafeInteger(seconds) || Number(seconds) <= 0) return problem('seconds', 'noTime')
  return day > dayAt(now, zone) ? problem('day', 'inFuture') : { ...words, day, seconds: seconds as Seconds }
}
