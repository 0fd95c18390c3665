import { isDeepStrictEqual } from 'node:util'
import { isId, type Id } from '#shared/kernel/id.ts'
import type { Edit } from '#shared/model/change.ts'
import { tableSchemas } from '#shared/model/tables.ts'
import type { AnyRecord, TableName } from '#shared/model/workspace.ts'
import type { ShardEdit } from './edits.ts'
import type { ReadChange } from './journal-lines.ts'
import type { Shard, StoredRecord } from './shard-text.ts'

/** What of a shard can be shown: records by the model's schemas, without what is storage's own. */
export interface Readable {
  readonly records: Map<Id, AnyRecord>
  /** The latest moment in it. */
  readonly at: string
  readonly bad: readonly { readonly id: string; readonly record: StoredRecord }[]
}

/** Record by record: one that does not validate does not keep the others out (persistence.md, The promise, 2). */
export function readable(table: TableName, shard: Shard): Readable {
  const records = new Map<Id, AnyRecord>()
  const bad: { id: string; record: StoredRecord }[] = []
  let last = ''
  for (const [id, stored] of shard.records) {
    const { at, ...record } = stored
    if (typeof at === 'string' && at > last) last = at
    if (record['removed'] === true && isId(id)) continue
    const parsed = record['id'] === id ? parseRecord(table, record) : null
    if (parsed) records.set(parsed.id, parsed)
    else bad.push({ id, record: stored })
  }
  return { records, at: last, bad }
}

/** The record with its defaults filled in and its unknown fields kept; null where it is not one. */
export function parseRecord(table: TableName, record: unknown): AnyRecord | null {
  const parsed = tableSchemas[table].safeParse(record)
  return parsed.success ? parsed.data : null
}

/** A line's edits as edits, where their records are what the table holds. */
export function parseEdits(change: ReadChange): { edits: Edit[]; bad: { id: string; record: unknown }[] } {
  const edits: Edit[] = []
  const bad: { id: string; record: unknown }[] = []
  for (const { table, id, before, after } of change.edits) {
    const edit = Object.hasOwn(tableSchemas, table) ? parseEdit(table as TableName, id, before, after) : null
    if (edit) edits.push(edit)
    else bad.push({ id, record: after ?? before })
  }
  return { edits, bad }
}

function parseEdit(table: TableName, id: string, before: unknown, after: unknown): Edit | null {
  const [from, to] = [before, after].map((record) => (record === null ? null : parseRecord(table, record)))
  if (!isId(id) || (before !== null && from?.id !== id) || (after !== null && to?.id !== id)) return null
  return { table, id, before: from, after: to } as Edit
}

/**
 * What lies in a file in the place of a record that a change makes or replaces, where it is not what the change knew:
 * the file could not be read then, or was put there since. Null where there is no such thing.
 */
export function replacedUnseen(stored: StoredRecord | undefined, { table, before }: ShardEdit): unknown {
  if (!stored || stored['removed'] === true) return null
  const { at: _at, ...record } = stored
  if (isDeepStrictEqual(record, before)) return null
  const parsed = parseRecord(table, record)
  return parsed && isDeepStrictEqual(parsed, before) ? null : (parsed ?? stored)
}

/** Puts the edits on the records, in order. Returns those that found another record than they say was there. */
export function applyEdits(records: Map<Id, AnyRecord>, edits: readonly ShardEdit[]) {
  const surprised: { edit: ShardEdit; found: AnyRecord | null }[] = []
  for (const edit of edits) {
    const found = records.get(edit.id) ?? null
    if (!isDeepStrictEqual(found, edit.before)) surprised.push({ edit, found })
    if (edit.after) records.set(edit.id, edit.after)
    else records.delete(edit.id)
  }
  return surprised
}
