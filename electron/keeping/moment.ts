import type { Month } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { fileMonthOf, type TimeEntry } from '#shared/model/entry.ts'
import { tableNames, type AnyRecord, type TableName } from '#shared/model/workspace.ts'
import type { OpenWorkspace } from '../workspace.ts'

type Small = Exclude<TableName, 'entries'>

/** All that there is as it was at one moment, however long it takes to read it and whatever is done meanwhile. */
export interface Moment {
  readonly months: readonly Month[]
  readonly small: (table: Small) => readonly AnyRecord[]
  readonly entries: (month: Month) => Promise<TimeEntry[]>
  /** What is done from now on is looked at no more. */
  readonly end: () => void
}

/**
 * Takes hold of this moment. Records are only replaced, never changed, so that the small tables need no more than to be
 * listed; of time, what each entry was before its first change since is put back into what is read.
 */
export function momentOf(open: OpenWorkspace): Promise<Moment> {
  const { book, between, observe } = open
  return between(async () => {
    const tables = new Map(
      tableNames.map((name): [TableName, AnyRecord[]] => [name, [...book.workspace.tables[name].values()]]),
    )
    const months = await open.store.allMonths()
    const before = new Map<Id, TimeEntry | null>()
    const end = observe({
      changed({ edits }) {
        for (const edit of edits) if (edit.table === 'entries' && !before.has(edit.id)) before.set(edit.id, edit.before)
      },
      counted: () => undefined,
    })
    return {
      months,
      small: (table) => tables.get(table) ?? [],
      // In its turn: no change is half made, and all that were made have been seen.
      entries: (month) =>
        between(async () => {
          const now = await open.store.readMonths([month])
          const then = [...before.values()].filter((entry) => entry !== null && fileMonthOf(entry) === month)
          return [...now.filter(({ id }) => !before.has(id)), ...(then as TimeEntry[])]
        }),
      end,
    }
  })
}
