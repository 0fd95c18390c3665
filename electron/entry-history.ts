import { preferencesOf } from '#shared/domain/book.ts'
import { byNewest, listedOf, type Listed } from '#shared/domain/entry-list/listed.ts'
import type { Month } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { instantOf, type Instant, type Zone } from '#shared/kernel/instant.ts'
import type { Change } from '#shared/model/change.ts'
import { fileMonthOf, type TimeEntry } from '#shared/model/entry.ts'
import { holdsMonth } from '#shared/model/workspace.ts'
import { breathing } from './storage/breathe.ts'
import { UnreadableMonth } from './storage/unreadable-month.ts'
import type { OpenWorkspace } from './workspace.ts'

/** All entries there are, the newest first, as far as they have been read. */
export interface EntryHistory {
  /** As they are now. The same array while nothing has changed. */
  readonly items: () => Promise<readonly Listed[]>
  /** How many months are still to be read. */
  readonly unread: () => number
  /** Months whose file is there and cannot be read. */
  readonly unreadable: () => readonly Month[]
  /** Reads on, where something is left; not the caller's time. */
  readonly readOn: () => void
}

interface Options {
  readonly workspace: OpenWorkspace
  /** UTC milliseconds. */
  readonly now: () => number
  /** More of the history has been read. */
  readonly grown: (left: number) => void
}

/** How often it is told that there is more: whoever hears it asks anew. */
const GROWN_MS = 250

/**
 * The recent months are there at once; the others are read, the newest first and one at a time, once somebody wants
 * them, and kept in step with every change from then on. The book does not hold them: what goes over all of a book's
 * entries does not get slower by it.
 */
export function entryHistory({ workspace, now, grown }: Options): EntryHistory {
  const { book } = workspace
  const months = new Map<Month, Listed[]>()
  /** The last word on each entry that was changed since its month was read, or while it is being read. */
  const later = new Map<Month, Map<Id, TimeEntry | null>>()
  const unreadable: Month[] = []
  let waiting: Month[] | null = null
  let isReading = false
  let zone: Zone = preferencesOf(book.workspace).timeZone
  let items: readonly Listed[] | null = null

  const at = (): Instant => instantOf(now())
  const list = (entries: readonly TimeEntry[]): Listed[] =>
    entries.map((entry) => listedOf(entry, zone, at())).toSorted(byNewest)
  const put = (month: Month, listed: Listed[]): void => {
    months.set(month, listed)
    items = null
  }

  const note = (month: Month, id: Id, entry: TimeEntry | null): void => {
    const own = later.get(month)
    if (own) own.set(id, entry)
    else later.set(month, new Map([[id, entry]]))
  }
  const follow = ({ edits }: Change): void => {
    if (waiting === null) return
    for (const edit of edits) {
      if (edit.table !== 'entries') continue
      if (edit.before) note(fileMonthOf(edit.before), edit.id, null)
      if (edit.after) note(fileMonthOf(edit.after), edit.id, edit.after)
    }
  }
  workspace.observe({ changed: follow, counted: () => undefined })

  /** A change may be of thousands of entries: it is taken in when somebody looks, a month at a time. */
  const catchUp = async (): Promise<void> => {
    const rest = breathing()
    const current = preferencesOf(book.workspace).timeZone
    if (zone !== current) {
      zone = current
      for (const [month, listed] of months) {
        put(month, list(listed.map(({ entry }) => entry)))
        await rest()
      }
    }
    for (const [month, edits] of later) {
      const listed = months.get(month)
      // A month that is still to be read may bring less than what is known here: that is put over it then.
      if (!listed && waiting?.includes(month)) continue
      later.delete(month)
      const kept = (listed ?? []).filter(({ entry }) => !edits.has(entry.id))
      put(month, [...kept, ...list([...edits.values()].filter((entry) => entry !== null))].toSorted(byNewest))
      await rest()
    }
  }

  const begin = async (): Promise<void> => {
    waiting = []
    const all = await workspace.store.allMonths()
    // From here on without a breath, so that no change falls between what is taken and what is followed.
    const held = new Map<Month, TimeEntry[]>()
    for (const entry of book.workspace.tables.entries.values()) {
      const month = fileMonthOf(entry)
      // The timer is in memory wherever its month is.
      if (!holdsMonth(book.workspace, month)) continue
      const own = held.get(month)
      if (own) own.push(entry)
      else held.set(month, [entry])
    }
    for (const [month, entries] of held) put(month, list(entries))
    waiting = all.filter((month) => !holdsMonth(book.workspace, month)).toReversed()
  }

  const read = async (left: Month[]): Promise<void> => {
    let told = performance.now()
    for (let month = left[0]; month !== undefined; month = left[0]) {
      try {
        put(month, list(await workspace.read(month)))
      } catch (error) {
        if (!(error instanceof UnreadableMonth)) throw error
        unreadable.push(month)
      }
      left.shift()
      if (left.length > 0 && performance.now() - told < GROWN_MS) continue
      told = performance.now()
      grown(left.length)
    }
  }

  return {
    async items() {
      if (waiting === null) await begin()
      await catchUp()
      items ??= inOrder([...months].toSorted(([a], [b]) => (a < b ? 1 : -1)).flatMap(([, listed]) => listed))
      return items
    },
    unread: () => waiting?.length ?? 0,
    unreadable: () => unreadable,
    readOn() {
      if (isReading || !waiting || waiting.length === 0) return
      isReading = true
      const left = waiting
      setImmediate(() => void read(left).finally(() => (isReading = false)))
    },
  }
}

/** Months are in order already, but for work without hours at their borders, which are those of UTC. */
function inOrder(items: Listed[]): Listed[] {
  const isRight = items.every((item, index) => index === 0 || (items[index - 1] as Listed).at >= item.at)
  return isRight ? items : items.toSorted(byNewest)
}
