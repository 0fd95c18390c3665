import type { Day } from '../kernel/day.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Book } from './book.ts'

/**
 * Work over the whole of a book that a screen asks for every minute: done once a day and once after each change, however
 * often it is asked for, so that a minute costs the same after twenty years as after one.
 */
export function onceADay<Value>(work: (book: Book, today: Day) => Value): (book: Book, today: Day) => Value {
  const kept = new WeakMap<Workspace, Pick<Book, 'revision' | 'totals'> & { today: Day; value: Value }>()
  return (book, today) => {
    const { workspace, revision, totals } = book
    const known = kept.get(workspace)
    if (known?.revision === revision && known.totals === totals && known.today === today) return known.value
    const value = work(book, today)
    kept.set(workspace, { revision, totals, today, value })
    return value
  }
}
