import path from 'node:path'
import type { Month } from '#shared/kernel/day.ts'
import type { Edit } from '#shared/model/change.ts'
import { fileMonthOf, type TimeEntry } from '#shared/model/entry.ts'
import { fileYearOf, type Invoice } from '#shared/model/invoice.ts'
import { tableNames, type TableName } from '#shared/model/workspace.ts'
import type { Layout } from './folders.ts'

export { layoutOf, type Layout } from './folders.ts'

/** What one device wrote. */
export interface DeviceLayout {
  readonly root: string
  readonly entries: string
  readonly invoices: string
  readonly journal: string
  readonly previousJournal: string
  /** Where the next journal is begun, before the present one becomes the previous. */
  readonly nextJournal: string
}

export function deviceLayoutOf(layout: Layout, device: string): DeviceLayout {
  const root = path.join(layout.devices, device)
  return {
    root,
    entries: path.join(root, 'entries'),
    invoices: path.join(root, 'invoices'),
    journal: path.join(root, 'journal.jsonl'),
    previousJournal: path.join(root, 'journal.prev.jsonl'),
    nextJournal: path.join(root, 'journal.next.jsonl'),
  }
}

/** Tables that lie in one file, and are read whole at every start. */
type SmallTable = Exclude<TableName, 'entries' | 'invoices'>
/** Invoices are few, so that all their years are read at every start; each year is a file that is done with. */
export type YearShard = `invoices/${string}`
/** A shard's path inside the device's folder, without `.json`: one a table, for entries one a month, for invoices a year. */
export type ShardName = SmallTable | `entries/${Month}` | YearShard
export const smallShards = tableNames.filter((name): name is SmallTable => name !== 'entries' && name !== 'invoices')

/** Until format 2 all invoices lay in one file. */
export const OLD_INVOICES = 'invoices' as ShardName

export const shardOfMonth = (month: Month): ShardName => `entries/${month}`
export const monthOfShard = (shard: ShardName): Month | null =>
  shard.startsWith('entries/') ? (shard.slice('entries/'.length) as Month) : null
export const shardOfYear = (year: string): YearShard => `invoices/${year}`
export const isYearShard = (shard: ShardName): shard is YearShard => shard.startsWith('invoices/')

export function tableOfShard(shard: ShardName): TableName {
  if (isYearShard(shard)) return 'invoices'
  return monthOfShard(shard) === null ? (shard as SmallTable) : 'entries'
}

/** What a shard is called where all lie beside one another: in quarantine. */
export const stemOf = (shard: ShardName): string => shard.replace('/', '-')

/** The shard a record lies in. */
export function shardOf(table: TableName, record: NonNullable<Edit['after']>): ShardName {
  if (table === 'entries') return shardOfMonth(fileMonthOf(record as TimeEntry))
  return table === 'invoices' ? shardOfYear(fileYearOf(record as Invoice)) : table
}
