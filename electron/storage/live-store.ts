import type { Totals } from '#shared/domain/totals.ts'
import type { Month } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Pieces } from '#shared/kernel/pieces.ts'
import { done, refused, type Outcome } from '#shared/kernel/refusal.ts'
import type { Change } from '#shared/model/change.ts'
import { fileMonthOf, type TimeEntry } from '#shared/model/entry.ts'
import { preferencesId } from '#shared/model/preferences.ts'
import { FORMAT, type Workspace } from '#shared/model/workspace.ts'
import { breathe, unhurried } from './breathe.ts'
import { runCheckpoint, type CheckpointParts } from './checkpoint.ts'
import type { Due } from './due.ts'
import { encodeChange, type JournalChange } from './journal-lines.ts'
import { deviceLayoutOf, monthOfShard, shardOfMonth, type ShardName } from './layout.ts'
import { causeOf, type Cause } from './problems.ts'
import type { ProblemList } from './problem-list.ts'
import { readsBack } from './read-back.ts'
import type { Reader } from './reader.ts'
import type { Appended, StillFiles, Store } from './store.ts'
import { turns } from './turns.ts'
import { encodeTotals, type CountedTotals } from './totals-cache.ts'
import { UnreadableMonth } from './unreadable-month.ts'
import { readingEdits } from './written-edits.ts'

export interface LiveParts extends Omit<CheckpointParts, 'seq' | 'exclusively'> {
  readonly workspace: Workspace
  readonly seq: number
  readonly totals: Totals | null
  readonly isNew: boolean
  readonly readOnly: Store['readOnly']
  readonly problems: ProblemList
  readonly reader: Reader
  readonly due: Due
  /** The journal's changes that may be in no shard yet. */
  readonly unsaved: readonly JournalChange[]
  /** Why the manifest or the journal could not be read: nothing may be written on top of what they say. */
  readonly unreadable: Cause | null
  readonly months: () => Month[]
  readonly shardsOnDisk: () => ShardName[]
  /** Makes all that has to be there before something can be written; throws where it cannot. */
  readonly prepare: () => 'ready' | 'locked'
  readonly release: () => void
}

/** The open store: appends, reads and checkpoints, each in its turn. */
export function liveStore(parts: LiveParts): Store {
  const { workspace, journal, pending, timers, clock, problems, reader, due } = parts
  const { readOnly, unreadable } = parts
  let { seq } = parts
  let unsaved = [...parts.unsaved]
  let isClosed = false
  let isLeaving = false
  let totalsSeq = parts.totals ? seq : -1
  const inTurn = turns()
  const checkpointsInTurn = turns()
  /** Months that are being read right now: what is appended meanwhile has to be in what they say. */
  const reads = new Set<(change: Change) => void>()

  const unsavedLines = async (): Promise<Uint8Array[]> =>
    (await Promise.all(unsaved.map((change) => encodeChange(change)))).flat()

  function* followed(change: Change): Pieces<void> {
    yield* pending.adding(change)
    yield* timers.following(change.edits)
  }

  async function append({ written, durable, ...change }: Appended): Promise<Outcome<Change>> {
    if (readOnly) return refused({ code: 'readOnlyWorkspace', why: readOnly })
    if (isClosed || unreadable) return refused({ code: 'notSaved', cause: unreadable ?? 'other' })
    if (!(written ? written.readsBack : await unhurried(readsBack(change.edits))))
      return refused({ code: 'notReadBack' })
    const begun: Change = { ...change, seq: seq + 1, at: clock.next() }
    const line = await encodeChange(begun, written)
    try {
      if (parts.prepare() === 'locked') return refused({ code: 'readOnlyWorkspace', why: 'locked' })
      await journal.append(line, unsavedLines)
    } catch (error) {
      return refused({ code: 'notSaved', cause: causeOf(error) })
    }
    if (durable) {
      durable(begun.seq)
      // What was told leaves first.
      await breathe()
    }
    const next = written ? { ...begun, edits: await unhurried(readingEdits(written)) } : begun
    // Before it counts: a checkpoint that comes in between takes what it finds for changes still to be written.
    await unhurried(followed(next))
    seq = next.seq
    unsaved.push(next)
    for (const read of reads) read(next)
    due.changed()
    return done(next)
  }

  async function readMonths(months: readonly Month[]): Promise<TimeEntry[]> {
    const wanted = new Set(months)
    const entries = new Map<Id, TimeEntry>()
    const follow = ({ edits }: Change): void => {
      for (const edit of edits) {
        if (edit.table !== 'entries') continue
        entries.delete(edit.id)
        if (edit.after && wanted.has(fileMonthOf(edit.after))) entries.set(edit.id, edit.after)
      }
    }
    reads.add(follow)
    try {
      for (const month of wanted) {
        const { records, state } = reader.read(shardOfMonth(month))
        if (state === 'unreadable') throw new UnreadableMonth(month)
        for (const [id, entry] of records) entries.set(id, entry as TimeEntry)
        await breathe()
      }
    } finally {
      reads.delete(follow)
    }
    return [...entries.values()]
  }

  async function checkpoint(totals: CountedTotals | null): Promise<void> {
    due.begun()
    if (readOnly || unreadable || isClosed) return
    const zone = workspace.tables.preferences.get(preferencesId)?.timeZone
    // Totals of a history that could not be read whole must not be believed at the next start.
    const isWhole = !problems.list.some((problem) => problem.kind === 'unreadable')
    const dirty = pending.dirty()
    // They tell the files that they were counted from, so they are written with any of these too.
    const isKept = totalsSeq === seq && dirty.length === 0
    const wanted = isWhole && zone !== undefined && !isKept ? totals : null
    const hasWork = dirty.length > 0 || !journal.isEmpty
    if (!hasWork && !wanted) return
    const counted = wanted && (await encodeTotals(wanted, zone ?? '', () => seq))
    await checkpointsInTurn(async () => {
      problems.forget('notCheckpointed')
      const text = counted && counted.text
      const reached = await runCheckpoint({ ...parts, seq: () => seq, exclusively: inTurn }, text)
      if (reached === null) return
      unsaved = unsaved.filter((change) => change.seq > reached)
      if (counted) totalsSeq = counted.seq
    })
  }

  const files: StillFiles = {
    root: parts.layout.root,
    backups: parts.layout.backups,
    device: parts.device,
    format: FORMAT,
    folder: deviceLayoutOf(parts.layout, parts.device).root,
    shards: parts.shardsOnDisk,
    marks: () => parts.shards.marks(),
    seq: () => seq,
    unsaved: () => unsaved,
    isLeaving: () => isLeaving,
  }

  return {
    workspace,
    get seq() {
      return seq
    },
    totals: parts.totals,
    isNew: parts.isNew,
    problems: problems.list,
    readOnly,
    device: parts.device,
    folder: parts.layout.root,
    backups: parts.layout.backups,
    append: (change) => inTurn(() => append(change)),
    readMonths,
    async allMonths() {
      const changed = pending.shards().flatMap((shard) => monthOfShard(shard) ?? [])
      return [...new Set([...parts.months(), ...changed])].toSorted()
    },
    checkpoint: (totals, isOf = always) => checkpoint(totals && { totals, isOf }),
    still: (work) => checkpointsInTurn(() => work(files)),
    report: (problem) => problems.report(problem),
    forget: (kind) => problems.forget(kind),
    async close(totals) {
      isLeaving = true
      await checkpoint(totals && { totals, isOf: always })
      due.stop()
      await inTurn(() => {
        isClosed = true
        journal.close()
        parts.release()
      })
    },
  }
}

const always = (): boolean => true
