import type { Id } from '#shared/kernel/id.ts'
import type { Change } from '#shared/model/change.ts'
import { migrate } from '#shared/model/migrate.ts'
import { FORMAT, type AnyRecord } from '#shared/model/workspace.ts'
import { pendingOf, type Pending } from '../../storage/edits.ts'
import { validChanges, type Older } from '../../storage/found-journal.ts'
import { gather, place } from '../../storage/gathered.ts'
import { decodeJournal } from '../../storage/journal-lines.ts'
import { tableOfShard, type ShardName } from '../../storage/layout.ts'
import { noQuarantine } from '../../storage/quarantine.ts'
import { applyEdits, readable } from '../../storage/records.ts'
import { decodeShard, type Shard } from '../../storage/shard-text.ts'
import type { Backup } from './catalogue.ts'
import { objectsIn } from './make.ts'

/** A copy of the backup is gone or is not what it was. The message is its name. */
export class DamagedBackup extends Error {}

/** It was made by a later version. */
export class NewerBackup extends Error {}

/** A workspace that lies somewhere, whole, file by file. */
export interface Source {
  readonly shards: readonly ShardName[]
  /** @throws DamagedBackup */
  records(name: ShardName): ReadonlyMap<Id, AnyRecord>
}

/**
 * @param folders where its copies may lie: the first that is whole is believed
 * @throws DamagedBackup where one of an older format, which is read at once, is not whole; NewerBackup
 */
export async function backupSource(folders: readonly string[], backup: Backup): Promise<Source> {
  const places = folders.map(objectsIn)
  const bytesOf = (object: string): Buffer => {
    for (const place of places) {
      const bytes = orNull(() => place.read(object))
      if (bytes) return bytes
    }
    throw new DamagedBackup(object)
  }
  if (backup.format > FORMAT) throw new NewerBackup(backup.name)
  if (backup.format < FORMAT) return asOfNow(backup, bytesOf)
  const pending = pendingOf(0, nothingOlder)
  if (backup.journal) for (const change of changesIn(bytesOf(backup.journal.object))) pending.add(change)
  const names = new Set([...(Object.keys(backup.files) as ShardName[]), ...pending.shards()])
  return {
    shards: [...names],
    records(name) {
      const copy = backup.files[name]
      return recordsIn(name, copy ? bytesOf(copy.object) : null, pending)
    },
  }
}

/** One of an older format, as what it holds would lie in the files of the present one. */
async function asOfNow({ format, files, journal }: Backup, bytesOf: (object: string) => Buffer): Promise<Source> {
  const copied = Object.entries(files).map(([name, { object }]): [ShardName, Shard] => [
    name as ShardName,
    decodeShard(bytesOf(object).toString()).shard,
  ])
  const found = await gather(new Map(copied), journal ? decodeJournal(bytesOf(journal.object)).changes : [])
  const placed = await place({ ...found, tables: migrate(format, found.tables) })
  return {
    shards: [...placed.keys()],
    records: (name) => readable(tableOfShard(name), placed.get(name) ?? { seq: 0, records: new Map() }).records,
  }
}

function recordsIn(name: ShardName, bytes: Buffer | null, pending: Pending): ReadonlyMap<Id, AnyRecord> {
  const shard = bytes ? decodeShard(bytes.toString()).shard : { seq: 0, records: new Map() }
  const { records } = readable(tableOfShard(name), shard)
  applyEdits(records, pending.of(name, shard.seq))
  return records
}

const changesIn = (bytes: Buffer): Change[] => validChanges(decodeJournal(bytes).changes, noQuarantine, () => undefined)

const nothingOlder: Older = { mentions: () => false, years: () => [], changes: () => [] }

function orNull<Value>(act: () => Value): Value | null {
  try {
    return act()
  } catch {
    return null // the other place is asked; where none has it, that is told
  }
}
