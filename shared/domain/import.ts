import type { ReadFile, RowList } from '../formats/row-list.ts'
import type { FileProblem, RowProblem } from '../formats/rows.ts'
import { addToMonth, DAY_MS, fromNumber, monthOf, type Day, type Month } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { dayAt, instantOf, type Zone } from '../kernel/instant.ts'
import { nameKey } from '../kernel/names.ts'
import { compareText } from '../kernel/order.ts'
import { atOnce, type Pieces } from '../kernel/pieces.ts'
import { sumOf } from '../kernel/units.ts'
import type { Workspace } from '../model/workspace.ts'
import { fingerprintsIn, zoneOfKeys } from './fingerprint.ts'
import { knownKeys } from './import-keys.ts'
import { perksOfRows } from './import-perks.ts'
import { placing, type Matches, type Place } from './import-places.ts'

/** What is asked of a plan, beside the rows: `zone` is the one that the file's clocks were read in, if it has any. */
export interface ImportTerms {
  readonly source: string
  readonly zone: Zone
  readonly hasClocks?: boolean | undefined
  readonly matches?: Matches | undefined
  /** Leaves out what is longer than `LONG_S`. */
  readonly skipLong?: boolean | undefined
}

/** Longer than anyone works on one thing without a stop: most likely a timer that was forgotten. Seconds. */
export const LONG_S = 16 * 3600

/** What the rows of a file become: entries that are not here yet, and the places they go to. */
export interface ImportPlan {
  readonly rows: RowList
  /** Those of them that come in, by their place; and the key of each. */
  readonly taken: readonly number[]
  readonly keyOf: (at: number) => string
  /** Where the rows go that are for one of `rows.names`; nothing is said of those of which none comes in. */
  readonly placeOf: readonly (Place | undefined)[]
  /** The perk on which a row comes in; null for none. */
  readonly perkOf: (at: number) => string | null
  /** By client, those with most time first. */
  readonly places: readonly (Place & Sum)[]
  readonly known: number
  /** Of the rows that are not known: those that say the same as another one, and those longer than `LONG_S`. */
  readonly twins: number
  /** Places in `rows`. */
  readonly long: readonly number[]
  /** Rows that come in without the perk that they name: their work does not have it on their day. */
  readonly withoutPerk: number
}

interface Sum {
  readonly entries: number
  readonly seconds: number
}

const DAY_S = DAY_MS / 1000
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
  /** Rows that come in without the perk that they name. */
  readonly withoutPerk: number
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
 * The months whose entries have to be in memory before rows are compared with what is here. What came from the same file
 * and was moved elsewhere since is known by its source, wherever it lies (`sourceKeysIn`).
 */
export function monthsToCompare(rows: RowList): Month[] {
  const months = new Set<Month>()
  let last = NaN
  for (let at = 0; at < rows.length; at++) {
    const day = Math.floor(rows.startOf(at) / DAY_S)
    // They mostly lie in order.
    if (day !== last) months.add(monthOf(fromNumber(day)))
    last = day
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
  withoutPerk: 0,
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
  const { taken, known, twins, withoutPerk, long, places } = plan
  return {
    ...unread(null),
    read: rows.length,
    known,
    twins,
    withoutPerk,
    fresh: taken.length,
    seconds: sumOf(places, (place) => place.seconds),
    ...daysOf(plan, zone),
    refused: problems,
    long: Array.from(long.slice(0, MOST_TOLD), (at) => rows.at(at)).map((row) => ({
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

function daysOf({ rows, taken }: ImportPlan, zone: Zone): Pick<ImportFigures, 'from' | 'to'> {
  let [start, end, from, to] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const at of taken) {
    const begin = rows.startOf(at)
    if (rows.isOfDay(at)) {
      if (begin < from) from = begin
      if (begin > to) to = begin
      continue
    }
    const until = begin + rows.secondsOf(at)
    if (begin < start) start = begin
    if (until > end) end = until
  }
  const dayOf = (second: number): Day[] => (Number.isFinite(second) ? [dayAt(instantOf(second * 1000), zone)] : [])
  const asItIs = (second: number): Day[] => (Number.isFinite(second) ? [fromNumber(second / DAY_S)] : [])
  const days = [...dayOf(start), ...dayOf(end - 1), ...asItIs(from), ...asItIs(to)].toSorted()
  return { from: days[0] ?? null, to: days.at(-1) ?? null }
}

/**
 * The one place that decides what comes in, so that the preview shows what the command does. A row whose key is here
 * already is left out.
 * @param known the keys of what is here; without them, of all that is in memory: months as `monthsToCompare` says
 */
export function* planningImport(
  workspace: Workspace,
  rows: RowList,
  { source, zone, hasClocks, matches, skipLong = false }: ImportTerms,
  known?: ReadonlySet<string>,
): Pieces<ImportPlan> {
  const here = known ?? (yield* keysInMemory(workspace, source, zoneOfKeys({ zone, hasClocks })))
  const { timesOf, keyOf } = fingerprintsIn(rows, zoneOfKeys({ zone, hasClocks }))
  const place = placing(workspace, rows.names, { matches, isOwnExport: source === 'mainstay' })
  const placeOf: (Place | undefined)[] = []
  const perkOf = perksOfRows(workspace, rows, placeOf)
  const [taken, long]: [number[], number[]] = [[], []]
  const sums: { entries: number; seconds: number }[] = []
  let [knownRows, twins, withoutPerk] = [0, 0, 0]
  for (let at = 0; at < rows.length; at++) {
    if (at % PIECE === PIECE - 1) yield
    const times = timesOf(at)
    if (here.size > 0 && here.has(keyOf(at))) {
      knownRows += 1
      continue
    }
    if (times > 1) twins += 1
    const length = rows.secondsOf(at)
    if (length > LONG_S) {
      long.push(at)
      if (skipLong) continue
    }
    const name = rows.nameOf(at)
    const names = rows.names[name]
    placeOf[name] ??= names && place(names)
    if (names?.perk !== undefined && perkOf(at) === null) withoutPerk += 1
    taken.push(at)
    const sum = (sums[name] ??= { entries: 0, seconds: 0 })
    sum.entries += 1
    sum.seconds += length
  }
  const places = summed(placeOf, sums)
  const clients = [...groupBy(places, ({ client }) => nameKey(client.said)).values()].toSorted(byTime)
  return { rows, taken, keyOf, placeOf, perkOf, places: clients.flat(), known: knownRows, twins, withoutPerk, long }
}

/** Names that have the same place are one. */
function summed(placeOf: ImportPlan['placeOf'], sums: readonly Sum[]): ImportPlan['places'] {
  const places = new Map<Place, Sum>()
  placeOf.forEach((place, name) => {
    const [before, more] = [place && places.get(place), sums[name]]
    if (place && more) places.set(place, before ? added([before, more]) : more)
  })
  return [...places].map(([place, sum]) => ({ ...place, ...sum }))
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
