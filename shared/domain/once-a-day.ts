import type { Day } from '../kernel/day.ts'
import type { TableName, Workspace } from '../model/workspace.ts'
import type { Engagement } from '../model/engagement.ts'
import { invoicesFor, preferencesOf, type Book } from './book.ts'

/**
 * Work over the whole of a book that a screen asks for every minute: done once a day and once after each change, however
 * often it is asked for, so that a minute costs the same after twenty years as after one.
 * @param tables all that it is worked out from, where that is not all there is: no other change makes it be done again
 */
export function onceADay<Value>(
  work: (book: Book, today: Day) => Value,
  ...tables: readonly TableName[]
): (book: Book, today: Day) => Value {
  const kept = new WeakMap<Workspace, { by: readonly unknown[]; value: Value }>()
  return (book, today) => {
    const { workspace, revision, totals, changed } = book
    const by = [today, ...(tables.length > 0 ? tables.map((table) => changed.get(table)) : [revision, totals])]
    const known = kept.get(workspace)
    if (known && isSameList(known.by, by)) return known.value
    const value = work(book, today)
    kept.set(workspace, { by, value })
    return value
  }
}

const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.every((each, index) => each === other[index])

/**
 * The same of one piece of work: again only after a change of it, of what was done on it or closed of it, of an invoice
 * that it is on, or of preferences. A change is mostly one engagement's, and of the others nothing is worked out again.
 */
export function onceADayEach<Value>(
  work: (book: Book, engagement: Engagement, today: Day) => Value,
): (book: Book, engagement: Engagement, today: Day) => Value {
  const kept = new WeakMap<Engagement, { by: readonly unknown[]; value: Value }>()
  return (book, engagement, today) => {
    const { workspace, totals, touched } = book
    const { id } = engagement
    const by = [today, totals, touched.get(id), invoicesFor(book, id), preferencesOf(workspace)]
    const known = kept.get(engagement)
    if (known && isSameList(known.by, by)) return known.value
    const value = work(book, engagement, today)
    kept.set(engagement, { by, value })
    return value
  }
}
