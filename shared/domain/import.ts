import { isSpanRow, type FileProblem, type ImportRow, type ReadFile, type RowProblem } from '../formats/rows.ts'
import { addToMonth, type Day, type Month } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { addSeconds, dayAt, type Instant, type Zone } from '../kernel/instant.ts'
import { nameKey } from '../kernel/names.ts'
import { compareText } from '../kernel/order.ts'
import { atOnce, type Pieces } from '../kernel/pieces.ts'
import { sumOf } from '../kernel/units.ts'
import type { Workspace } from '../model/workspace.ts'
import { fingerprinting } from './fingerprint.ts'
import { knownKeys } from './import-keys.ts'
import { placing, type EngagementPlace, type Matches, type Place } from './import-places.ts'

/** What is asked of a plan, beside the rows: `zone` is the one that the file's clocks were read in. */
export interface ImportTerms {
  readonly source: string
  readonly zone: Zone
  readonly matches?: Matches | undefined
  /** Leaves out what is longer than `LONG_S`. */
  readonly skipLong?: boolean | undefined
}

/** Longer than anyone works on one thing without a stop: most likely a timer that was forgotten. Seconds. */
export const LONG_S = 16 * 3600

/** What the rows of a file become: entries that are not here yet, and the places they go to. */
export interface ImportPlan {
  readonly entries: readonly {
    readonly row: ImportRow
    readonly key: string
    /** null: own work. */
    readonly engagement: EngagementPlace | null
  }[]
  /** By client, those with most time first. */
  readonly places: readonly (Place & Sum)[]
  readonly known: number
  /** Of the rows that are not known: those that say the same as another one, and those longer than `LONG_S`. */
  readonly twins: number
  readonly long: readonly ImportRow[]
}

interface Sum {
  readonly entries: number
  readonly seconds: number
}

/** How many rows are looked at in one go. */
const PIECE = 500

/** What would come in of a file, and what not. `seconds`, `from`, `to`, `long` and `clients` are of what is new. */
export interface ImportFigures {
  /** Why the file is not read at all; all else is nothing then. */
  readonly problem: FileProblem | null
  /** Rows that were understood; those that are here already are among them. */
  readonly read: number
  readonly known: number
  /** Rows that say the same as another row of the file: they are as many entries. */
  readonly twins: number
  /** How many come in. */
  readonly fresh: number
  readonly seconds: number
  /** The first and the last day with work, in the zone of the file's clocks. */
  readonly from: Day | null
  readonly to: Day | null
  readonly refused: readonly RowProblem[]
  /** Rows that are longer than anyone works without a stop, with their length in seconds; how many there are beyond those told. */
  readonly long: readonly { readonly line: number; readonly words: string; readonly seconds: number }[]
  readonly longCount: number
  /** By time, most first. */
  readonly clients: readonly PlannedClient[]
}

/** A client of the file. */
export interface PlannedClient extends Sum {
  /** The file's name; empty where it names none. */
  readonly said: string
  /** The name it has here, or will have; empty: own work. */
  readonly name: string
  readonly isNew: boolean
  /** null: a new client, or own work. */
  readonly clientId: Id | null
  readonly projects: readonly (Sum & {
    /** The file's name. */
    readonly said: string
    readonly name: string
    readonly engagementId: Id | null
  })[]
}

/** More of them tell nothing new. */
const MOST_TOLD = 100

/**
 * The months whose entries have to be in memory before rows are compared with what is here. An imported entry that
 * its user has since moved to a month without rows is not known again.
 */
export function monthsToCompare(rows: readonly ImportRow[]): Month[] {
  const months = new Set<Month>()
  let last = ''
  for (const row of rows) {
    const at = isSpanRow(row) ? row.start : row.day
    // They mostly lie in order.
    if (last !== '' && at.startsWith(last)) continue
    last = at.slice(0, 7)
    months.add(last as Month)
  }
  // Read in another zone before, the same rows may lie a few hours into the month beside.
  return [...new Set([...months].flatMap((month) => [addToMonth(month, -1), month, addToMonth(month, 1)]))].toSorted()
}

/** What a file comes to that is not read. */
export const unread = (problem: FileProblem | null): ImportFigures => ({
  problem,
  read: 0,
  known: 0,
  twins: 0,
  fresh: 0,
  seconds: 0,
  from: null,
  to: null,
  refused: [],
  long: [],
  longCount: 0,
  clients: [],
})

/** What a plan comes to, for a reader. */
export function figuresOf({ rows, problems }: ReadFile, plan: ImportPlan, zone: Zone): ImportFigures {
  const { entries, known, twins, long, places } = plan
  return {
    ...unread(null),
    read: rows.length,
    known,
    twins,
    fresh: entries.length,
    seconds: sumOf(places, (place) => place.seconds),
    ...daysOf(entries, zone),
    refused: problems,
    long: long.slice(0, MOST_TOLD).map((row) => ({
      line: row.line,
      words: [row.client, row.project, row.note].filter(Boolean).join(' · ').slice(0, 200),
      seconds: row.seconds,
    })),
    longCount: long.length,
    clients: clientsOf(places),
  }
}

const clientsOf = (places: ImportPlan['places']): PlannedClient[] =>
  [...groupBy(places, ({ client }) => nameKey(client.said)).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const { said, name, existing } = first.client
    const isNew = name !== '' && existing === null
    return [{ said, name, isNew, clientId: existing?.id ?? null, ...added(own), projects: projectsOf(own) }]
  })

const projectsOf = (places: ImportPlan['places']): PlannedClient['projects'] =>
  [...groupBy(places, ({ project }) => nameKey(project)).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const { project, engagement } = first
    return [
      { said: project, name: engagement?.name ?? '', engagementId: engagement?.existing?.id ?? null, ...added(own) },
    ]
  })

/** The client with most time first; of two with as much, by name. */
function byTime(a: ImportPlan['places'], b: ImportPlan['places']): number {
  const name = ([place]: ImportPlan['places']): string => place?.client.name ?? ''
  return added(b).seconds - added(a).seconds || compareText(name(a), name(b))
}

const added = (sums: readonly Sum[]): Sum => ({
  entries: sumOf(sums, ({ entries }) => entries),
  seconds: sumOf(sums, ({ seconds }) => seconds),
})

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

function daysOf(entries: ImportPlan['entries'], zone: Zone): Pick<ImportFigures, 'from' | 'to'> {
  let [start, end, from, to] = ['', '', '', '']
  for (const { row } of entries) {
    if (isSpanRow(row)) {
      if (start === '' || row.start < start) start = row.start
      if (row.end > end) end = row.end
    } else {
      if (from === '' || row.day < from) from = row.day
      if (row.day > to) to = row.day
    }
  }
  const first = start === '' ? '' : dayAt(start as Instant, zone)
  const last = end === '' ? '' : dayAt(addSeconds(end as Instant, -1), zone)
  const days = [first, last, from, to].filter((day) => day !== '').toSorted() as Day[]
  return { from: days[0] ?? null, to: days.at(-1) ?? null }
}

/**
 * The one place that decides what comes in, so that the preview shows what the command does. A row whose key is here
 * already is left out.
 * @param known the keys of what is here; without them, of all that is in memory: months as `monthsToCompare` says
 */
export function* planningImport(
  workspace: Workspace,
  rows: readonly ImportRow[],
  { source, zone, matches, skipLong = false }: ImportTerms,
  known?: ReadonlySet<string>,
): Pieces<ImportPlan> {
  const here = known ?? (yield* keysInMemory(workspace, source, zone))
  const keyOf = fingerprinting(zone)
  const placeOf = placing(workspace, rows, { matches, isOwnExport: source === 'mainstay' })
  const entries: ImportPlan['entries'][number][] = []
  const long: ImportRow[] = []
  const sums = new Map<Place, { entries: number; seconds: number }>()
  let [knownRows, twins, seen] = [0, 0, 0]
  for (const row of rows) {
    if (++seen % PIECE === 0) yield
    const key = keyOf(row)
    if (here.has(key)) {
      knownRows += 1
      continue
    }
    if (key.includes('#')) twins += 1
    if (row.seconds > LONG_S) {
      long.push(row)
      if (skipLong) continue
    }
    const place = placeOf(row)
    entries.push({ row, key, engagement: place.engagement })
    const sum = sums.get(place)
    if (sum) {
      sum.entries += 1
      sum.seconds += row.seconds
    } else sums.set(place, { entries: 1, seconds: row.seconds })
  }
  const places = [...sums].map(([place, sum]) => ({ ...place, ...sum }))
  const clients = [...groupBy(places, ({ client }) => nameKey(client.said)).values()].toSorted(byTime)
  return { entries, places: clients.flat(), known: knownRows, twins, long }
}

function* keysInMemory(workspace: Workspace, source: string, zone: Zone): Pieces<ReadonlySet<string>> {
  const { keys, add } = knownKeys(workspace, source, zone)
  yield* add(workspace.tables.entries.values())
  return keys
}

export const planImport = (...args: Parameters<typeof planningImport>): ImportPlan => atOnce(planningImport(...args))

/** What would come in of a file, at once. */
export const previewImport = (file: ReadFile, terms: ImportTerms, workspace: Workspace): ImportFigures =>
  figuresOf(file, planImport(workspace, file.rows, terms), terms.zone)
