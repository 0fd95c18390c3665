import { z } from 'zod'
import { preferencesOf, type Book } from '../domain/book.ts'
import { monthsToCompare, planningImport, type ImportPlan } from '../domain/import.ts'
import type { EngagementPlace } from '../domain/import-places.ts'
import { isImportRow } from '../formats/is-row.ts'
import { isSpanRow, type ImportRow } from '../formats/rows.ts'
import { trackerIds } from '../formats/trackers.ts'
import type { Id } from '../kernel/id.ts'
import { atOnce, type Pieces } from '../kernel/pieces.ts'
import { refused } from '../kernel/refusal.ts'
import { made, type Edit, type EditOf } from '../model/change.ts'
import type { Client } from '../model/client.ts'
import type { Hourly } from '../model/engagement.ts'
import type { TimeEntry } from '../model/entry.ts'
import { idSchema, languageSchema, textSchema, zoneSchema } from '../model/quantities.ts'
import type { Workspace } from '../model/workspace.ts'
import { newClient } from './clients.ts'
import { defineCommand, type Context, type Ran } from './command.ts'

/** What the user said of the names of a file (domain/import-places.ts). */
export const matchesSchema = z.object({
  clients: z.array(z.object({ client: textSchema, clientId: idSchema.nullable() })).max(10_000),
  projects: z.array(z.object({ client: textSchema, project: textSchema, engagementId: idSchema })).max(10_000),
})

const input = z.object({
  source: z.enum(trackerIds),
  language: languageSchema,
  // By hand: a schema for each row of a long file takes longer than all the rest.
  rows: z.array(z.custom<ImportRow>(isImportRow)),
  zone: zoneSchema.optional(),
  matches: matchesSchema.optional(),
  skipLong: z.boolean().optional(),
})

/**
 * Brings in the rows of another tracker's file: the clients and hourly engagements that are missing, and the entries
 * that are not here yet, as one change. New clients get the currency and rate of the preferences, and documents in
 * `language`. `zone` is the one that the file's clocks were read in. What the plan decides, the preview has shown.
 */
export const importEntries = defineCommand({
  name: 'import.entries',
  undo: 'always',
  input,
  long: 'rows',
  months: (_book, { rows }) => monthsToCompare(rows),
  run: (...args) => atOnce(bringingIn(...args)),
  running: bringingIn,
})

function* bringingIn(
  book: Book,
  { source, language, rows, zone, matches, skipLong }: z.output<typeof input>,
  context: Context,
): Pieces<Ran> {
  const { now, today } = context
  if (rows.some((row) => (isSpanRow(row) ? row.end > now : row.day > today)))
    return refused({ code: 'inFuture', field: 'rows' })
  const terms = { source, zone: zone ?? context.zone, matches, skipLong }
  const plan = yield* planningImport(book.workspace, rows, terms)
  return yield* enteringPlan(book, plan, { source, language }, context)
}

/** How many entries are made in one go. */
const PIECE = 500

/** What a plan comes to, as edits. The plan is of the book as it is. */
export function* enteringPlan(
  { workspace }: Book,
  plan: ImportPlan,
  { source, language }: Pick<z.output<typeof input>, 'source' | 'language'>,
  { newId }: Pick<Context, 'newId'>,
): Pieces<Ran> {
  if (plan.entries.length === 0) return refused({ code: 'nothingToImport' })
  const places = makePlaces(workspace, plan, language, newId)
  const edits: Edit[] = [...places.clients, ...places.engagements]
  for (const { row, key, engagement } of plan.entries) {
    if (edits.length % PIECE === PIECE - 1) yield
    const id = newId()
    const after = entryOf(row, id, engagement ? places.idOf(engagement) : null, { from: source, key })
    edits.push({ table: 'entries', id, before: null, after })
  }
  return { ok: true, edits }
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

/** Own work is for no client, so it is never billable; what the file has for it, which has no other place, is its task. */
function entryOf(row: ImportRow, id: Id, engagementId: Id | null, source: { from: string; key: string }): TimeEntry {
  const { note, tags } = row
  const billable = engagementId !== null && row.billable
  const task = engagementId === null ? [row.client, row.project, row.task].filter(Boolean).join(': ') : row.task
  const entry: TimeEntry = isSpanRow(row)
    ? { id, engagementId, note, tags: [...tags], billable, source, start: row.start, end: row.end }
    : { id, engagementId, note, tags: [...tags], billable, source, day: row.day, seconds: row.seconds }
  if (task !== '') entry.task = task
  return entry
}
