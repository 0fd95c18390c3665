import type { Format } from '#shared/i18n/format.ts'
import { parseDuration, parseTime, type FieldProblem, type Parsed } from '#shared/i18n/parse.ts'
import { LONGEST_NIGHT } from '#shared/i18n/parse-range.ts'
import { addDays, daysBetween, type Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import {
  addSeconds,
  atWallClock,
  dayAt,
  secondsBetween,
  startOfDay,
  wallClock,
  type Instant,
  type Zone,
} from '#shared/kernel/instant.ts'
import type { Seconds } from '#shared/kernel/units.ts'
import { isSpan, type TimeEntry } from '#shared/model/entry.ts'
import { hoursText } from '../../parts/hours-text.ts'

export type TimeField = 'from' | 'to' | 'hours'

/** An entry as it is typed: text stays text until it is read. */
export interface EntryDraft {
  /** null is own work; undefined, not chosen yet. */
  readonly engagementId: Id | null | undefined
  readonly note: string
  readonly billable: boolean
  readonly tags: readonly string[]
  /** null: on none. */
  readonly perkId: string | null
  readonly from: string
  readonly to: string
  readonly hours: string
  /** Which of the three times follows from the other two. The two are the user's last word. */
  readonly follows: TimeField
  /** How many midnights lie between `from` and `to`. */
  readonly nights: number
}

/** Where the draft's times lie. */
export interface Ground {
  /** The day of `from`, and of work of which only the amount is known. */
  readonly day: Day
  readonly zone: Zone
  readonly now: Instant
  /** What is changed: times whose text is as it was keep their seconds. */
  readonly original: TimeEntry | null
  readonly format: Format
}

export type When = { start: Instant; end: Instant } | { day: Day; seconds: Seconds }

/** What is wrong with a time, at its field. */
export type TimeFault =
  | FieldProblem
  | { readonly code: 'noTimes' }
  /** `nextDay`: it is likely enough that the work went over midnight. */
  | { readonly code: 'endBeforeStart'; readonly nextDay: boolean }
  | { readonly code: 'inFuture' }
  | { readonly code: 'moreThanDay' }
  | { readonly code: 'dayBefore' }
  /** The clocks go forward over it. */
  | { readonly code: 'skipped' }

export type Read =
  | { readonly ok: true; readonly when: When }
  | { readonly ok: false; readonly field: TimeField; readonly fault: TimeFault }

const DAY = 24 * 3600

export const emptyDraft: EntryDraft = {
  engagementId: undefined,
  note: '',
  billable: true,
  tags: [],
  perkId: null,
  from: '',
  to: '',
  hours: '',
  follows: 'hours',
  nights: 0,
}

/** The day on which an entry's clocks are read. */
export const dayOf = (entry: TimeEntry, zone: Zone): Day => (isSpan(entry) ? dayAt(entry.start, zone) : entry.day)

export function draftOf(entry: TimeEntry, zone: Zone, format: Format): EntryDraft {
  const { engagementId, note, billable, tags, perkId = null } = entry
  const said = { engagementId, note, billable, tags, perkId }
  if (!isSpan(entry)) return { ...emptyDraft, ...said, hours: hoursText(format, entry.seconds), follows: 'to' }
  const from = format.time(entry.start, zone)
  if (entry.end === null) return { ...emptyDraft, ...said, from }
  const nights = daysBetween(dayAt(entry.start, zone), dayAt(entry.end, zone))
  const hours = hoursText(format, secondsBetween(entry.start, entry.end))
  return { ...emptyDraft, ...said, from, to: format.time(entry.end, zone), hours, nights }
}

/** The draft of new work between two moments. */
export const draftOfTimes = (
  { start, end }: { start: Instant; end: Instant },
  zone: Zone,
  format: Format,
): EntryDraft => ({
  ...emptyDraft,
  from: format.time(start, zone),
  to: format.time(end, zone),
  hours: hoursText(format, secondsBetween(start, end)),
  nights: daysBetween(dayAt(start, zone), dayAt(end, zone)),
})

/** The draft with another text in a field, and what follows from it. */
export function withTime(draft: EntryDraft, field: TimeField, text: string, ground: Ground): EntryDraft {
  const typed = { ...draft, [field]: text }
  return followed({ ...typed, follows: followerAfter(typed, field), nights: nightsAfter(typed, field) }, ground)
}

/** The same times with the end on the next day, or back on the same. */
export const withNights = (draft: EntryDraft, nights: number, ground: Ground): EntryDraft =>
  followed({ ...draft, nights }, ground)

/** What follows is never what was typed last; hours that are typed move the end, or the start where only the end is. */
function followerAfter(draft: EntryDraft, field: TimeField): TimeField {
  if (draft.follows !== field) return draft.follows
  if (field !== 'hours') return 'hours'
  return isBlank(draft.from) && !isBlank(draft.to) ? 'from' : 'to'
}

/** One night is no longer meant when the end, typed anew, comes after the start on the same clock. */
function nightsAfter(draft: EntryDraft, field: TimeField): number {
  if (field === 'hours' || draft.nights !== 1) return draft.nights
  if (isMidnight(draft.to)) return 0
  const [from, to] = [parseTime(draft.from), parseTime(draft.to)]
  return from.ok && to.ok && to.value > from.value ? 0 : 1
}

function followed(draft: EntryDraft, ground: Ground): EntryDraft {
  const { follows } = draft
  const read = readTimes(draft, ground)
  // A time in the future follows too: it is refused where it stands.
  const when = read.ok ? read.when : null
  if (!when || !('start' in when)) return { ...draft, [follows]: '' }
  const { format, zone } = ground
  if (follows === 'hours') return { ...draft, hours: hoursText(format, secondsBetween(when.start, when.end)) }
  if (follows === 'from') return { ...draft, from: format.time(when.start, zone) }
  const nights = daysBetween(dayAt(when.start, zone), dayAt(when.end, zone))
  return { ...draft, to: format.time(when.end, zone), nights }
}

/** The end of the day, as the list shows it. */
const isMidnight = (text: string): boolean => /^24(?:[:.,h ]?00)?$/.test(text.trim())

const isBlank = (text: string): boolean => text.trim() === ''

/** The draft's times, or the first that is wrong. Whether they have come to pass is asked by `checkTimes`. */
function readTimes(draft: EntryDraft, ground: Ground): Read {
  const { follows } = draft
  if (follows === 'hours' && isBlank(draft.from) && isBlank(draft.to)) return no('from', { code: 'noTimes' })
  if (follows === 'hours') return readSpan(draft, ground)
  const hours = parseDuration(draft.hours)
  if (!hours.ok) return no('hours', hours.problem)
  if (hours.value === 0) return no('hours', { code: 'empty' })
  if (hours.value > DAY) return no('hours', { code: 'moreThanDay' })
  const anchor = follows === 'to' ? 'from' : 'to'
  if (isBlank(draft[anchor])) return ok({ day: ground.day, seconds: hours.value })
  const at = instantOfField(draft, anchor, ground)
  if (!at.ok) return no(anchor, at.problem)
  if (anchor === 'from') return ok({ start: at.value, end: addSeconds(at.value, hours.value) })
  const start = addSeconds(at.value, 0 - hours.value)
  return dayAt(start, ground.zone) < ground.day ? no('hours', { code: 'dayBefore' }) : ok({ start, end: at.value })
}

function readSpan(draft: EntryDraft, ground: Ground): Read {
  const start = instantOfField(draft, 'from', ground)
  if (!start.ok) return no('from', start.problem)
  const end = instantOfField(draft, 'to', ground)
  if (!end.ok) return no('to', end.problem)
  if (end.value > start.value) return ok({ start: start.value, end: end.value })
  const nextDay = secondsBetween(start.value, end.value) + DAY < LONGEST_NIGHT
  return no('to', { code: 'endBeforeStart', nextDay: nextDay && draft.nights === 0 })
}

/** What the wall clock of the entry's day shows as typed; text that is as it was means the very second it was. */
function instantOfField(
  draft: EntryDraft,
  field: 'from' | 'to',
  { day, zone, original, format }: Ground,
): Parsed<Instant> | { ok: false; problem: TimeFault } {
  const on = field === 'to' ? addDays(day, draft.nights) : day
  if (field === 'to' && isMidnight(draft.to)) return { ok: true, value: startOfDay(addDays(on, 1), zone) }
  const parsed = parseTime(draft[field])
  if (!parsed.ok) return parsed
  const was = original && isSpan(original) ? (field === 'from' ? original.start : original.end) : null
  if (was !== null && dayAt(was, zone) === on && format.time(was, zone) === draft[field].trim())
    return { ok: true, value: was }
  const value = atWallClock(on, parsed.value, zone)
  const shown = wallClock(value, zone)
  return shown.day === on && shown.second === parsed.value
    ? { ok: true, value }
    : { ok: false, problem: { code: 'skipped' } }
}

/** The draft's times as they can be kept, or what is wrong and where. */
export function checkTimes(draft: EntryDraft, ground: Ground): Read {
  const read = readTimes(draft, ground)
  if (!read.ok) return read
  const { when } = read
  if (!('start' in when)) return when.day > dayAt(ground.now, ground.zone) ? no('hours', { code: 'inFuture' }) : read
  if (when.start > ground.now) return no('from', { code: 'inFuture' })
  return when.end > ground.now ? no('to', { code: 'inFuture' }) : read
}

const ok = (when: When): Read => ({ ok: true, when })
const no = (field: TimeField, fault: TimeFault): Read => ({ ok: false, field, fault })
