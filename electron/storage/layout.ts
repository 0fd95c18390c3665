import path from 'node:path'
import type { Month } from '#shared/kernel/day.ts'
import type { Edit } from '#shared/model/change.ts'
import { fileMonthOf, type TimeEntry } from '#shared/model/entry.ts'

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

/** A shard's path inside the device's folder, without `.json`: one a table, for entries one a month. */
export type ShardName = 'preferences' | 'clients' | 'engagements' | `entries/${Month}`
export const smallShards = ['preferences', 'clients', 'engagements'] as const satisfies ShardName[]

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

export const isMonth = (text: string): text is Month => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
