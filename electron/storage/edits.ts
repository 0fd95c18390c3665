import type { Id } from '#shared/kernel/id.ts'
import { atOnce, type Pieces } from '#shared/kernel/pieces.ts'
import type { Change } from '#shared/model/change.ts'
import type { AnyRecord, TableName } from '#shared/model/workspace.ts'
import type { Older } from './found-journal.ts'
import { shardOf, type ShardName } from './layout.ts'
import type { StoredRecord } from './shard-text.ts'

/** What a change does to one record of one shard. An entry that moves to another month is two of these. */
export interface ShardEdit {
  readonly seq: number
  readonly at: string
  readonly table: TableName
  readonly id: Id
  /** In this shard. */
  readonly before: AnyRecord | null
  readonly after: AnyRecord | null
}

type Put = (shard: ShardName, edit: ShardEdit) => void

/** How many edits are put in their shards in one go. */
const PIECE = 2000

/** One loop, no lists in between: an import of ten years is tens of thousands of edits at once. */
function* placingEdits({ seq, at, edits }: Pick<Change, 'seq' | 'at' | 'edits'>, put: Put): Pieces<void> {
  let placed = 0
  for (const { table, id, before, after } of edits) {
    if (++placed % PIECE === 0) yield
    const from = before && shardOf(table, before)
    const to = after && shardOf(table, after)
    if (to) put(to, { seq, at, table, id, before: from === to ? before : null, after })
    if (from && from !== to) put(from, { seq, at, table, id, before, after: null })
  }
}

/** A removed record stays as a tombstone, so that no other device brings it back (persistence.md, Files). */
export const storedOf = ({ id, at, after }: ShardEdit): StoredRecord =>
  after ? { ...after, at } : { id, at, removed: true }

/** The edits that are in the journal, and perhaps not yet in their shards. */
export interface Pending {
  add(change: Pick<Change, 'seq' | 'at' | 'edits'>): void
  /** The same in pieces. Whoever looks in between sees a part of it, which is in no shard's `seq` yet. */
  adding(change: Pick<Change, 'seq' | 'at' | 'edits'>): Pieces<void>
  /** In order; only those later than `seq`. */
  of(shard: ShardName, seq: number): readonly ShardEdit[]
  /** The shard has them all, up to `seq`. */
  wrote(shard: ShardName, seq: number): void
  /** The shard's file is gone: what the journal still knows of it is to be written, also what has been once. */
  rescue(shard: ShardName): void
  /** All shards have all up to `seq`. */
  settled(seq: number): void
  /** The shards that a checkpoint has to write. */
  dirty(): ShardName[]
  shards(): ShardName[]
}

/**
 * @param settled the change up to which the last checkpoint wrote
 * @param older what the journals still say of the time before it, for a shard that got lost
 */
export function pendingOf(settled: number, older: Older): Pending {
  const edits = new Map<ShardName, ShardEdit[]>()
  const rescued = new Set<ShardName>()
  let floor = settled
  let isOlderIn = false

  const put = (shard: ShardName, edit: ShardEdit): void => {
    const list = edits.get(shard)
    if (list) list.push(edit)
    else edits.set(shard, [edit])
  }
  const putOlder = (): void => {
    isOlderIn = true
    const later = [...edits]
    edits.clear()
    for (const change of older.changes()) atOnce(placingEdits(change, put))
    for (const [shard, list] of later) for (const edit of list) put(shard, edit)
  }

  return {
    add: (change) => atOnce(placingEdits(change, put)),
    adding: (change) => placingEdits(change, put),
    of: (shard, seq) => (edits.get(shard) ?? []).filter((edit) => edit.seq > seq),
    wrote(shard, seq) {
      const left = (edits.get(shard) ?? []).filter((edit) => edit.seq > seq)
      if (left.length > 0) edits.set(shard, left)
      else edits.delete(shard)
      rescued.delete(shard)
    },
    rescue(shard) {
      if (!isOlderIn && older.mentions(shard)) putOlder()
      if (edits.has(shard)) rescued.add(shard)
    },
    settled(seq) {
      floor = seq
    },
    dirty: () =>
      [...edits]
        .filter(([shard, list]) => rescued.has(shard) || (list.at(-1)?.seq ?? 0) > floor)
        .map(([shard]) => shard),
    shards: () => [...edits.keys()],
  }
}
