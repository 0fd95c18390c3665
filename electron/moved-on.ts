import type { Edit } from '#shared/model/change.ts'
import type { AnyRecord, Workspace } from '#shared/model/workspace.ts'

/** Whether a record is no longer as the edits expect it: then they are refused, and nothing is overwritten. */
export const hasMovedOn = (workspace: Workspace, edits: readonly Edit[]): boolean =>
  edits.some((edit) => !isSame(workspace.tables[edit.table].get(edit.id) ?? null, edit.before))

const isSame = (a: AnyRecord | null, b: AnyRecord | null): boolean => a === b || canonical(a) === canonical(b)

/** The same text for equal records, in whatever order their fields came back from the disk. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    isPlain(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner,
  )

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
