import { preferencesOf, roundingFor } from '#shared/domain/book.ts'
import { tally, type Totals } from '#shared/domain/totals.ts'
import type { Month } from '#shared/kernel/day.ts'
import type { Edit } from '#shared/model/change.ts'
import { fileMonthOf, type TimeEntry } from '#shared/model/entry.ts'
import type { Workspace } from '#shared/model/workspace.ts'

export interface Counting {
  readonly totals: Totals
  /** The month that is counted next; undefined when all are. */
  readonly next: () => Month | undefined
  /** Counts one month: a slice short enough to stop nobody. */
  readonly take: (read: (month: Month) => Promise<TimeEntry[]>) => Promise<void>
  /** Keeps what has been counted in step with a change; months still to be read will bring it by themselves. */
  readonly follow: (edits: readonly Edit[]) => void
}

/** The totals of the whole history, a month at a time, while work goes on (persistence.md, `totals.cache.json`). */
export function countTotals(workspace: Workspace, months: readonly Month[]): Counting {
  const totals: Totals = new Map()
  const waiting = [...months]
  const count = (entry: TimeEntry, sign: 1 | -1): void => {
    const engagement = entry.engagementId === null ? undefined : workspace.tables.engagements.get(entry.engagementId)
    const zone = preferencesOf(workspace).timeZone
    tally(totals, entry, sign, zone, roundingFor(entry, engagement, zone))
  }
  return {
    totals,
    next: () => waiting[0],
    async take(read) {
      const month = waiting[0]
      if (month === undefined) return
      const entries = await read(month)
      for (const entry of entries) count(entry, 1)
      waiting.shift()
    },
    follow(edits) {
      for (const edit of edits) {
        if (edit.table !== 'entries') continue
        if (edit.before && !waiting.includes(fileMonthOf(edit.before))) count(edit.before, -1)
        if (edit.after && !waiting.includes(fileMonthOf(edit.after))) count(edit.after, 1)
      }
    },
  }
}
