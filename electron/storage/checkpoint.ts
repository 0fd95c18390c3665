import { FORMAT } from '#shared/model/workspace.ts'
import { breathe } from './breathe.ts'
import type { Clock } from './clock.ts'
import { storedOf, type Pending, type ShardEdit } from './edits.ts'
import type { Journal } from './journal.ts'
import { stemOf, type Layout, type ShardName } from './layout.ts'
import { writeManifestUnhurried, type Manifest } from './manifest.ts'
import type { MonthFiles } from './month-files.ts'
import { causeOf, type Problem } from './problems.ts'
import { keepRecord, type Quarantine } from './quarantine.ts'
import { replacedUnseen } from './records.ts'
import type { Timers } from './recover.ts'
import type { StoredRecord } from './shard-text.ts'
import type { Shards } from './shards.ts'
import { writeTotals } from './totals-cache.ts'

export interface CheckpointParts {
  readonly layout: Layout
  readonly device: string
  /** As it was found: what it says beyond what is known is kept. */
  readonly manifest: Manifest | null
  readonly shards: Shards
  readonly monthFiles: MonthFiles
  readonly quarantine: Quarantine
  readonly pending: Pending
  readonly timers: Timers
  readonly clock: Clock
  readonly journal: Journal
  readonly seq: () => number
  readonly report: (problem: Problem) => void
  /** Runs something while nothing is being appended. */
  readonly exclusively: <Value>(work: () => Value | Promise<Value>) => Promise<Value>
}

/**
 * Writes the changed shards, one at a time and read back, and only when all of them are on the disk turns the journal
 * over (persistence.md, Files). Changes may be appended while it runs: they are in the journal, which becomes the
 * previous one and stays until the next checkpoint has come through. It may end at any step: what it has written has
 * the seq up to which it is right, and lines up to there are not applied to it again.
 * @returns the seq that it reached; null where something could not be written
 */
export async function runCheckpoint(parts: CheckpointParts, totals: Buffer | null): Promise<number | null> {
  const { layout, device, shards, monthFiles, pending, timers, clock, journal, report } = parts
  const seq = parts.seq()
  let isWhole = true
  await shards.readyToWrite()
  for (const name of pending.dirty()) {
    isWhole = (await attempt(shards.told(name), report, () => writeShard(parts, name))) && isWhole
    await breathe()
  }
  if (!isWhole) return null
  const manifest = {
    ...parts.manifest,
    format: FORMAT,
    device,
    seq,
    at: clock.last(),
    running: timers.months(),
    shards: shards.marks(),
  }
  const written = await attempt('manifest.json', report, () => writeManifestUnhurried(layout.manifest, manifest))
  if (!written) return null
  pending.settled(seq)
  await breathe()
  if (totals) await attempt('totals.cache.json', report, () => writeTotals(layout.totals, totals, monthFiles.stamps()))
  await parts.exclusively(() => journal.isEmpty || attempt('journal.jsonl', report, () => journal.turnOver()))
  return seq
}

/** What the file says, and what has been changed since: so a shard that is not in memory is written as well. */
async function writeShard(parts: CheckpointParts, name: ShardName): Promise<void> {
  const { shards, monthFiles, pending } = parts
  const found = shards.read(name)
  // Of a large change that is being made just now a part is pending: it is in no shard before it counts as a whole.
  const seq = parts.seq()
  const edits = pending.of(name, found?.seq ?? 0).filter((edit) => edit.seq <= seq)
  if (edits.length > 0) {
    const records = new Map(found?.records)
    for (const edit of edits) {
      const stored = records.get(edit.id)
      if (stored === found?.records.get(edit.id)) keepReplaced(parts, name, edit, stored)
      records.set(edit.id, storedOf(edit))
    }
    await monthFiles.write(name, () => shards.write(name, { seq, records }))
  }
  pending.wrote(name, seq)
}

/** Nothing is written over a record that nobody has seen, unless it lies elsewhere too. */
function keepReplaced(
  { quarantine, report }: CheckpointParts,
  name: ShardName,
  edit: ShardEdit,
  stored: StoredRecord | undefined,
): void {
  const found = replacedUnseen(stored, edit)
  if (found === null) return
  const kept = keepRecord(quarantine, `${stemOf(name)}-replaced.json`, found)
  if (kept === null) throw new Error(`a record of ${name} could not be kept`)
  report({ kind: 'mismatch', table: edit.table, id: edit.id, seq: edit.seq, kept })
}

async function attempt(file: string, report: (problem: Problem) => void, act: () => unknown): Promise<boolean> {
  try {
    await act()
    return true
  } catch (error) {
    report({ kind: 'notCheckpointed', file, cause: causeOf(error) })
    return false
  }
}
