import { preferencesOf } from '#shared/domain/book.ts'
import { listedOf, type Listed } from '#shared/domain/entry-list/listed.ts'
import type { Asked } from '#shared/domain/entry-list/asked.ts'
import { idsOf, linesOf, listingOf, type ByFile, type Listing } from '#shared/domain/entry-list/listing.ts'
import type { EntryPage } from '#shared/ipc.ts'
import { instantOf } from '#shared/kernel/instant.ts'
import { isRunning } from '#shared/model/entry.ts'
import { entryHistory } from './entry-history.ts'
import type { OpenWorkspace } from './workspace.ts'
import { turns } from './storage/turns.ts'

/** The list of Time: searched and grouped where the entries are; a window gets the lines that it shows. */
export interface EntryList {
  readonly page: (asked: Asked & { from: number; count: number }) => Promise<EntryPage>
  readonly ids: (asked: Asked & { from: number; to: number }) => Promise<ByFile>
}

interface Options {
  readonly workspace: OpenWorkspace
  /** UTC milliseconds. */
  readonly now: () => number
  /** More of the history has been read: what was found may be more. */
  readonly grown: (left: number) => void
}

export function entryList(options: Options): EntryList {
  const { book } = options.workspace
  const history = entryHistory(options)
  /** What was found last: scrolling does not search again. */
  let last: { by: string; items: readonly Listed[]; revision: number; listing: Listing } | null = null

  const find = async ({ query, group, weekStart }: Asked): Promise<Listing> => {
    const items = await history.items()
    const now = instantOf(options.now())
    // The running timer grows by the minute.
    const by = JSON.stringify([query, group, weekStart, book.running && now.slice(0, 16)])
    const { revision } = book
    if (last?.by === by && last.items === items && last.revision === revision) return last.listing
    const zone = preferencesOf(book.workspace).timeZone
    const shown = book.running
      ? items.map((item) => (isRunning(item.entry) ? listedOf(item.entry, zone, now) : item))
      : items
    const listing = listingOf(book, shown, { query, group, weekStart })
    last = { by, items, revision, listing }
    return listing
  }
  /** One at a time: what is typed meanwhile waits for what has been begun. */
  const turn = turns()
  const inTurn = (asked: Asked): Promise<Listing> => turn(() => find(asked))

  return {
    async page({ from, count, ...asked }) {
      const listing = await inTurn(asked)
      history.readOn()
      const { lines, entries, seconds, twice } = listing
      const rows = linesOf(listing, from, count)
      return { from, rows, lines, entries, seconds, twice, unread: history.unread(), unreadable: history.unreadable() }
    },
    ids: async ({ from, to, ...asked }) => idsOf(await inTurn(asked), from, to),
  }
}
