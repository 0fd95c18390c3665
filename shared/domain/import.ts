import type { FileProblem, ImportRow, ReadOutcome, RowProblem } from '../formats/rows.ts'
import { addToMonth, type Day, type Month } from '../kernel/day.ts'
import { addSeconds, dayAt, type Zone } from '../kernel/instant.ts'
import { atOnce, type Pieces } from '../kernel/pieces.ts'
import { sumOf } from '../kernel/units.ts'
import type { Workspace } from '../model/workspace.ts'
import { fingerprinting } from './fingerprint.ts'
import { placing, type ClientPlace, type EngagementPlace } from './import-places.ts'

/** What the rows of a file become: entries that are not here yet, and who they are for, by time, most first. */
export interface ImportPlan {
  readonly entries: readonly {
    readonly row: ImportRow
    readonly key: string
    /** null: own work. */
    readonly engagement: EngagementPlace | null
  }[]
  readonly clients: readonly PlannedClient[]
}

/** How many rows are looked at in one go. */
const PIECE = 500

interface PlannedClient extends ClientPlace {
  readonly engagements: ReadonlySet<EngagementPlace>
  readonly entries: number
  readonly seconds: number
}

/** What would come in of a file, and what not. `seconds`, `from`, `to` and `clients` are of what is new. */
export interface ImportFigures {
  /** Why the file is not read at all; all else is nothing then. */
  readonly problem: FileProblem | null
  /** Rows that were understood; those that are here already are among them. */
  readonly read: number
  readonly known: number
  readonly seconds: number
  /** The first and the last day with work, in the zone of the file's clocks. */
  readonly from: Day | null
  readonly to: Day | null
  readonly refused: readonly RowProblem[]
  /** By time, most first; own work has no name. */
  readonly clients: readonly {
    readonly name: string
    readonly isNew: boolean
    readonly entries: number
    readonly seconds: number
  }[]
}

/**
 * The months whose entries have to be in memory before rows are compared with what is here. An imported entry that
 * its user has since moved to a month without rows is not known again.
 */
export function monthsToCompare(rows: readonly Pick<ImportRow, 'start'>[]): Month[] {
  const months = new Set(rows.map((row) => row.start.slice(0, 7) as Month))
  // Read in another zone before, the same rows may lie a few hours into the month beside.
  return [...new Set([...months].flatMap((month) => [addToMonth(month, -1), month, addToMonth(month, 1)]))].toSorted()
}

/** What the command would do with a file. @param zone the one that the file's clocks were read in. */
export function* previewingImport(
  ...[read, source, zone, workspace]: Parameters<typeof previewImport>
): Pieces<ImportFigures> {
  const { rows, problems } = read.ok ? read.file : { rows: [], problems: [] }
  const { entries, clients } = yield* planningImport(workspace, source, rows, zone)
  return {
    problem: read.ok ? null : read.problem,
    read: rows.length,
    known: rows.length - entries.length,
    seconds: sumOf(clients, (client) => client.seconds),
    ...daysOf(entries, zone),
    refused: problems,
    clients: clients.map((client) => ({
      name: client.name,
      isNew: client.name !== '' && client.existing === null,
      entries: client.entries,
      seconds: client.seconds,
    })),
  }
}

export const previewImport = (read: ReadOutcome, source: string, zone: Zone, workspace: Workspace): ImportFigures =>
  atOnce(previewingImport(read, source, zone, workspace))

function daysOf(entries: ImportPlan['entries'], zone: Zone): Pick<ImportFigures, 'from' | 'to'> {
  const [first] = entries
  if (!first) return { from: null, to: null }
  let { start, end } = first.row
  for (const { row } of entries) {
    if (row.start < start) start = row.start
    if (row.end > end) end = row.end
  }
  return { from: dayAt(start, zone), to: dayAt(addSeconds(end, -1), zone) }
}

/**
 * The one place that decides what comes in, so that the preview shows what the command does. A row whose key is here
 * already is left out. Months as `monthsToCompare` says have to be in memory.
 */
export function* planningImport(...[workspace, source, rows, zone]: Parameters<typeof planImport>): Pieces<ImportPlan> {
  const known = yield* keysOf(workspace, source)
  const keyOf = fingerprinting(zone)
  const placeOf = placing(workspace, rows)
  const entries: ImportPlan['entries'][number][] = []
  const sums = new Map<ClientPlace, { engagements: Set<EngagementPlace>; entries: number; seconds: number }>()
  for (const [index, row] of rows.entries()) {
    if (index % PIECE === PIECE - 1) yield
    const key = keyOf(row)
    if (known.has(key)) continue
    const { client, engagement } = placeOf(row)
    entries.push({ row, key, engagement })
    const sum = sums.get(client) ?? { engagements: new Set(), entries: 0, seconds: 0 }
    if (engagement) sum.engagements.add(engagement)
    sum.entries += 1
    sum.seconds += row.seconds
    sums.set(client, sum)
  }
  const clients = [...sums].map(([client, sum]) => ({ ...client, ...sum }))
  return { entries, clients: clients.toSorted((a, b) => b.seconds - a.seconds || (a.name < b.name ? -1 : 1)) }
}

export const planImport = (workspace: Workspace, source: string, rows: readonly ImportRow[], zone: Zone): ImportPlan =>
  atOnce(planningImport(workspace, source, rows, zone))

function* keysOf(workspace: Workspace, source: string): Pieces<Set<string>> {
  const keys = new Set<string>()
  let seen = 0
  for (const entry of workspace.tables.entries.values()) {
    if (++seen % (PIECE * 10) === 0) yield
    if (entry.source?.from === source) keys.add(entry.source.key)
  }
  return keys
}
