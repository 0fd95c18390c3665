import type { Day } from '../kernel/day.ts'
import { addSeconds, secondsBetween, splitByDay, type Instant, type Zone } from '../kernel/instant.ts'
import { by } from '../kernel/order.ts'
import { isSame } from '../kernel/same.ts'
import { seconds, sumOf, type Seconds } from '../kernel/units.ts'
import { isSpan, type DayEntry, type SpanEntry, type TimeEntry } from '../model/entry.ts'

export type SplitAt = { readonly at: Instant } | { readonly seconds: number }

/**
 * The two parts of an entry that is cut at an instant, or after so many seconds; null where that is not inside it. They
 * add up to the whole, and say the same of the work. Of one that runs, the second runs on. The second has an id of its
 * own. What came from a file came from there in both: whichever of them stays, the file does not bring the whole back.
 */
export function splitEntry(entry: TimeEntry, cut: SplitAt, secondId: TimeEntry['id']): [TimeEntry, TimeEntry] | null {
  if (!isSpan(entry)) {
    const first = 'seconds' in cut ? cut.seconds : 0
    if (first <= 0 || first >= entry.seconds) return null
    const second = { ...entry, id: secondId, seconds: seconds(entry.seconds - first) } as DayEntry
    return [{ ...entry, seconds: seconds(first) }, second]
  }
  const at = 'at' in cut ? cut.at : addSeconds(entry.start, cut.seconds)
  if (at <= entry.start || (entry.end !== null && at >= entry.end)) return null
  return [
    { ...entry, end: at },
    { ...entry, id: secondId, start: at, end: entry.end },
  ]
}

/** Why entries do not become one. `days`: some day would have more or less than was worked on it. */
export type Unlike = 'work' | 'times' | 'days'

/**
 * Several entries as one: it begins with the first and lasts what they lasted by the clock, so that no minute is
 * added and none that was there twice stays so. Between entries that lie apart nothing was worked: what came after
 * such a gap moves up to it, within its day: what each day has stays what it was, by the clock, or they stay apart (totals
 * by day, period and month are what is billed: domain.md, Quantities; that a merge may not touch them is ours). Notes are
 * said once each, tags are all there. What is for different work, billed or on a perk in one and not in the other, or of
 * which one has its hours and another has not, stays apart too.
 *
 * @param zone whose days are kept
 */
export function mergeEntries(entries: readonly TimeEntry[], zone: Zone): { merged: TimeEntry } | { unlike: Unlike } {
  const spans = entries.filter(isSpan)
  const sorted = spans.length > 0 ? spans.toSorted(byStart) : entries
  const [first] = sorted
  if (!first) return { unlike: 'times' }
  const kind = (entry: TimeEntry) => [entry.engagementId, entry.billable, entry.perkId ?? null, entry.task ?? null]
  if (entries.some((entry) => !isSame(kind(entry), kind(first)))) return { unlike: 'work' }
  const times = spans.length === entries.length ? spanOf(spans) : amountOf(entries)
  if (!times) return { unlike: 'times' }
  if ('start' in times && !isSame(byDay([times], zone), byDay(stretches(spans) ?? [], zone))) return { unlike: 'days' }
  const notes = new Set(sorted.map((entry) => entry.note).filter((note) => note !== ''))
  const tags = [...new Set(sorted.flatMap((entry) => entry.tags))]
  const merged = { ...first, ...times, note: [...notes].join('; '), tags } as TimeEntry
  return { merged: withSources(merged, sorted) }
}

/** All that they were brought in from, once each, so that the same file adds none of them again. */
function withSources(merged: TimeEntry, entries: readonly TimeEntry[]): TimeEntry {
  const all = entries.flatMap((entry) => [entry.source ?? [], entry.sources ?? []].flat())
  const [source, ...sources] = all.filter((one, at) => all.findIndex((other) => isSame(one, other)) === at)
  return { ...merged, ...(source && { source }), ...(sources.length > 0 && { sources }) }
}

const byStart = by<SpanEntry>(({ start }) => start)

function spanOf(spans: readonly SpanEntry[]): { start: Instant; end: Instant } | null {
  const [first] = spans.toSorted(byStart)
  const worked = workedByClock(spans)
  return first && worked !== null ? { start: first.start, end: addSeconds(first.start, worked) } : null
}

/** Of work of which only the amount is known: that of one day, summed. */
function amountOf(entries: readonly TimeEntry[]): { seconds: Seconds } | null {
  const amounts = entries.flatMap((entry) => (isSpan(entry) ? [] : [entry]))
  const isOneDay = amounts.length === entries.length && new Set(amounts.map((entry) => entry.day)).size === 1
  return isOneDay ? { seconds: seconds(sumOf(amounts, (entry) => entry.seconds)) } : null
}

interface Stretch {
  readonly start: Instant
  readonly end: Instant
}

/** When at least one of them ran, the first first; null while one still runs. */
function stretches(spans: readonly SpanEntry[]): Stretch[] | null {
  const found: Stretch[] = []
  let covered = '' as Instant
  for (const { start, end } of spans.toSorted(byStart)) {
    if (end === null) return null
    const from = start > covered ? start : covered
    if (end > from) found.push({ start: from, end })
    if (end > covered) covered = end
  }
  return found
}

/** Seconds in which at least one of them ran; null while one still runs. */
export function workedByClock(spans: readonly SpanEntry[]): number | null {
  const found = stretches(spans)
  return found && sumOf(found, ({ start, end }) => secondsBetween(start, end))
}

/** Seconds of each day, the first day first. */
function byDay(found: readonly Stretch[], zone: Zone): [Day, number][] {
  const days = new Map<Day, number>()
  for (const { start, end } of found)
    for (const part of splitByDay(start, end, zone)) days.set(part.day, (days.get(part.day) ?? 0) + part.seconds)
  return [...days]
}

/**
 * Where the copy of an entry goes: right after it if that time is free and has come to pass, else right before it, else
 * on the same hours, where both are marked.
 */
export function placeForCopy(entry: SpanEntry & { end: Instant }, others: readonly SpanEntry[], now: Instant) {
  const duration = secondsBetween(entry.start, entry.end)
  const after = { start: entry.end, end: addSeconds(entry.end, duration) }
  const before = { start: addSeconds(entry.start, 0 - duration), end: entry.start }
  const isFree = ({ start, end }: { start: Instant; end: Instant }): boolean =>
    end <= now && others.every((other) => other.start >= end || (other.end ?? now) <= start)
  if (isFree(after)) return after
  return isFree(before) ? before : { start: entry.start, end: entry.end }
}
