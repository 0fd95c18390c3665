import type { RowNames } from '../formats/row-list.ts'
import { ownTaskOf } from '../formats/within-limits.ts'
import { DAY_MS, fromNumber } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { made, type EditOf } from '../model/change.ts'
import type { Client } from '../model/client.ts'
import type { Hourly } from '../model/engagement.ts'
import { canCount, type Column, type Packed, type PackedRun } from '../model/packed-edits.ts'
import type { Workspace } from '../model/workspace.ts'
import { preferencesOf } from './book.ts'
import type { ImportPlan } from './import.ts'
import type { EngagementPlace } from './import-places.ts'
import { newClient } from './new-client.ts'

/** How many entries are made in one go. */
const PIECE = 1000

/** Where ids come from: one, or a column of them. */
export interface Ids {
  readonly next: () => Id
  readonly column: (count: number) => Column
}

/** Each of them made by itself. */
export const idsOneByOne = (newId: () => Id): Ids => ({
  next: newId,
  column: (count) => ({ each: Array.from({ length: count }, newId) }),
})

/** Only the first of a column is made, by chance; the others count up from it, and take no room (packed-edits.ts). */
export const idsCounting = (newId: () => Id): Ids => ({
  next: newId,
  column(count) {
    for (;;) {
      const first = newId()
      if (canCount(first, count)) return { ids: first }
    }
  },
})

/** Where it comes from, and the language of the documents for new clients. */
export interface Entered {
  readonly source: string
  readonly language: Client['language']
}

/**
 * What a plan comes to, as packed edits, a piece at a time: an import of ten years is written as the tables that it is,
 * and nobody makes a record that is not asked for. The plan is of the workspace as it is.
 */
export function* enteringPlan(
  workspace: Workspace,
  plan: ImportPlan,
  { source, language }: Entered,
  ids: Ids,
): Generator<Packed[], void> {
  const places = makePlaces(workspace, plan, language, ids.next)
  yield [...places.clients, ...places.engagements]
  const engagements = plan.placeOf.map((place) => (place?.engagement ? places.idOf(place.engagement) : null))
  const tasks = plan.rows.names.map((names, name) => taskOf(names, engagements[name] ?? null))
  const entering = { source, engagements, tasks, ids }
  for (let from = 0; from < plan.taken.length; from += PIECE) {
    const kinds: number[][] = Array.from({ length: 8 }, () => [])
    for (let index = from; index < Math.min(from + PIECE, plan.taken.length); index++) {
      const row = plan.taken[index] ?? 0
      const hasTask = tasks[plan.rows.nameOf(row)] !== ''
      const hasPerk = plan.perkOf(row) !== null
      kinds[(plan.rows.isOfDay(row) ? 1 : 0) + (hasTask ? 2 : 0) + (hasPerk ? 4 : 0)]?.push(row)
    }
    yield kinds.filter((kind) => kind.length > 0).map((kind) => runOf(plan, kind, entering))
  }
}

/** The clients and engagements that are missing, and what each engagement of the plan is called for ever. */
function makePlaces(workspace: Workspace, plan: ImportPlan, language: Client['language'], newId: () => Id) {
  const { currency, listRate } = preferencesOf(workspace)
  const clients: EditOf<'clients'>[] = []
  const engagements: EditOf<'engagements'>[] = []
  const newOnes = new Map<ImportPlan['places'][number]['client'], Client>()
  const ids = new Map<EngagementPlace, Id>()
  for (const { client: place, engagement } of plan.places) {
    if (engagement === null || ids.has(engagement)) continue
    const named = { name: place.name, currency, language, listRate, note: '' }
    const client = place.existing ?? newOnes.get(place) ?? newClient(workspace, named, newId(), clients.length)
    if (!place.existing && !newOnes.has(place)) {
      newOnes.set(place, client)
      clients.push(made('clients', client))
    }
    const own = engagement.existing ?? hourlyOf(client, engagement.name, newId())
    if (!engagement.existing) engagements.push(made('engagements', own))
    ids.set(engagement, own.id)
  }
  const idOf = (place: EngagementPlace): Id => {
    const id = ids.get(place)
    if (id === undefined) throw new Error('an entry for an engagement that is not in the plan')
    return id
  }
  return { clients, engagements, idOf }
}

const hourlyOf = (client: Client, name: string, id: Id): Hourly => ({
  id,
  kind: 'hourly',
  clientId: client.id,
  name,
  archived: false,
  rates: [{ from: null, rate: client.listRate }],
  rounding: { mode: 'none' },
})

interface Entering {
  readonly source: string
  /** By the place in `rows.names`; null: own work. */
  readonly engagements: readonly (Id | null)[]
  /** By the same. */
  readonly tasks: readonly string[]
  readonly ids: Ids
}

/** What the file has for own work, which has no other place, is its task. */
const taskOf = (names: RowNames, engagement: Id | null): string => (engagement === null ? ownTaskOf(names) : names.task)

/**
 * Rows that have the same fields, as a table of entries. Own work is for no client, so it is never billable.
 * @param all places in the plan's rows
 */
function runOf(
  { rows, keyOf, perkOf }: ImportPlan,
  all: readonly number[],
  { source, engagements, tasks, ids }: Entering,
): PackedRun {
  const [first = 0] = all
  const engagementOf = (row: number): Id | null => engagements[rows.nameOf(row)] ?? null
  const task = tasks[rows.nameOf(first)] ?? ''
  const when: Record<string, Column> = rows.isOfDay(first)
    ? {
        day: few(all.map((row) => fromNumber(rows.startOf(row) / DAY_S))),
        seconds: few(all.map((row) => rows.secondsOf(row))),
      }
    : {
        start: instants(all.map((row) => rows.startOf(row))),
        end: instants(all.map((row) => rows.startOf(row) + rows.secondsOf(row))),
      }
  const fields: Record<string, Column> = {
    id: ids.column(all.length),
    engagementId: few(all.map(engagementOf)),
    note: { each: all.map((row) => rows.noteOf(row)) },
    tags: few(all.map((row) => rows.tagsOf(row))),
    billable: few(all.map((row) => rows.isBillable(row) && engagementOf(row) !== null)),
    source: { fields: { from: { all: source }, key: { each: all.map(keyOf) } } },
    ...when,
  }
  if (task !== '') fields['task'] = few(all.map((row) => tasks[rows.nameOf(row)] ?? ''))
  if (perkOf(first) !== null) fields['perkId'] = few(all.map(perkOf))
  return { table: 'entries', count: all.length, before: null, after: { fields } }
}

const DAY_S = DAY_MS / 1000

/** A column of values of which there are a few. */
function few(values: readonly unknown[]): Column {
  const words = new Map<unknown, number>()
  const at = values.map((value) => {
    const known = words.get(value)
    if (known === undefined) words.set(value, words.size)
    return known ?? words.size - 1
  })
  return words.size === 1 ? { all: values[0] } : { words: [...words.keys()], at }
}

/** @param seconds since 1970 */
function instants(seconds: readonly number[]): Column {
  let last = 0
  const steps = seconds.map((second) => {
    const step = second - last
    last = second
    return step
  })
  return { instants: steps }
}
