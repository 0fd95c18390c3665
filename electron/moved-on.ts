import { isSame } from '#shared/kernel/same.ts'
import type { Edit } from '#shared/model/change.ts'
import type { Workspace } from '#shared/model/workspace.ts'

/** Whether a record is no longer as the edits expect it: then they are refused, and nothing is overwritten. */
export const hasMovedOn = (workspace: Workspace, edits: readonly Edit[]): boolean =>
  edits.some((edit) => !isSame(workspace.tables[edit.table].get(edit.id) ?? null, edit.before))
