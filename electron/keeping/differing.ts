import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { asOneChange, editsBetween } from '#shared/domain/differences.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Edit } from '#shared/model/change.ts'
import { tableNames, type AnyRecord, type TableName } from '#shared/model/workspace.ts'
import type { Source } from './backups/read.ts'
import type { Backup } from './backups/catalogue.ts'
import { breathing } from '../storage/breathe.ts'
import { monthOfShard, shardOf, shardOfMonth, tableOfShard, type ShardName } from '../storage/layout.ts'
import type { Store } from '../storage/store.ts'
import type { OpenWorkspace } from '../workspace.ts'

/**
 * What would have to change for the workspace to be what `source` holds: everything is looked at, a file at a time, so
 * that nothing else waits. Changes nothing.
 * @param unchanged files of time that are known to hold the same
 */
export async function differing(
  { book, store }: OpenWorkspace,
  source: Source,
  unchanged: ReadonlySet<ShardName> = new Set(),
): Promise<Edit[]> {
  const rest = breathing()
  const slices: Edit[] = []
  for (const table of tableNames) {
    if (table === 'entries') continue
    const then = new Map<Id, AnyRecord>()
    for (const name of source.shards)
      if (tableOfShard(name) === table) for (const [id, record] of source.records(name)) then.set(id, record)
    slices.push(...editsBetween(table, book.workspace.tables[table], then))
    await rest()
  }
  const theirs = source.shards.filter((name) => monthOfShard(name) !== null)
  const ours = (await store.allMonths()).map(shardOfMonth)
  for (const name of new Set([...theirs, ...ours])) {
    const month = monthOfShard(name)
    if (month === null || unchanged.has(name)) continue
    const now = new Map((await store.readMonths([month])).map((entry): [Id, AnyRecord] => [entry.id, entry]))
    const then = theirs.includes(name) ? source.records(name) : new Map<Id, AnyRecord>()
    slices.push(...editsBetween('entries', now, then))
    await rest()
  }
  return asOneChange(slices)
}

/** The files that are, byte for byte, what the backup copied, with no line on either side that changes them. */
export function unchangedSince(store: Store, backup: Backup): Promise<Set<ShardName>> {
  return store.still(async (files) => {
    const rest = breathing()
    const same = new Set<ShardName>()
    if (backup.journal) return same
    const touched = new Set((files.unsaved() as readonly UnsavedChange[]).flatMap(shardsOf))
    for (const name of files.shards()) {
      const copy = backup.files[name]
      if (!copy || touched.has(name)) continue
      const bytes = fs.readFileSync(path.join(files.folder, `${name}.json`))
      if (copy.object.includes(createHash('sha256').update(bytes).digest('hex'))) same.add(name)
      await rest()
    }
    return same
  })
}

type UnsavedRecord = Parameters<typeof shardOf>[1] | null
interface UnsavedChange {
  readonly edits: readonly { table: TableName; before: UnsavedRecord; after: UnsavedRecord }[]
}

const shardsOf = ({ edits }: UnsavedChange): ShardName[] =>
  edits.flatMap(({ table, before, after }) =>
    [before, after].flatMap((record) => (record ? [shardOf(table, record)] : [])),
  )
