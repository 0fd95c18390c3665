import fs from 'node:fs'
import path from 'node:path'
import type { BackupReason } from '#shared/keeping.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { tableNames, type TableName } from '#shared/model/workspace.ts'
import { breathing } from '../../storage/breathe.ts'
import { encodeChange, type JournalChange } from '../../storage/journal-lines.ts'
import { shardOf, stemOf, tableOfShard, type ShardName } from '../../storage/layout.ts'
import { codeOf } from '../../storage/problems.ts'
import { BadShard, decodeShard } from '../../storage/shard-text.ts'
import type { StillFiles } from '../../storage/store.ts'
import { isDoubtful, listBackups, removeBackup, writeBackup, type Backup, type Copy } from './catalogue.ts'
import { objectsOf, type Objects } from './objects.ts'
import { toKeep } from './rotation.ts'

/** The folder of the copies, inside that of the backups. */
export const objectsIn = (backups: string): Objects => objectsOf(path.join(backups, 'objects'))

/** A backup that was begun and left: the app is on its way out. */
export class LeftOff extends Error {}

/**
 * Copies what lies in the shards, with the journal's lines that are in none yet: the workspace as it is at the end of
 * this call. Only shards that make sense are copied; each copy is read back; a file a slice, so that nothing else
 * waits (persistence.md, Backups). Throws what the disk says, and then there is no backup.
 */
export async function makeBackup(files: StillFiles, why: BackupReason, at: Instant): Promise<Backup> {
  const rest = breathing()
  const objects = objectsIn(files.backups)
  const listed = await listBackups(files.backups)
  const known = listed.backups.find((backup) => backup.device === files.device)
  const trusted = listed.backups.find((backup) => backup.device === files.device && !isDoubtful(backup))
  const copies: Record<string, Copy> = {}
  for (const name of files.shards()) {
    const copy = await copyShard(files, objects, name, known?.files[name])
    if (copy) copies[name] = copy
    if (files.isLeaving()) throw new LeftOff()
    await rest()
  }
  const unsaved = files.unsaved()
  const journal = await copyJournal(objects, unsaved)
  const drop = dropSince(trusted, copies)
  const seq = files.seq()
  const counts = countsOf(copies, unsaved)
  return writeBackup(files.backups, {
    format: files.format,
    at,
    why,
    device: files.device,
    seq,
    counts,
    files: copies,
    journal,
    drop,
    isAccepted: false,
  })
}

/** Null where there is no such file any more, or none that makes sense: that shows as a drop. */
async function copyShard(
  files: StillFiles,
  objects: Objects,
  name: ShardName,
  known: Copy | undefined,
): Promise<Copy | null> {
  const file = path.join(files.folder, `${name}.json`)
  const stamp = stampOf(file)
  if (stamp === null) return null
  // A copy rots on the disk as anything else does: it is read before it is relied on once more.
  if (known?.stamp === stamp && (await objects.check(known.object)) === known.bytes) return known
  const bytes = fs.readFileSync(file)
  try {
    const { shard } = decodeShard(bytes.toString())
    const live = [...shard.records.values()].filter((record) => record['removed'] !== true).length
    const object = await objects.put(stemOf(name), 'json', bytes)
    return { object, bytes: bytes.length, stamp, seq: shard.seq, count: shard.records.size, live }
  } catch (error) {
    if (error instanceof BadShard) return null
    throw error
  }
}

function stampOf(file: string): string | null {
  try {
    const { size, mtimeMs } = fs.statSync(file)
    return `${size}-${Math.round(mtimeMs)}`
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

async function copyJournal(objects: Objects, changes: readonly JournalChange[]): Promise<Backup['journal']> {
  if (changes.length === 0) return null
  const bytes = Buffer.concat((await Promise.all(changes.map((change) => encodeChange(change)))).flat())
  return { object: await objects.put('journal', 'jsonl', bytes), bytes: bytes.length }
}

/** Where a file holds fewer records than it did, tombstones counted: removing leaves one, so nobody removed them. */
function dropSince(trusted: Backup | undefined, copies: Readonly<Record<string, Copy>>): Backup['drop'] {
  return Object.entries(trusted?.files ?? {}).flatMap(([file, then]) => {
    const now = copies[file]?.count ?? 0
    return now < then.count ? [{ file, before: then.count, now }] : []
  })
}

/** By table: what the shards hold, and what the lines since make of it. */
function countsOf(copies: Readonly<Record<string, Copy>>, unsaved: readonly JournalChange[]): Backup['counts'] {
  const counts = Object.fromEntries(tableNames.map((table) => [table, 0])) as Record<TableName, number>
  for (const [name, { live }] of Object.entries(copies)) counts[tableOfShard(name as ShardName)] += live
  for (const { seq, edits } of unsaved as readonly { seq: number; edits: readonly UnsavedEdit[] }[])
    for (const { table, before, after } of edits) {
      if (before && seq > (copies[shardOf(table, before)]?.seq ?? 0)) counts[table] -= 1
      if (after && seq > (copies[shardOf(table, after)]?.seq ?? 0)) counts[table] += 1
    }
  return counts
}
type UnsavedEdit = { table: TableName; before: Parameters<typeof shardOf>[1] | null; after: UnsavedEdit['before'] }

/**
 * Takes away the backups whose turn is over, and the copies that none needs any more. Nothing is taken away while one
 * holds fewer records than it should, or cannot be read (persistence.md: "keeps the old ones").
 */
export async function rotate(folder: string): Promise<void> {
  const { backups, unreadable } = await listBackups(folder)
  if (unreadable.length > 0 || backups.some(isDoubtful)) return
  const keep = toKeep(backups)
  for (const { name } of backups) if (!keep.has(name)) removeBackup(folder, name)
  await removeUnused(
    folder,
    backups.filter(({ name }) => keep.has(name)),
  )
}

async function removeUnused(folder: string, backups: readonly Backup[]): Promise<void> {
  const rest = breathing()
  const used = new Set(backups.flatMap(objectsOfBackup))
  const objects = objectsIn(folder)
  for (const name of objects.names()) {
    if (!used.has(name)) objects.remove(name)
    await rest()
  }
}

/** The copies that a backup is made of. */
export const objectsOfBackup = ({ files, journal }: Pick<Backup, 'files' | 'journal'>): string[] => [
  ...Object.values(files).map(({ object }) => object),
  ...(journal ? [journal.object] : []),
]
