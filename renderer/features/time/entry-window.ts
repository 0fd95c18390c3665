import type { Asked } from '#shared/domain/entry-list/asked.ts'
import type { ListLine } from '#shared/domain/entry-list/listing.ts'
import type { EntryPage } from '#shared/ipc.ts'

/** What is shown of the list, and what was asked for when it came. */
export interface Shown {
  readonly page: EntryPage
  readonly asked: Asked
}

/** The part of the list that is in sight, and some around it. */
export interface EntryWindow {
  /** null until the first answer. */
  readonly shown: () => Shown | null
  readonly subscribe: (listener: () => void) => () => void
  /** @param asOf asks anew when it is another: something has changed since */
  readonly ask: (asked: Asked, asOf: string) => void
  /** Asks the same anew. */
  readonly again: () => void
  /** Tells which lines are in sight, so that those around them are fetched. */
  readonly look: (first: number, last: number) => void
}

/** How many lines are fetched at a time, and how near to their ends one may scroll before the next are. */
const LINES = 240
const NEAR = 60

type Fetch = (asked: Asked & { from: number; count: number }) => Promise<EntryPage>

/**
 * Asks one question at a time: what is typed while an answer is under way is one question afterwards. What is shown
 * stays until the next answer is there.
 */
export function entryWindow(fetch: Fetch): EntryWindow {
  const listeners = new Set<() => void>()
  let shown: Shown | null = null
  let wanted: { asked: Asked; asOf: string } | null = null
  let sight = { first: 0, last: 0 }
  let isAsking = false
  let isStale = false

  const from = (): number => Math.max(0, Math.floor((sight.first + sight.last - LINES) / 2))
  const run = async (): Promise<void> => {
    if (!wanted) return
    isStale = true
    if (isAsking) return
    isAsking = true
    try {
      while (isStale) {
        isStale = false
        const { asked } = wanted
        shown = { page: await fetch({ ...asked, from: from(), count: LINES }), asked }
        for (const listener of listeners) listener()
      }
    } finally {
      isAsking = false
    }
  }
  const again = (): void => void run().catch(reportError)

  return {
    shown: () => shown,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ask(asked, asOf) {
      if (wanted?.asked === asked && wanted.asOf === asOf) return
      if (wanted && wanted.asked !== asked) sight = { first: 0, last: 0 }
      wanted = { asked, asOf }
      again()
    },
    again,
    look(first, last) {
      sight = { first, last }
      if (!shown || shown.page.lines === 0) return
      const { page } = shown
      const end = page.from + page.rows.length
      if ((first - page.from < NEAR && page.from > 0) || (end - last < NEAR && end < page.lines)) again()
    },
  }
}

export const lineAt = (shown: Shown | null, line: number): ListLine | undefined =>
  shown?.page.rows[line - shown.page.from]
