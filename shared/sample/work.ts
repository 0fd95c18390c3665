import type { Day } from '../kernel/day.ts'
import { nordlysStart } from './agreements.ts'
import { daysOf, isBusyWeekend, workDays, type WorkDay } from './calendar.ts'
import { notes } from './notes.ts'
import { minutesIn, streams, type Stream, type StreamKey } from './plan.ts'
import { random, type Random } from './random.ts'
import type { Setting } from './setting.ts'

/** A piece of work: how long, for what. When in the day is decided in `days.ts`. */
export interface Piece {
  readonly key: StreamKey
  readonly minutes: number
  readonly note: string
}

/** The most that is tracked in a day. */
const DAY_MINUTES = 450
/** How many days a month without holidays has. */
const FULL_MONTH = 20

/**
 * A whole month's work, by day, from the plan: each stream comes to exactly the minutes planned, in pieces of half an
 * hour to two hours, spread over the days by its pace.
 */
export function workOf(setting: Setting, offset: number): Map<Day, Piece[]> {
  const month = setting.month(offset)
  const days = workDays(month, setting.today)
  const byDay = new Map<Day, Piece[]>(days.map(({ day }) => [day, []]))
  const weekend = daysOf(month).filter(isBusyWeekend)
  for (const stream of streams) {
    const chance = random(`${month} ${stream.key}`)
    const within = days.filter(({ day }) => isWithin(setting, stream.key, day))
    const minutes = toFive(minutesIn(stream, offset) * shareOf(stream, days.length, within.length))
    const pace = paceOf(stream.key, offset)
    let note = ''
    for (const { day, size } of spread(within, minutes, pace, chance, sizesOf(stream.key, minutes))) {
      const at = mayMove(stream.key) && weekend.length > 0 && chance.chance(6) ? chance.pick(weekend) : day
      note = note !== '' && chance.chance(35) ? note : noteFor(stream.key, setting, chance)
      put(byDay, at, { key: stream.key, minutes: size, note })
    }
  }
  return byDay
}

const toFive = (minutes: number): number => Math.round(minutes / 5) * 5

/** Nordlys Foods was worked for by the hour until the day on which its agreement began. */
function isWithin(setting: Setting, key: StreamKey, day: Day): boolean {
  if (key === 'nordlys') return day >= nordlysStart(setting)
  return key !== 'nordlysHourly' || day < nordlysStart(setting)
}

function shareOf({ elastic }: Stream, worked: number, within: number): number {
  if (elastic) return Math.min(1, worked / FULL_MONTH) ** 1.5
  return worked === 0 ? 0 : within / worked
}

/** How much of a stream's month is done by the end of a day; `gone` is the part of its days that is over by then. */
type Pace = (day: WorkDay, gone: number) => number

/**
 * Even, but for Halden & Reyes: late in the month that is over, ahead of the calendar (holidays too) in this one, so
 * that on every day the pace says that its hours run out before the month does.
 */
const paceOf = (key: StreamKey, offset: number): Pace => {
  if (key === 'halden' && offset === 0) return ({ goneOfCalendar }) => Math.min(1, goneOfCalendar / 0.85) ** 0.8
  return key === 'halden' && offset === -1 ? (_day, gone) => gone ** 1.5 : (_day, gone) => gone
}

/** In steps of five minutes: own work comes in bits, and so does what is little in a month. */
const sizesOf = (key: StreamKey, minutes: number): readonly [low: number, high: number] => {
  if (key === 'own') return [3, 11]
  return key === 'halden' || minutes < 360 ? [5, 12] : [6, 20]
}

/** Cuts a month's minutes into pieces, in fives, and gives each to the first day on which half of it is due. */
function spread(
  days: readonly WorkDay[],
  minutes: number,
  pace: Pace,
  { int }: Random,
  [low, high]: readonly [low: number, high: number],
): { day: Day; size: number }[] {
  const pieces: { day: Day; size: number }[] = []
  let [done, size] = [0, int(low, high) * 5]
  for (const [index, workDay] of days.entries()) {
    const due = minutes * pace(workDay, (index + 1) / days.length)
    while (isDue(size, due - done, minutes - done)) {
      // No crumbs: what would be left is worked at once.
      const whole = minutes - done - size < 20 ? minutes - done : size
      pieces.push({ day: workDay.day, size: whole })
      done += whole
      size = int(low, high) * 5
    }
  }
  return pieces
}

/** A piece is begun when half of it is due, and at the end in any case. */
const isDue = (size: number, due: number, left: number): boolean => left > 0 && (2 * due >= size || due === left)

/** What nobody waits for on a weekday. */
const mayMove = (key: StreamKey): boolean => key === 'own' || key === 'launch' || key === 'brand'

const noteFor = (key: StreamKey, { language }: Setting, { pick, chance }: Random): string =>
  chance(6) ? '' : pick(notes[key])[language]

/** On the day itself or one of the next two, whichever has least to do; where these are full, on the next with room. */
function put(byDay: Map<Day, Piece[]>, day: Day, piece: Piece): void {
  const loadOf = (other: Day): number => lengthOf(byDay.get(other) ?? [])
  const free = [...byDay.keys()].filter((other) => loadOf(other) + piece.minutes <= DAY_MINUTES)
  const later = free.filter((other) => other >= day)
  const near = later.slice(0, piece.key === 'halden' ? 1 : 3).toSorted((a, b) => loadOf(a) - loadOf(b))
  const at = byDay.has(day) ? (near[0] ?? free.at(-1) ?? day) : day
  byDay.set(at, [...(byDay.get(at) ?? []), piece])
}

export const lengthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { minutes }) => sum + minutes, 0)
