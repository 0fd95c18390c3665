import { packTotals } from '#shared/domain/packed-totals.ts'
import type { SettingsView, Snapshot } from '#shared/ipc.ts'
import { tableNames, type AnyRecord, type TableName } from '#shared/model/workspace.ts'
import type { OpenWorkspace } from './workspace.ts'

/** All that a window needs to show itself. */
export function snapshot({ book, seq, history, store }: OpenWorkspace, settings: SettingsView): Snapshot {
  const { tables, months } = book.workspace
  const lists: { [Name in TableName]?: AnyRecord[] } = {}
  for (const name of tableNames) lists[name] = [...tables[name].values()]
  return {
    seq: seq(),
    tables: lists,
    months: months === 'all' ? null : [...months],
    totals: book.totals && packTotals(book.totals),
    history: history(),
    settings,
    readOnly: store.readOnly,
    problems: store.problems.length,
  }
}
