import type { Id } from '../kernel/id.ts'
import { isSame } from '../kernel/same.ts'
import type { Edit } from '../model/change.ts'
import { isRunning, type TimeEntry } from '../model/entry.ts'
import { tableNames, type AnyRecord, type TableName } from '../model/workspace.ts'

/** What a table would gain, lose and have otherwise. */
export interface TableDifference {
  readonly table: TableName
  readonly back: number
  readonly gone: number
  readonly changed: number
}

type Records = ReadonlyMap<Id, AnyRecord>

/** The edits that make the records of one file what they were then: a slice of a whole workspace. */
export function editsBetween(table: TableName, now: Records, then: Records): Edit[] {
  const edits: Edit[] = []
  for (const [id, before] of now) {
    const after = then.get(id) ?? null
    if (after === null || !isSame(before, after)) edits.push({ table, id, before, after } as Edit)
  }
  for (const [id, after] of then) if (!now.has(id)) edits.push({ table, id, before: null, after } as Edit)
  return edits
}

/**
 * The slices as one change: a record that left one file and is in another is one edit. What is taken away comes first
 * and time comes last, so that totals are counted on the agreements that the time was, and will be, on.
 */
export function asOneChange(slices: readonly Edit[]): Edit[] {
  const byRecord = new Map<string, Edit>()
  for (const edit of slices) {
    const key = `${edit.table} ${edit.id}`
    const other = byRecord.get(key)
    const before = edit.before ?? other?.before ?? null
    const after = edit.after ?? other?.after ?? null
    byRecord.set(key, { ...edit, before, after } as Edit)
  }
  const edits = [...byRecord.values()].filter(({ before, after }) => !isSame(before, after))
  const rank = ({ table, before, after }: Edit): number => {
    if (table === 'entries') return after === null ? 0 : 3
    return before !== null && after === null ? 2 : 1
  }
  return edits.toSorted((a, b) => rank(a) - rank(b))
}

/**
 * A timer that ran then does not run on from then: nobody says that it was work. It ends at the moment of the copy,
 * the last at which it was seen.
 * @param seen UTC instant of the copy
 */
export function withTimersStopped(edits: readonly Edit[], seen: string): Edit[] {
  return edits.map((edit) => {
    if (edit.table !== 'entries' || !edit.after || !isRunning(edit.after)) return edit
    const end = seen > edit.after.start ? seen : edit.after.start
    return { ...edit, after: { ...edit.after, end } as TimeEntry }
  })
}

/** How many records of each table come back, go, and change; only tables in which something does. */
export function summaryOf(edits: readonly Edit[]): TableDifference[] {
  const counted = new Map<TableName, { back: number; gone: number; changed: number }>()
  for (const { table, before, after } of edits) {
    const count = counted.get(table) ?? { back: 0, gone: 0, changed: 0 }
    if (before === null) count.back += 1
    else if (after === null) count.gone += 1
    else count.changed += 1
    counted.set(table, count)
  }
  return tableNames.flatMap((table) => {
    const count = counted.get(table)
    return count ? [{ table, ...count }] : []
  })
}
