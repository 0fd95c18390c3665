import path from 'node:path'
import type { Month } from '#shared/kernel/day.ts'
import type { Edit } from '#shared/model/change.ts'
import { fileMonthOf, type TimeEntry } from '#shared/model/entry.ts'
import { tableNames, type TableName } from '#shared/model/workspace.ts'

/** The files of a workspace (persistence.md, Files). Each device writes only in its own folder. */
export interface Layout {
  readonly root: string
  readonly manifest: string
  readonly lock: string
  readonly quarantine: string
  readonly totals: string
  readonly devices: string
}

export const layoutOf = (root: string): Layout => ({
  root,
  manifest: path.join(root, 'manifest.json'),
  lock: path.join(root, 'lock'),
  quarantine: path.join(root, 'quarantine'),
  totals: path.join(root, 'totals.cache.json'),
  devices: path.join(root, 'devices'),
})

/** What one device wrote. */
export interface DeviceLayout {
  readonly root: string
  readonly entries: string
  readonly journal: string
  readonly previousJournal: string
}

export function deviceLayoutOf(layout: Layout, device: string): DeviceLayout {
  const root = path.join(layout.devices, device)
  return {
    root,
    entries: path.join(root, 'entries'),
    journal: path.join(root, 'journal.jsonl'),
    previousJournal: path.join(root, 'journal.prev.jsonl'),
  }
}

/** Tables that lie in one file, and are read whole at every start. */
type SmallTable = Exclude<TableName, 'entries'>
/** A shard's path inside the device's folder, without `.json`: one a table, for entries one a month. */
export type ShardName = SmallTable | `entries/${Month}`
export const smallShards = tableNames.filter((name): name is SmallTable => name !== 'entries')

export const shardOfMonth = (month: Month): ShardName => `entries/${month}`
export const monthOfShard = (shard: ShardName): Month | null =>
  shard.startsWith('entries/') ? (shard.slice('entries/'.length) as Month) : null
export const tableOfShard = (shard: ShardName): Edit['table'] =>
  shard.startsWith('entries/') ? 'entries' : (shard as Exclude<ShardName, `entries/${Month}`>)

/** What a shard is called where all lie beside one another: in quarantine. */
export const stemOf = (shard: ShardName): string => shard.replace('/', '-')

/** The shard a record lies in. */
export const shardOf = (table: Edit['table'], record: NonNullable<Edit['after']>): ShardName =>
  table === 'entries' ? shardOfMonth(fileMonthOf(record as TimeEntry)) : table
