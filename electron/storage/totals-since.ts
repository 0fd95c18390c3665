import { isDeepStrictEqual } from 'node:util'
import { roundingFor, roundingsOf } from '#shared/domain/book.ts'
import { tally, type Totals } from '#shared/domain/totals.ts'
import type { Zone } from '#shared/kernel/instant.ts'
import type { Edit } from '#shared/model/change.ts'
import type { TimeEntry } from '#shared/model/entry.ts'
import { preferencesId } from '#shared/model/preferences.ts'
import type { Workspace } from '#shared/model/workspace.ts'
import type { CachedTotals } from './totals-cache.ts'

/**
 * The cached totals with what the journal says since. Null where that cannot be known: other terms of counting, or a
 * change that is missing. Then they are counted anew.
 * @param changes those of the journal, in order
 * @param seq of the last one
 */
export function totalsSince(
  cached: CachedTotals | null,
  changes: readonly { readonly seq: number; readonly edits: readonly Edit[] }[],
  seq: number,
  workspace: Workspace,
): Totals | null {
  const zone = workspace.tables.preferences.get(preferencesId)?.timeZone
  if (!cached || zone === undefined || cached.zone !== zone || cached.seq > seq) return null
  const since = changes.filter((change) => change.seq > cached.seq)
  if (since.some((change, index) => change.seq !== cached.seq + 1 + index)) return null
  if (since.length !== seq - cached.seq) return null
  const edits = since.flatMap((change) => change.edits)
  return edits.some(changesCounting) ? null : counted(cached.totals, edits, zone, workspace)
}

/** Whether entries that nobody touched count differently from here on. */
function changesCounting(edit: Edit): boolean {
  if (!edit.before || !edit.after) return false
  if (edit.table === 'preferences') return edit.before.timeZone !== edit.after.timeZone
  return edit.table === 'engagements' && !isDeepStrictEqual(roundingsOf(edit.before), roundingsOf(edit.after))
}

function counted(totals: Totals, edits: readonly Edit[], zone: Zone, workspace: Workspace): Totals {
  const engagements = new Map(workspace.tables.engagements)
  // Those that were removed again: their entries were counted while they were there.
  for (const edit of edits) if (edit.table === 'engagements' && edit.before) engagements.set(edit.id, edit.before)
  const count = (entry: TimeEntry | null, sign: 1 | -1): void => {
    if (!entry) return
    const engagement = entry.engagementId === null ? undefined : engagements.get(entry.engagementId)
    tally(totals, entry, sign, zone, roundingFor(entry, engagement, zone))
  }
  for (const edit of edits) {
    if (edit.table !== 'entries') continue
    count(edit.before, -1)
    count(edit.after, 1)
  }
  return totals
}
