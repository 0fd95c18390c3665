import { addDays, toNumber, type Day } from '../kernel/day.ts'
import { addSeconds, instantOf, isInstant, msOf, secondsBetween, type Instant } from '../kernel/instant.ts'
import { seconds, type Seconds } from '../kernel/units.ts'
import { lasting, spanOf, type Clock, type Length, type Span } from './clocks.ts'
import type { Role } from './columns.ts'
import type { CsvRecord } from './csv-rows.ts'
import type { RowProblem } from './rows.ts'
import { isProblem, textOf, whereOf, type ReadColumn, type Sheet } from './sheet.ts'

/** Seconds since 1970, as rows have it: of work of which only the day is known, of that day in UTC. */
interface When {
  readonly start: number
  readonly seconds: Seconds
  readonly isOfDay: boolean
}

const DAY_S = 86_400
const secondOf = (instant: Instant): number => msOf(instant) / 1000

/** A moment as a row tells it: with an offset of its own, or by the clock on the wall. */
type Moment = { readonly at: Instant } | { readonly clock: Clock }

/** What `1:30` or `1.33` hours may differ from the clocks beside it: both are cut to the minute. Seconds. */
const ROUGHLY = 120

/**
 * When the row's work was done, from its clocks and its duration; a row without clocks is of a day.
 *
 * - A duration to the second has to fit the clocks (see `spanOf` for the nights in which they change); one to the minute
 *   has to fit roughly, and the clocks are the truth.
 * - Of a tracker that takes breaks out of its durations, the start stands and a shorter duration tells the rest.
 * - A row with one day and an end before its start ended the day after, or as many days later as it lasted.
 */
export function whenOf(sheet: Sheet, record: CsvRecord): When | RowProblem {
  const written = textOf(sheet, record, 'duration')
  const length = written === '' ? null : sheet.length(written)
  if (written !== '' && length === null) return { ...whereOf(sheet, record, 'duration'), code: 'badDuration' }
  if (length !== null && length.seconds < 0) return { ...whereOf(sheet, record, 'duration'), code: 'negative' }
  const isOfDay =
    textOf(sheet, record, 'start') === '' && textOf(sheet, record, 'end') === '' && sheet.places.has('duration')
  return isOfDay && sheet.places.has('day') ? ofDay(sheet, record, length) : ofClocks(sheet, record, length)
}

/**
 * Nearly all rows of a long file: both clocks are there, on days on which they do not change, and its duration is what
 * lies between them. It says what `whenOf` would, in a fraction of the time.
 */
export class ClearSpans {
  /** Of the row that was looked at last, if it is clear. */
  start = 0
  seconds = 0
  private readonly hasEnds: boolean
  private readonly coded: Sheet['coded']
  private readonly now: number

  constructor({ places, coded, now }: Sheet) {
    this.hasEnds = places.has('end')
    this.coded = coded
    this.now = now
  }

  /** Whether it is plain to see when the row's work was done. */
  isClear(row: number): boolean {
    const { midnight, endMidnight, start, end, length } = this.coded
    const from = valueIn(midnight, row) + valueIn(start, row)
    const to = valueIn(endMidnight, row) + valueIn(end, row)
    const elapsed = to - from
    const said = valueIn(length, row)
    this.start = from
    this.seconds = elapsed
    // Of what is no number nothing is true.
    return this.hasEnds && elapsed > 0 && to <= this.now && (said === elapsed || said === Infinity)
  }
}

const valueIn = ({ at, values }: ReadColumn<number>, row: number): number => values[at[row] ?? 0] ?? NaN

function ofDay(sheet: Sheet, record: CsvRecord, length: Length | null): When | RowProblem {
  const day = dayOf(sheet, record, 'day', 'missingStart')
  if (isProblem(day)) return day
  if (length === null || length.seconds === 0)
    return {
      ...whereOf(sheet, record, 'duration'),
      code: sheet.places.has('start') && length === null ? 'missingStart' : 'noTime',
    }
  const end = sheet.instantAt({ day: day.day, second: 0 })
  if (secondOf(end) > sheet.now) return { ...whereOf(sheet, record, 'day'), code: 'inFuture' }
  return { start: toNumber(day.day) * DAY_S, seconds: length.seconds, isOfDay: true }
}

function ofClocks(sheet: Sheet, record: CsvRecord, length: Length | null): When | RowProblem {
  const start = startOf(sheet, record)
  if (isProblem(start)) return start
  const end = endOf(sheet, record, start, length)
  if (end !== null && isProblem(end)) return end
  if (end === null && length === null)
    return { ...whereOf(sheet, record, sheet.places.has('end') ? 'end' : 'duration'), code: 'stillRunning' }
  const last: Role = end === null ? 'duration' : 'end'
  const span =
    end === null
      ? lasting(instantOfMoment(sheet, start), length?.seconds ?? seconds(0))
      : between(sheet, start, end, length)
  if (span.ok)
    return secondOf(span.end) > sheet.now
      ? { ...whereOf(sheet, record, last), code: 'inFuture' }
      : { start: secondOf(span.start), seconds: span.seconds, isOfDay: false }
  if (span.code === 'endBeforeStart') return { ...whereOf(sheet, record, last), code: 'endBeforeStart' }
  return { ...whereOf(sheet, record, 'duration'), code: 'durationDiffers', elapsed: span.elapsed }
}

function between(sheet: Sheet, start: Moment, end: Moment, length: Length | null): Span {
  const exactly = spanBetween(sheet, start, end, length?.seconds ?? null)
  if (exactly.ok || length === null || exactly.code === 'endBeforeStart') return exactly
  if (sheet.tracker?.durationLeads && length.seconds < exactly.elapsed)
    return lasting(instantOfMoment(sheet, start), length.seconds)
  if (length.isExact) return exactly
  const roughly = spanBetween(sheet, start, end, null)
  return roughly.ok && Math.abs(roughly.seconds - length.seconds) < ROUGHLY ? roughly : exactly
}

function spanBetween(sheet: Sheet, start: Moment, end: Moment, duration: Seconds | null): Span {
  if ('clock' in start && 'clock' in end) return spanOf(start.clock, end.clock, duration, sheet.zone, sheet.instantAt)
  const [from, to] = [instantOfMoment(sheet, start), instantOfMoment(sheet, end)]
  const elapsed = secondsBetween(from, to)
  if (elapsed <= 0) return { ok: false, code: 'endBeforeStart' }
  if (duration !== null && duration !== elapsed) return { ok: false, code: 'durationDiffers', elapsed }
  return { ok: true, start: from, end: to, seconds: elapsed }
}

const instantOfMoment = (sheet: Sheet, moment: Moment): Instant =>
  'at' in moment ? moment.at : sheet.instantAt(moment.clock)

function startOf(sheet: Sheet, record: CsvRecord): Moment | RowProblem {
  const text = textOf(sheet, record, 'start')
  const whole = wholeMoment(sheet, text)
  if (whole) return whole
  // Without a column of days the moment is whole or it is none.
  const day = sheet.places.has('day') ? dayOf(sheet, record, 'day', 'missingStart') : null
  if (day && isProblem(day)) return day
  if (text === '') return { ...whereOf(sheet, record, 'start'), code: 'missingStart' }
  const second = sheet.time(text)
  if (second === null || day === null) return { ...whereOf(sheet, record, 'start'), code: day ? 'badTime' : 'badDate' }
  return { clock: { day: day.day, second } }
}

/**
 * The row's end; null where the file has none, and the duration tells it. Of some trackers a row without an end is an
 * entry that still ran, whatever its duration was then.
 */
function endOf(sheet: Sheet, record: CsvRecord, start: Moment, length: Length | null): Moment | RowProblem | null {
  if (!sheet.places.has('end')) return null
  const text = textOf(sheet, record, 'end')
  const hasDay = sheet.places.has('endDay')
  if (text === '' && (!hasDay || textOf(sheet, record, 'endDay') === ''))
    return sheet.tracker?.noEndStillRuns ? { ...whereOf(sheet, record, 'end'), code: 'stillRunning' } : null
  const whole = wholeMoment(sheet, text)
  if (whole) return whole
  const day = hasDay ? dayOf(sheet, record, 'endDay', 'missingEnd') : null
  if (day && isProblem(day)) return day
  if (text === '') return { ...whereOf(sheet, record, 'end'), code: 'missingEnd' }
  const second = sheet.time(text)
  if (second === null) return { ...whereOf(sheet, record, 'end'), code: 'badTime' }
  if (day) return { clock: { day: day.day, second } }
  return 'clock' in start
    ? { clock: after(start.clock, second, length) }
    : { ...whereOf(sheet, record, 'end'), code: 'badDate' }
}

/**
 * The clock of an end of which only the time is told: that day, the next, or as many days on as it lasted. The same time
 * twice is no whole day unless the duration says so: it is a row of no time.
 */
function after(start: Clock, second: number, length: Length | null): Clock {
  const shortest = second < start.second ? 1 : 0
  const days = length === null ? shortest : Math.max(0, Math.round((start.second + length.seconds - second) / DAY_S))
  return { day: addDays(start.day, days), second }
}

function dayOf(
  sheet: Sheet,
  record: CsvRecord,
  role: 'day' | 'endDay',
  missing: 'missingStart' | 'missingEnd',
): { day: Day } | RowProblem {
  const text = textOf(sheet, record, role)
  if (text === '') return { ...whereOf(sheet, record, role), code: missing }
  const day = sheet.day(text) ?? sheet.day(dayIn(text))
  return day === null ? { ...whereOf(sheet, record, role), code: 'badDate' } : { day }
}

/** Of a day that a program wrote with its midnight. */
export const dayIn = (text: string): string => text.replace(/[T ,]+0?0:00(?::00)?(?:\.0+)?Z?$/, '')

/** `2026-03-04T09:30:00.000+01:00`, `2026-03-04 09:30 UTC`, `4/3/2026, 9:30 AM`; null where it is no whole moment. */
function wholeMoment(sheet: Sheet, text: string): Moment | null {
  if (text.length < 11) return null
  const at = readMoment(text)
  if (at !== null) return { at }
  const parted = /^(\S*\d)[T, ]+(\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:\s*[ap]m)?)$/i.exec(text)
  const day = parted && sheet.day(parted[1] ?? '')
  const second = parted && sheet.time((parted[2] ?? '').replace(/\.\d+/, ''))
  return day !== null && second !== null ? { clock: { day, second } } : null
}

/** A moment with its offset, in ISO 8601 or nearly; null for any other text. A part of a second is cut off. */
export function readMoment(text: string): Instant | null {
  if (isInstant(text)) return text
  const found = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)? ?(?:Z|UTC|([+-])(\d{2}):?(\d{2}))$/.exec(
    text,
  )
  if (!found) return null
  const written = `${found[1]}T${found[2]}:${found[3] ?? '00'}Z`
  if (!isInstant(written)) return null
  const offset = (found[4] === '-' ? -1 : 1) * (Number(found[5] ?? 0) * 3600 + Number(found[6] ?? 0) * 60)
  return offset === 0 ? written : instantOf(Date.parse(addSeconds(written, -offset)))
}
