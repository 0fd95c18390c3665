import { addDays, type Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { secondsBetween, startOfDay, type Instant, type Zone } from '../kernel/instant.ts'
import { compareText } from '../kernel/order.ts'
import { seconds, sumOf, type Seconds } from '../kernel/units.ts'
import { isRunning, isSpan, type DayEntry, type SpanEntry, type TimeEntry } from '../model/entry.ts'

/** What of an entry lies in the day. The parts of all days add up to the entry (domain.md, Quantities). */
export interface PartRow {
  readonly kind: 'part'
  readonly entry: TimeEntry
  /** null where only the amount is known. */
  readonly span: { readonly from: Instant; readonly to: Instant } | null
  readonly seconds: Seconds
  /** Of these, how many are in the rows above already. Over all rows they add up to `twice`. */
  readonly twice: Seconds
  readonly isRunning: boolean
  /** It began before this day, it goes on after it. */
  readonly isContinued: boolean
  readonly goesOn: boolean
}

/** Time between two entries that nobody has. */
export interface GapRow {
  readonly kind: 'gap'
  readonly from: Instant
  readonly to: Instant
  readonly seconds: Seconds
}

/** A day, read from the top: by the clock, then what has no hours. `worked` is by the clock: no minute counts twice. */
export interface DayView {
  readonly rows: readonly (PartRow | GapRow)[]
  readonly entered: Seconds
  readonly twice: Seconds
  readonly worked: Seconds
}

/** Up to five minutes between two entries are no gap: one stands up, one sits down. */
const SHORTEST_GAP = 5 * 60

/** The entries that have, or may come to have, a part in the day: few, so that what follows may be done each minute. */
export function entriesOn(entries: Iterable<TimeEntry>, day: Day, zone: Zone): TimeEntry[] {
  const [start, end] = [startOfDay(day, zone), startOfDay(addDays(day, 1), zone)]
  return [...entries].filter((entry) =>
    isSpan(entry) ? entry.start < end && (entry.end === null || entry.end > start) : entry.day === day,
  )
}

/** What of several days in a row is entered more than once, in seconds: each day's as its own view has it. */
export function twiceIn(all: Iterable<TimeEntry>, days: readonly Day[], zone: Zone, now: Instant): Seconds {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return seconds(0)
  const [start, end] = [startOfDay(first, zone), startOfDay(addDays(last, 1), zone)]
  const near = [...all].filter((each) => isSpan(each) && each.start < end && (each.end === null || each.end > start))
  return seconds(sumOf(days, (day) => dayView(entriesOn(near, day, zone), day, zone, now).twice))
}

/** @param now up to where the running timer counts. */
export function dayView(entries: readonly TimeEntry[], day: Day, zone: Zone, now: Instant): DayView {
  const [start, end] = [startOfDay(day, zone), startOfDay(addDays(day, 1), zone)]
  const spans = entries
    .filter(isSpan)
    .flatMap((entry) => clip(entry, start, end, now))
    .toSorted(byStart)
  const rows: (PartRow | GapRow)[] = []
  let covered = null as Instant | null
  for (const { entry, span } of spans) {
    const { from, to } = span
    if (covered !== null && secondsBetween(covered, from) > SHORTEST_GAP)
      rows.push({ kind: 'gap', from: covered, to: from, seconds: secondsBetween(covered, from) })
    // All rows above began before this one, so that of what they cover only the end matters.
    const shared: Instant = covered === null || covered < from ? from : earlier(covered, to)
    rows.push(partRow(entry, span, { start, end }, secondsBetween(from, shared)))
    covered = covered === null || covered < to ? to : covered
  }
  for (const entry of entries) if (!isSpan(entry) && entry.day === day) rows.push(amountRow(entry))
  const entered = sumOf(rows, (row) => (row.kind === 'part' ? row.seconds : 0))
  const twice = sumOf(rows, (row) => (row.kind === 'part' ? row.twice : 0))
  return { rows, entered: seconds(entered), twice: seconds(twice), worked: seconds(entered - twice) }
}

type Span = NonNullable<PartRow['span']>
interface Clipped {
  readonly entry: SpanEntry
  readonly span: Span
}

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b)

const byStart = (a: Clipped, b: Clipped): number =>
  compareText(a.span.from, b.span.from) || compareText(a.span.to, b.span.to) || compareText(a.entry.id, b.entry.id)

/** The entry inside the day; none where no second of it is. The timer that has just been started has its place. */
function clip(entry: SpanEntry, start: Instant, end: Instant, now: Instant): Clipped[] {
  const from = entry.start < start ? start : entry.start
  const to = earlier(entry.end ?? (now < entry.start ? entry.start : now), end)
  const isThere = from < to || (isRunning(entry) && from === to && from < end)
  return isThere ? [{ entry, span: { from, to } }] : []
}

function partRow(entry: SpanEntry, span: Span, day: { start: Instant; end: Instant }, twice: Seconds): PartRow {
  return {
    kind: 'part',
    entry,
    span,
    seconds: secondsBetween(span.from, span.to),
    twice,
    isRunning: entry.end === null,
    isContinued: entry.start < day.start,
    goesOn: entry.end === null ? span.to === day.end : entry.end > day.end,
  }
}

const amountRow = (entry: DayEntry): PartRow => ({
  kind: 'part',
  entry,
  span: null,
  seconds: entry.seconds,
  twice: seconds(0),
  isRunning: false,
  isContinued: false,
  goesOn: false,
})

/**
 * Seconds of a day by client, the most worked for first; null is own work.
 * @param clientIdOf whose work an entry is.
 */
export function byClient(view: DayView, clientIdOf: (entry: TimeEntry) => Id | null): [Id | null, Seconds][] {
  const sums = new Map<Id | null, number>()
  for (const row of view.rows) {
    if (row.kind !== 'part') continue
    const client = clientIdOf(row.entry)
    sums.set(client, (sums.get(client) ?? 0) + row.seconds)
  }
  return [...sums].map(([id, sum]): [Id | null, Seconds] => [id, seconds(sum)]).toSorted((a, b) => b[1] - a[1])
}

/**
 * Seconds as whole minutes, so that what is shown adds up to what is shown as their sum: each is the step between two
 * sums that were cut to the minute.
 */
export function minuteSteps(parts: readonly number[]): number[] {
  let sum = 0
  return parts.map((part) => {
    const before = Math.floor(sum / 60)
    sum += part
    return (Math.floor(sum / 60) - before) * 60
  })
}
