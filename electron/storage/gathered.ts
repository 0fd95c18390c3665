import { isMonth, type Month } from '#shared/kernel/day.ts'
import type { RawRecord, RawTables } from '#shared/model/migrate.ts'
import { tableNames, type TableName } from '#shared/model/workspace.ts'
import { breathing } from './breathe.ts'
import type { ReadChange } from './journal-lines.ts'
import {
  monthOfShard,
  isYearShard,
  shardOf,
  shardOfMonth,
  shardOfYear,
  tableOfShard,
  type ShardName,
} from './layout.ts'
import { parseRecord } from './records.ts'
import type { Shard } from './shard-text.ts'

/** All that a folder of an older format says, records by table, whatever file they lay in. */
export interface Gathered {
  readonly tables: RawTables
  /** Of the last change. */
  readonly seq: number
  /** The latest moment. */
  readonly at: string
  /** Where a record lay, by table and id: for one of which nothing else says where it belongs. */
  readonly lay: ReadonlyMap<string, ShardName>
}

/**
 * Puts files and journal together by the moments that they name: of what stands twice the later is right. So it does
 * not matter which lines had reached their file, and what a lost file had is taken from the lines that are left.
 */
export async function gather(shards: ReadonlyMap<ShardName, Shard>, changes: readonly ReadChange[]): Promise<Gathered> {
  const rest = breathing()
  const tables = new Map<string, Map<string, RawRecord>>(tableNames.map((table) => [table, new Map()]))
  const lay = new Map<string, ShardName>()
  let [seq, at] = [0, '']
  const put = (table: string, id: string, record: RawRecord): boolean => {
    const into = tables.get(table)
    const known = into?.get(id)
    if (!into || (known && isLater(known, record))) return false
    into.set(id, record)
    if (momentOf(record) > at) at = momentOf(record)
    return true
  }
  for (const [name, shard] of shards) {
    const table = tableOfShard(name)
    for (const [id, record] of shard.records) if (put(table, id, record)) lay.set(`${table} ${id}`, name)
    seq = Math.max(seq, shard.seq)
    await rest()
  }
  for (const change of changes) {
    for (const { table, id, after } of change.edits)
      put(table, id, after ? { ...after, at: change.at } : { id, at: change.at, removed: true })
    seq = Math.max(seq, change.seq)
    await rest()
  }
  return { tables, seq, at, lay }
}

const momentOf = ({ at }: RawRecord): string => (typeof at === 'string' ? at : '')

/** Of an entry that went to another month there is, of one moment, a tombstone too. */
const isLater = (known: RawRecord, than: RawRecord): boolean =>
  momentOf(known) > momentOf(than) || (momentOf(known) === momentOf(than) && than['removed'] === true)

/** The records in the files of the present format. */
export async function place({ tables, seq, lay }: Gathered): Promise<Map<ShardName, Shard>> {
  const rest = breathing()
  const shards = new Map<ShardName, Map<string, RawRecord>>()
  for (const table of tableNames)
    for (const [id, record] of tables.get(table) ?? []) {
      const name = placeOf(table, record, lay.get(`${table} ${id}`))
      const into = shards.get(name) ?? new Map<string, RawRecord>()
      shards.set(name, into.set(id, record))
      await rest()
    }
  return new Map([...shards].map(([name, records]) => [name, { seq, records }]))
}

/** @param lay where it lay: of a tombstone, and of what is no record, that is all that says where it belongs */
function placeOf(table: TableName, stored: RawRecord, lay: ShardName | undefined): ShardName {
  const { at: _at, ...record } = stored
  const parsed = record['removed'] === true ? null : parseRecord(table, record)
  if (parsed) return shardOf(table, parsed)
  if (table !== 'entries' && table !== 'invoices') return table
  if (lay && (isYearShard(lay) || monthOfShard(lay) !== null)) return lay
  const month = momentOf(stored).slice(0, 7)
  const known = isMonth(month) ? month : ('1970-01' as Month)
  return table === 'entries' ? shardOfMonth(known) : shardOfYear(known.slice(0, 4))
}
