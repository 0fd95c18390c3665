import { isSpanRow, type ImportRow } from '../formats/rows.ts'
import type { Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { dayAt, type Zone } from '../kernel/instant.ts'
import { by } from '../kernel/order.ts'
import type { Pieces } from '../kernel/pieces.ts'
import { isRunning, isSpan, type TimeEntry } from '../model/entry.ts'
import type { Workspace } from '../model/workspace.ts'
import { rowOf } from './import-keys.ts'

/** Which entries are meant. */
export interface ExportTerms {
  /** The first and the last day, null for no bound. An entry belongs to the day on which it began. */
  readonly from: Day | null
  readonly to: Day | null
  /** Of one client; `own`: work for nobody; `all`. */
  readonly client: Id | 'own' | 'all'
  /** Which of those are meant; without it all are. */
  readonly isMeant?: ((entry: TimeEntry) => boolean) | undefined
}

const PIECE = 500

/** The rows of an export, by their start. What still runs has no end, and is not among them. */
export function* exportRows(
  workspace: Workspace,
  entries: readonly TimeEntry[],
  { from, to, client, isMeant }: ExportTerms,
  zone: Zone,
): Pieces<ImportRow[]> {
  const { engagements } = workspace.tables
  const rows: ImportRow[] = []
  for (const [index, entry] of entries.entries()) {
    if (index % PIECE === PIECE - 1) yield
    if (isRunning(entry)) continue
    const day = isSpan(entry) ? dayAt(entry.start, zone) : entry.day
    if ((from !== null && day < from) || (to !== null && day > to)) continue
    const owner = entry.engagementId === null ? 'own' : engagements.get(entry.engagementId)?.clientId
    if (client !== 'all' && client !== owner) continue
    if (!isMeant || isMeant(entry)) rows.push(rowOf(workspace, entry, rows.length + 1))
  }
  yield
  const startOf = (row: ImportRow): string => (isSpanRow(row) ? row.start : row.day)
  return rows.toSorted(by(startOf))
}
