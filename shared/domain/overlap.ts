import { addSeconds, secondsBetween, type Instant } from '../kernel/instant.ts'
import { isSpan, type SpanEntry, type TimeEntry } from '../model/entry.ts'
import type { DayView } from './day-view.ts'
import { splitEntry } from './reshaped-entry.ts'

/** Time that two entries of a day have in common. `first` began first. */
export interface Overlap {
  readonly first: SpanEntry
  readonly second: SpanEntry
  readonly from: Instant
  readonly to: Instant
  readonly seconds: number
}

/** Less than this is not asked about: one looks at the clock a moment later than one begins. Seconds. */
const SHORTEST = 60

/** What two entries of the day share, from the top. */
export function overlapsIn({ rows }: Pick<DayView, 'rows'>): Overlap[] {
  const spans = rows.flatMap((row) => (row.kind === 'part' && row.span && isSpan(row.entry) ? [row] : []))
  return spans.flatMap((row, index) =>
    spans.slice(index + 1).flatMap((later) => {
      const [a, b] = [row.span, later.span]
      if (!a || !b || !isSpan(row.entry) || !isSpan(later.entry)) return []
      const shared = sharedBy(a, b)
      if (!shared || shared.seconds < SHORTEST) return []
      return [{ first: row.entry, second: later.entry, ...shared }]
    }),
  )
}

interface Span {
  readonly from: Instant
  readonly to: Instant
}

function sharedBy(a: Span, b: Span): (Span & { seconds: number }) | null {
  const from = a.from > b.from ? a.from : b.from
  const to = a.to < b.to ? a.to : b.to
  return from < to ? { from, to, seconds: secondsBetween(from, to) } : null
}

/** Whose the time is that two entries share: the one's, the other's, or half of it each. */
export type Keep = 'first' | 'second' | 'half'

/**
 * What becomes of the two so that no minute of theirs counts twice: each as the parts that are left of it, none where all
 * of it was the other's. null where they share nothing, or where half each would cut one out of the middle of the other.
 * @param now up to where the timer counts
 * @param newId of the second part, where one is cut in two
 */
export function settled(
  one: SpanEntry,
  other: SpanEntry,
  keep: Keep,
  now: Instant,
  newId: () => TimeEntry['id'],
): readonly [readonly TimeEntry[], readonly TimeEntry[]] | null {
  const spanOf = ({ start, end }: SpanEntry): Span => ({ from: start, to: end ?? now })
  const shared = sharedBy(spanOf(one), spanOf(other))
  if (!shared) return null
  const { from, to } = shared
  if (keep === 'first') return [[one], without(other, from, to, newId)]
  if (keep === 'second') return [without(one, from, to, newId), [other]]
  const middle = addSeconds(from, Math.floor(shared.seconds / 2))
  const isOneFirst = one.start < other.start
  const [earlier, later] = isOneFirst ? [one, other] : [other, one]
  if (spanOf(earlier).to !== to || spanOf(later).from !== from) return null
  const halves = [without(earlier, middle, to, newId), without(later, from, middle, newId)] as const
  return isOneFirst ? halves : [halves[1], halves[0]]
}

/** An entry without a stretch of its time: what lies before it and what lies after. Of the timer the last part runs on. */
function without(entry: SpanEntry, from: Instant, to: Instant, newId: () => TimeEntry['id']): TimeEntry[] {
  const isBefore = entry.start < from
  const isAfter = entry.end === null || entry.end > to
  if (!isBefore) return isAfter ? [{ ...entry, start: to }] : []
  if (!isAfter) return [{ ...entry, end: from }]
  const [first] = splitEntry(entry, { at: from }, entry.id) ?? []
  const [, last] = splitEntry(entry, { at: to }, newId()) ?? []
  return [first, last].flatMap((part) => part ?? [])
}
