import { packingRecent, packingTotals } from '#shared/domain/packed-totals.ts'
import { knowingPeriods } from '#shared/domain/running-period.ts'
import { packStood } from '#shared/domain/stood.ts'
import { addToMonth, firstDayOf, type Month } from '#shared/kernel/day.ts'
import type { Pieces } from '#shared/kernel/pieces.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { SettingsView, Snapshot } from '#shared/ipc.ts'
import { fileMonthOf, isRunning } from '#shared/model/entry.ts'
import { tableNames, type AnyRecord, type TableName } from '#shared/model/workspace.ts'
import type { OpenWorkspace } from './workspace.ts'

/** No figure of the first picture reaches further back: who is ready for a retainer is seen by a year. */
const FIRST_MONTHS = 14

/**
 * What the next start shows before it opens the workspace: what it would read, and nothing that holds for this run
 * alone. JSON text of a part of a snapshot (first-look.ts puts in the rest); in pieces, while nothing is done to the
 * workspace.
 * @returns null where that is not all that there is to tell
 */
export function* snapshottingStart(
  { book, seq, store }: OpenWorkspace,
  now: Instant,
  months: readonly Month[],
): Pieces<string | null> {
  if (store.readOnly !== null || store.problems.length > 0 || !book.totals) return null
  const { tables } = book.workspace
  // So they are known: what the first picture shows of a retainer is worked out from there.
  yield* knowingPeriods(book, now)
  const entries = [...tables.entries.values()].filter(
    (entry) => isRunning(entry) || months.includes(fileMonthOf(entry)),
  )
  const since = firstDayOf(addToMonth(now.slice(0, 7) as Month, -FIRST_MONTHS))
  const totals = yield* packingRecent(book.totals, since)
  yield
  return JSON.stringify({
    seq: seq(),
    tables: { ...listsOf(tables), entries },
    months,
    totals,
    stood: packStood(book.totals),
  } satisfies Partial<Snapshot>)
}

function listsOf(tables: OpenWorkspace['book']['workspace']['tables']) {
  const lists: { [Name in TableName]?: AnyRecord[] } = {}
  for (const name of tableNames) lists[name] = [...tables[name].values()]
  return lists
}

/** All that a window needs to show itself, in pieces: nothing is done to the workspace meanwhile. */
export function* snapshotting({ book, seq, history, store }: OpenWorkspace, settings: SettingsView): Pieces<Snapshot> {
  const { tables, months } = book.workspace
  const totals = book.totals && (yield* packingTotals(book.totals))
  return {
    seq: seq(),
    tables: listsOf(tables),
    months: months === 'all' ? null : [...months],
    totals,
    history: history(),
    settings,
    readOnly: store.readOnly,
    problems: store.problems.length,
  }
}
