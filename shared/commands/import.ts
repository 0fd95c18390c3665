import { z } from 'zod'
import type { Book } from '../domain/book.ts'
import { monthsToCompare, planningImport } from '../domain/import.ts'
import { enteringPlan, idsOneByOne } from '../domain/import-entries.ts'
import { isImportRow } from '../formats/is-row.ts'
import { RowList } from '../formats/row-list.ts'
import { isSpanRow, type ImportRow } from '../formats/rows.ts'
import { trackerIds } from '../formats/trackers.ts'
import { atOnce, type Pieces } from '../kernel/pieces.ts'
import { refused } from '../kernel/refusal.ts'
import type { Edit } from '../model/change.ts'
import { unpackEdits } from '../model/packed-edits.ts'
import { idSchema, languageSchema, textSchema, zoneSchema } from '../model/quantities.ts'
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
  hasClocks: z.boolean().optional(),
  matches: matchesSchema.optional(),
  skipLong: z.boolean().optional(),
})

/**
 * Brings in the rows of another tracker's file: the clients and hourly engagements that are missing, and the entries
 * that are not here yet, as one change. New clients get the currency and rate of the preferences, and documents in
 * `language`. `zone` is the one that the file's clocks were read in, if it `hasClocks`. What the plan decides, the preview has shown.
 */
export const importEntries = defineCommand({
  name: 'import.entries',
  undo: 'always',
  input,
  long: 'rows',
  months: (_book, { rows }) => monthsToCompare(RowList.of(rows)),
  run: (...args) => atOnce(bringingIn(...args)),
  running: bringingIn,
})

function* bringingIn(
  book: Book,
  { source, language, rows, zone, hasClocks, matches, skipLong }: z.output<typeof input>,
  context: Context,
): Pieces<Ran> {
  const { now, today } = context
  if (rows.some((row) => (isSpanRow(row) ? row.end > now : row.day > today)))
    return refused({ code: 'inFuture', field: 'rows' })
  const terms = { source, zone: zone ?? context.zone, hasClocks, matches, skipLong }
  const plan = yield* planningImport(book.workspace, RowList.of(rows), terms)
  if (plan.taken.length === 0) return refused({ code: 'nothingToImport' })
  const edits: Edit[] = []
  for (const packed of enteringPlan(book.workspace, plan, { source, language }, idsOneByOne(context.newId))) {
    edits.push(...((unpackEdits(packed) ?? []) as Edit[]))
    yield
  }
  return { ok: true, edits }
}
