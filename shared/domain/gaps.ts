import { secondsBetween } from '../kernel/instant.ts'
import { by } from '../kernel/order.ts'
import type { Gap } from '../model/gap.ts'
import { isRunning, isSpan, type SpanEntry } from '../model/entry.ts'
import type { Book } from './book.ts'

/**
 * After four hours nobody sits down to the same work by chance: the timer does not go on by itself then, so that a
 * question that is ignored in the morning adds nothing to the evening before.
 */
export const LONGEST_ABSENCE = 4 * 3600

/** The questions that are open, the earliest first. */
export const openGaps = (book: Book): Gap[] => [...book.workspace.tables.gaps.values()].toSorted(by(({ from }) => from))

/** The one that a window asks: what the user put off stays on Today. */
export const gapToAsk = (book: Book): Gap | undefined => openGaps(book).find(({ later }) => !later)

/** What lies around a gap by now, as far as its entries are in memory. */
export interface AroundGap {
  /** The entry that ends where the gap begins, while it still does. */
  readonly before: (SpanEntry & { end: SpanEntry['start'] }) | null
  /** The entry that goes on after it. */
  readonly after: SpanEntry | null
  /** What becomes of the timer with a break: it goes on from the gap's end, or from now; null where it is not of it. */
  readonly goesOn: 'fromEnd' | 'now' | null
}

export function aroundGap(book: Book, gap: Gap): AroundGap {
  const before = spanOf(book, gap.before)
  const after = spanOf(book, gap.after)
  const runsOn = after !== null && isRunning(after)
  return {
    before: endsAt(before, gap.from) ? before : null,
    after,
    goesOn: runsOn ? 'fromEnd' : gap.after === null && !book.running ? 'now' : null,
  }
}

const endsAt = (entry: SpanEntry | null, at: Gap['from']): entry is SpanEntry & { end: Gap['from'] } =>
  entry !== null && entry.end === at

function spanOf(book: Book, id: Gap['before']): SpanEntry | null {
  const entry = id === null ? undefined : book.workspace.tables.entries.get(id)
  return entry && isSpan(entry) ? entry : null
}

/** How long it is, in seconds. */
export const gapSeconds = ({ from, to }: Gap): number => secondsBetween(from, to)
