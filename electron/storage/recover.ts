import type { Month } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Pieces } from '#shared/kernel/pieces.ts'
import type { Change } from '#shared/model/change.ts'
import { fileMonthOf, isRunning, type TimeEntry } from '#shared/model/entry.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { emptyWorkspace, type AnyRecord, type Workspace } from '#shared/model/workspace.ts'
import type { Clock } from './clock.ts'
import type { Pending } from './edits.ts'
import type { Older } from './found-journal.ts'
import { isYearShard, monthOfShard, shardOfMonth, smallShards, type ShardName } from './layout.ts'
import type { Manifest } from './manifest.ts'
import type { Reader } from './reader.ts'
import type { Shards } from './shards.ts'

/** The timers that run, with the month each lies in, followed change by change. */
export interface Timers {
  /** In pieces: an import has very many. */
  following(edits: Change['edits']): Pieces<void>
  months(): Month[]
}

/** How many edits are looked at in one go. */
const PIECE = 5000

function timersOf(entries: Iterable<TimeEntry>): Timers {
  const running = new Map<Id, Month>()
  const see = (entry: TimeEntry): void => {
    if (isRunning(entry)) running.set(entry.id, fileMonthOf(entry))
    else running.delete(entry.id)
  }
  for (const entry of entries) see(entry)
  return {
    *following(edits) {
      for (const [index, edit] of edits.entries()) {
        if (index % PIECE === PIECE - 1) yield
        if (edit.table !== 'entries') continue
        if (edit.after) see(edit.after)
        else running.delete(edit.id)
      }
    },
    months: () => [...new Set(running.values())],
  }
}

export interface Recovered {
  readonly workspace: Workspace
  readonly seq: number
  readonly timers: Timers
  /** Some file was written by a later version. */
  readonly isNewer: boolean
  /** All the files that were read were there and whole. */
  readonly isWhole: boolean
}

/**
 * What a start needs, and no more: the small tables, the invoices, which are few, the months asked for, and the
 * running timer. It costs the same with twenty years of time as with none (persistence.md, The promise, 4).
 * @param manifest null where it was lost: then every month is looked through, once
 */
export function recover(
  reader: Reader,
  pending: Pending,
  changes: readonly Change[],
  older: Older,
  months: readonly Month[],
  manifest: Manifest | null,
  shards: Shards,
  clock: Clock,
): Recovered {
  const workspace = emptyWorkspace(new Set(months))
  let seq = Math.max(manifest?.seq ?? 0, changes.at(-1)?.seq ?? 0)
  let [isNewer, isWhole] = [false, true]
  clock.saw(manifest?.at ?? '')
  for (const change of changes) clock.saw(change.at)

  const read = (name: ShardName): Iterable<AnyRecord> => {
    const shard = reader.read(name)
    if (shard.state === 'read') pending.wrote(name, shard.seq)
    if (shard.state === 'newer') isNewer = true
    if (shard.state === 'unreadable') isWhole = false
    seq = Math.max(seq, shard.seq)
    clock.saw(shard.at)
    return shard.records.values()
  }

  for (const name of smallShards)
    for (const record of read(name)) (workspace.tables[name] as Map<Id, AnyRecord>).set(record.id, record)
  const { entries, invoices } = workspace.tables
  const names = shards.names()
  // Years that only the journals know of have lost their file, or never had one.
  for (const year of new Set([...names.filter(isYearShard), ...older.years(), ...pending.shards().filter(isYearShard)]))
    for (const invoice of read(year) as Iterable<Invoice>) invoices.set(invoice.id, invoice)
  const alsoIn = manifest
    ? [...manifest.running, ...runningMonths(changes)]
    : names.flatMap((name) => monthOfShard(name) ?? [])
  for (const month of new Set([...months, ...alsoIn]))
    for (const entry of read(shardOfMonth(month)) as Iterable<TimeEntry>)
      if (months.includes(month) || isRunning(entry)) entries.set(entry.id, entry)
  return { workspace, seq, timers: timersOf(entries.values()), isNewer, isWhole }
}

/** Where the journal says that a timer was, at some time, running. */
const runningMonths = (changes: readonly Change[]): Month[] =>
  changes.flatMap(({ edits }) =>
    edits.flatMap((edit) =>
      edit.table === 'entries' && edit.after && isRunning(edit.after) ? [fileMonthOf(edit.after)] : [],
    ),
  )
