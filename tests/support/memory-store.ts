import { readsBack } from '#electron/storage/read-back.ts'
import type { Store } from '#electron/storage/store.ts'
import { readingEdits } from '#electron/storage/written-edits.ts'
import { fileMonthOf, isRunning, type TimeEntry } from '#shared/model/entry.ts'
import type { Change, Edit } from '#shared/model/change.ts'
import { emptyWorkspace, holdsMonth, type Workspace } from '#shared/model/workspace.ts'
import { done, refused, type Refusal } from '#shared/kernel/refusal.ts'
import { atOnce } from '#shared/kernel/pieces.ts'
import type { Month } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Totals } from '#shared/domain/totals.ts'

interface Options {
  /** What lies there already. */
  readonly edits?: readonly Edit[]
  /** The months whose entries are read at once. */
  readonly months?: Workspace['months']
  readonly totals?: Totals | null
  readonly readOnly?: Store['readOnly']
}

export interface MemoryStore extends Store {
  /** What has been appended since it was opened. */
  readonly journal: readonly Change[]
  /** The next append is refused, as by a disk that is full. */
  readonly refuseNext: (refusal: Refusal) => void
  readonly checkpoints: readonly (Totals | null)[]
  readonly isClosed: () => boolean
}

/**
 * A store without a disk: what is appended stays while the program runs. No Node in it, so that a plain browser can
 * hold one too.
 */
export function memoryStore({
  edits = [],
  months = 'all',
  totals = new Map(),
  readOnly = null,
}: Options = {}): MemoryStore {
  const workspace = emptyWorkspace(months)
  const disk = new Map<Id, TimeEntry>()
  const journal: Change[] = []
  const checkpoints: (Totals | null)[] = []
  let refusal: Refusal | null = null
  let isClosed = false

  for (const edit of edits) write(disk, edit)
  for (const { table, id, after } of edits)
    if (table !== 'entries' && after) (workspace.tables[table] as Map<Id, unknown>).set(id, after)
  for (const entry of disk.values())
    if (isRunning(entry) || holdsMonth(workspace, fileMonthOf(entry))) workspace.tables.entries.set(entry.id, entry)

  return {
    workspace,
    get seq() {
      return journal.length
    },
    totals,
    isNew: edits.length === 0,
    problems: [],
    readOnly,
    device: 'memory',
    folder: '/data',
    backups: '/data/backups',
    journal,
    checkpoints,
    isClosed: () => isClosed,
    refuseNext: (next) => void (refusal = next),
    async append({ written, durable, ...change }) {
      const why = readOnly ? ({ code: 'readOnlyWorkspace', why: readOnly } as const) : refusal
      refusal = null
      if (why) return refused(why)
      const edits = written ? atOnce(readingEdits(written)) : change.edits
      if (!atOnce(readsBack(edits))) return refused({ code: 'notReadBack' })
      const made: Change = {
        ...change,
        edits,
        seq: journal.length + 1,
        at: String(journal.length + 1).padStart(15, '0'),
      }
      journal.push(made)
      durable?.(made.seq)
      for (const edit of made.edits) write(disk, edit)
      return done(made)
    },
    async readMonths(wanted) {
      return [...disk.values()].filter((entry) => wanted.includes(fileMonthOf(entry)))
    },
    async allMonths() {
      return [...new Set<Month>([...disk.values()].map(fileMonthOf))].toSorted()
    },
    async checkpoint(counted) {
      checkpoints.push(counted)
    },
    still: () => Promise.reject(new Error('there are no files in memory')),
    report: () => undefined,
    forget: () => undefined,
    async close(counted) {
      checkpoints.push(counted)
      isClosed = true
    },
  }
}

function write(disk: Map<Id, TimeEntry>, edit: Edit): void {
  if (edit.table !== 'entries') return
  if (edit.after) disk.set(edit.id, edit.after)
  else disk.delete(edit.id)
}
