import type { Day } from '../../kernel/day.ts'
import { fold } from '../../kernel/fold.ts'
import { dayAt, splitByDay, startOfDay, type Instant, type Zone } from '../../kernel/instant.ts'
import { sumOf } from '../../kernel/units.ts'
import { isSpan, type TimeEntry } from '../../model/entry.ts'

/** An entry as the list holds it, with what sorting, grouping and searching ask of each. */
export interface Listed {
  readonly entry: TimeEntry
  /** By which it is sorted: its start, or that of its day. */
  readonly at: Instant
  /** The local day on which it begins. */
  readonly day: Day
  /** What was worked, in seconds. */
  readonly seconds: number
  /** All that was worked in it: `seconds` may be a part. */
  readonly whole: number
  /** Note, task and tags, folded. */
  readonly text: string
  /** What of it lies in which day, where that are several. */
  readonly parts: readonly { readonly day: Day; readonly seconds: number }[] | null
}

/** @param now up to where the running timer counts */
export function listedOf(entry: TimeEntry, zone: Zone, now: Instant): Listed {
  const said = entry.tags.length === 0 && entry.task === undefined ? entry.note : textOf(entry)
  const text = fold(said)
  if (!isSpan(entry)) {
    const { day, seconds } = entry
    return { entry, at: startOfDay(day, zone), day, seconds, whole: seconds, text, parts: null }
  }
  const { start } = entry
  const parts = splitByDay(start, entry.end ?? now, zone)
  const day = parts[0]?.day ?? dayAt(start, zone)
  const seconds = sumOf(parts, (part) => part.seconds)
  return { entry, at: start, day, seconds, whole: seconds, text, parts: parts[1] ? parts : null }
}

const textOf = ({ note, task = '', tags }: TimeEntry): string => [note, task, ...tags].join('\n')

/** The newest first; of two that begin together the one that was written later. */
export const byNewest = (a: Listed, b: Listed): number =>
  a.at === b.at ? (a.entry.id < b.entry.id ? 1 : -1) : a.at < b.at ? 1 : -1
