import type { Month } from '#shared/kernel/day.ts'
import { isSame } from '#shared/kernel/same.ts'
import type { Edit } from '#shared/model/change.ts'
import { fileMonthOf } from '#shared/model/entry.ts'
import type { Workspace } from '#shared/model/workspace.ts'
import { breathing } from './storage/breathe.ts'

/** Whether a record is no longer as the edits expect it: then they are refused, and nothing is overwritten. */
export async function hasMovedOn(workspace: Workspace, edits: readonly Edit[]): Promise<boolean> {
  const rest = breathing()
  for (const { table, id, before } of edits) {
    if (!isSame(workspace.tables[table].get(id) ?? null, before)) return true
    await rest()
  }
  return false
}

/** The months in whose files entries are that edits find or leave. */
export function monthsOf(edits: readonly Edit[]): Month[] {
  const months = new Set<Month>()
  for (const edit of edits)
    if (edit.table === 'entries')
      for (const entry of [edit.before, edit.after]) if (entry) months.add(fileMonthOf(entry))
  return [...months]
}
