import type { Day } from '../../kernel/day.ts'
import { dayAt, type Zone } from '../../kernel/instant.ts'
import { by } from '../../kernel/order.ts'
import { sumOf } from '../../kernel/units.ts'
import type { Agreement } from '../../model/agreement.ts'
import type { ReportMade } from '../../model/closing.ts'
import { isRunning, isSpan, type TimeEntry } from '../../model/entry.ts'
import type { Period } from '../periods.ts'
import { rulesOn } from '../rules.ts'
import { dayParts } from '../totals.ts'

/** What was noted of some work: its words and how long it took, in charged seconds. */
export interface WorkLine {
  /** As it was noted; the client reads `text`, which is empty where it is not said. */
  readonly note: string
  readonly text: string
  readonly seconds: number
}

/** Work that belongs together. Its seconds are those of its lines, said or not. */
export interface WorkGroup {
  /** The task, the tags or the day as they were noted; empty for what has none. */
  readonly key: string
  readonly title: string
  readonly seconds: number
  readonly lines: readonly WorkLine[]
}

interface Part {
  readonly key: string
  readonly note: string
  readonly day: Day
  readonly seconds: number
}

/**
 * What was done in a period, for its client (product.md, Close the month): charged time, each entry by the part that
 * lies in the period, the words as the user has edited them. Work that is not billed is no part of it. Days in their
 * order; tasks and tags by how long they took, what has none last. Several tags of one entry are one head, so that no
 * minute stands twice.
 * @param entries of the engagement, all that have a part in the period
 */
export function workOf(
  agreement: Agreement,
  period: Pick<Period, 'start' | 'end'>,
  entries: Iterable<TimeEntry>,
  zone: Zone,
  made: Pick<ReportMade, 'by' | 'words'>,
): WorkGroup[] {
  const words = new Map(made.words.map(({ from, to }) => [from, to]))
  const say = (noted: string): string => words.get(noted) ?? noted
  const groups = new Map<string, Part[]>()
  for (const part of partsOf(agreement, period, entries, zone, made.by)) {
    const own = groups.get(part.key)
    if (own) own.push(part)
    else groups.set(part.key, [part])
  }
  const told = [...groups].map(([key, parts]): WorkGroup & { first: Day } => ({
    key,
    title: say(key),
    seconds: sumOf(parts, ({ seconds }) => seconds),
    lines: linesOf(parts, say),
    first: parts.reduce((first, { day }) => (day < first ? day : first), parts[0]?.day ?? period.start),
  }))
  const inOrder =
    made.by === 'day'
      ? told.toSorted(by(({ first }) => first))
      : told.toSorted((a, b) => Number(a.key === '') - Number(b.key === '') || b.seconds - a.seconds)
  return inOrder.map(({ first: _first, ...group }) => group)
}

function partsOf(
  agreement: Agreement,
  { start, end }: Pick<Period, 'start' | 'end'>,
  entries: Iterable<TimeEntry>,
  zone: Zone,
  grouping: ReportMade['by'],
): Part[] {
  const parts: Part[] = []
  for (const entry of entries) {
    if (!entry.billable || isRunning(entry)) continue
    const { rounding } = rulesOn(agreement, isSpan(entry) ? dayAt(entry.start, zone) : entry.day)
    for (const { day, charged } of dayParts(entry, zone, rounding))
      if (day >= start && day < end && charged !== 0)
        parts.push({ key: keyOf(entry, day, grouping), note: entry.note.trim(), day, seconds: charged })
  }
  return parts.toSorted(by(({ day }) => day))
}

function keyOf({ task, tags }: TimeEntry, day: Day, grouping: ReportMade['by']): string {
  if (grouping === 'day') return day
  return grouping === 'task' ? (task ?? '').trim() : tags.toSorted().join(', ')
}

/** One line for all that has the same note, in the order in which it was first done. */
function linesOf(parts: readonly Part[], say: (noted: string) => string): WorkLine[] {
  const byNote = new Map<string, number>()
  for (const { note, seconds } of parts) byNote.set(note, (byNote.get(note) ?? 0) + seconds)
  return [...byNote].map(([note, seconds]) => ({ note, text: say(note), seconds }))
}
