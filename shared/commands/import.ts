import { z } from 'zod'
import { preferencesOf } from '../domain/book.ts'
import { monthsToCompare, planningImport, type ImportPlan } from '../domain/import.ts'
import type { EngagementPlace } from '../domain/import-places.ts'
import type { ImportRow } from '../formats/rows.ts'
import type { Id } from '../kernel/id.ts'
import { isInstant, secondsBetween } from '../kernel/instant.ts'
import { atOnce, type Pieces } from '../kernel/pieces.ts'
import { refused } from '../kernel/refusal.ts'
import { made, type Edit, type EditOf } from '../model/change.ts'
import type { Client } from '../model/client.ts'
import type { Hourly } from '../model/engagement.ts'
import type { SpanEntry } from '../model/entry.ts'
import { instantSchema, languageSchema, secondsSchema, textSchema, zoneSchema } from '../model/quantities.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Book } from '../domain/book.ts'
import { newClient } from './clients.ts'
import { defineCommand, type Context, type Ran } from './command.ts'

const rowSchema = z
  .object({
    line: z.int().positive(),
    client: textSchema,
    project: textSchema,
    task: textSchema,
    note: textSchema,
    tags: z.array(textSchema),
    billable: z.boolean(),
    start: instantSchema,
    end: instantSchema,
    seconds: secondsSchema,
  })
  .refine(
    ({ start, end, seconds }) =>
      // This is asked of a row with a moment that there is not, too: it has been refused by then.
      isInstant(start) && isInstant(end) && seconds > 0 && secondsBetween(start, end) === seconds,
  )

const input = z.object({
  source: z.enum(['toggl']),
  language: languageSchema,
  rows: z.array(rowSchema),
  zone: zoneSchema.optional(),
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

/** How many entries are made in one go. */
const PIECE = 500

function* bringingIn(
  { workspace }: Book,
  { source, language, rows, zone }: z.output<typeof input>,
  { now, newId, ...here }: Context,
): Pieces<Ran> {
  if (rows.some((row) => row.end > now)) return refused({ code: 'inFuture', field: 'rows' })
  const plan = yield* planningImport(workspace, source, rows, zone ?? here.zone)
  if (plan.entries.length === 0) return refused({ code: 'nothingToImport' })
  const places = makePlaces(workspace, plan, language, newId)
  const edits: Edit[] = [...places.clients, ...places.engagements]
  for (const { row, key, engagement } of plan.entries) {
    if (edits.length % PIECE === PIECE - 1) yield
    const engagementId = engagement ? places.idOf(engagement) : null
    edits.push(made('entries', entryOf(row, newId(), engagementId, { from: source, key })))
  }
  return { ok: true, edits }
}

/** The clients and engagements that are missing, and what each engagement of the plan is called for ever. */
function makePlaces(workspace: Workspace, plan: ImportPlan, language: Client['language'], newId: () => Id) {
  const { currency, listRate } = preferencesOf(workspace)
  const clients: EditOf<'clients'>[] = []
  const engagements: EditOf<'engagements'>[] = []
  const ids = new Map<EngagementPlace, Id>()
  for (const { name, existing, engagements: places } of plan.clients) {
    if (name === '') continue
    const named = { name, currency, language, listRate, note: '' }
    const client = existing ?? newClient(workspace, named, newId(), clients.length)
    if (!existing) clients.push(made('clients', client))
    for (const place of places) {
      const engagement = place.existing ?? hourlyOf(client, place.name, newId())
      if (!place.existing) engagements.push(made('engagements', engagement))
      ids.set(place, engagement.id)
    }
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

/** Own work is for no client, so it is never billable; its project, which has no other place, is its task. */
function entryOf(row: ImportRow, id: Id, engagementId: Id | null, source: { from: string; key: string }): SpanEntry {
  const { note, tags, start, end } = row
  const billable = engagementId !== null && row.billable
  const task = engagementId === null ? [row.project, row.task].filter(Boolean).join(': ') : row.task
  return { id, engagementId, ...(task && { task }), note, tags: [...tags], billable, start, end, source }
}
