import type { Id } from '#shared/kernel/id.ts'
import type { AnyRecord } from '#shared/model/workspace.ts'
import { applyEdits, readable } from './records.ts'
import type { Pending } from './edits.ts'
import { stemOf, tableOfShard, type ShardName } from './layout.ts'
import { causeOf, type Problem } from './problems.ts'
import { keepRecord, type Quarantine } from './quarantine.ts'
import { NewerShard, type Shard } from './shard-text.ts'
import type { Shards } from './shards.ts'

export interface ReadShard {
  /** What the file says, and since then the journal. */
  readonly records: Map<Id, AnyRecord>
  /** Of the file: 0 where there is none. */
  readonly seq: number
  /** The latest moment in the file. */
  readonly at: string
  readonly state: 'read' | 'replaced' | 'absent' | 'unreadable' | 'newer'
}

export interface Reader {
  read(name: ShardName): ReadShard
}

/** Reads a shard for showing it. What is wrong with it is reported, and never stops the rest. */
export function readerOf(
  shards: Shards,
  pending: Pending,
  quarantine: Quarantine,
  report: (problem: Problem) => void,
): Reader {
  const load = (name: ShardName): { shard: Shard | null; state: ReadShard['state'] } => {
    try {
      const shard = shards.read(name)
      return { shard, state: shard ? (shards.isReplaced(name) ? 'replaced' : 'read') : 'absent' }
    } catch (error) {
      if (error instanceof NewerShard) return { shard: null, state: 'newer' }
      report({ kind: 'unreadable', file: shards.told(name), cause: causeOf(error) })
      return { shard: null, state: 'unreadable' }
    }
  }

  return {
    read(name) {
      const { shard, state } = load(name)
      const table = tableOfShard(name)
      const { records, at, bad } = readable(table, shard ?? { seq: 0, records: new Map() })
      const keep = (what: string, record: unknown): string | null =>
        keepRecord(quarantine, `${stemOf(name)}-${what}.json`, record)
      for (const { id, record } of bad)
        report({ kind: 'badRecord', file: shards.told(name), id, kept: keep('record', record) })
      const seq = shard?.seq ?? 0
      if (state === 'absent' || state === 'replaced') pending.rescue(name)
      for (const { edit, found } of applyEdits(records, pending.of(name, seq))) {
        // Without its file, or with an older one, a shard is what the journal says, and that begins somewhere in the middle.
        if (state !== 'read') continue
        const kept = found && keep('replaced', found)
        report({ kind: 'mismatch', table, id: edit.id, seq: edit.seq, kept })
      }
      return { records, seq, at, state }
    },
  }
}
