import type { Id } from '../kernel/id.ts'
import { fileMonthOf, isRunning, type TimeEntry } from './entry.ts'
import { holdsMonth, type RecordOf, type TableName, type Workspace } from './workspace.ts'

/** One record before and after: `before: null` it was made, `after: null` it was removed. */
export type EditOf<Name extends TableName> = {
  readonly table: Name
  readonly id: Id
  readonly before: RecordOf<Name> | null
  readonly after: RecordOf<Name> | null
}
export type Edit = { [Name in TableName]: EditOf<Name> }[TableName]

/**
 * A change knows its past (architecture.md, 1): it is the journal's line, the step of undo, what windows are told.
 * `label` is the name of the command it came from; `undoes`/`redoes` the `seq` of the change it takes back or puts back.
 */
export interface Change {
  readonly seq: number
  /** Hybrid logical clock: UTC milliseconds, counter, device. */
  readonly at: string
  readonly by: 'user' | 'system'
  readonly label: string
  readonly undoes?: number
  readonly redoes?: number
  readonly edits: readonly Edit[]
}

export const reversed = (edits: readonly Edit[]): Edit[] =>
  edits.map((edit) => ({ ...edit, before: edit.after, after: edit.before }) as Edit).toReversed()

export const made = <Name extends TableName>(table: Name, record: RecordOf<Name>): EditOf<Name> => ({
  table,
  id: record.id,
  before: null,
  after: record,
})
export const replaced = <Name extends TableName>(
  table: Name,
  before: RecordOf<Name>,
  after: RecordOf<Name>,
): EditOf<Name> => ({ table, id: before.id, before, after })
export const removed = <Name extends TableName>(table: Name, record: RecordOf<Name>): EditOf<Name> => ({
  table,
  id: record.id,
  before: record,
  after: null,
})

/**
 * Edits as they would be if `aside` had been there before them: the fields that it changed stay as it left them,
 * whichever way the edits go. So a note of the app itself never stands in the way of what the user takes back. A record
 * that lacks a field which was changed had another form then (work told by its day has no start that the clock could
 * move): it stays as it was.
 */
export function withAside(edits: readonly Edit[], aside: readonly Edit[]): Edit[] {
  return edits.map((edit) => {
    const note = aside.find(({ table, id }) => table === edit.table && id === edit.id)
    if (!note?.before || !note.after) return edit
    const was = note.before as Readonly<Record<string, unknown>>
    const noted = Object.fromEntries(Object.entries(note.after).filter(([field, value]) => was[field] !== value))
    const changed = Object.keys(noted).filter((field) => field in was)
    const around = (side: Edit['after']): object | null =>
      side && changed.every((field) => field in side) ? { ...side, ...noted } : side
    return { ...edit, before: around(edit.before), after: around(edit.after) } as Edit
  })
}

/** Whether the workspace's memory has to hold a record: all but entries of months that are not loaded; the timer always. */
const isHeld = (workspace: Workspace, edit: Edit, record: Edit['after']): boolean => {
  if (edit.table !== 'entries') return true
  const entry = record as TimeEntry
  return isRunning(entry) || holdsMonth(workspace, fileMonthOf(entry))
}

/** Puts the edits into the workspace's maps. */
export function apply(workspace: Workspace, edits: readonly Edit[]): void {
  for (const edit of edits) {
    const table = workspace.tables[edit.table] as Map<Id, unknown>
    if (edit.after && isHeld(workspace, edit, edit.after)) table.set(edit.id, edit.after)
    else table.delete(edit.id)
  }
}
