import { addDays, type Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { splitByDay, type Zone } from '../kernel/instant.ts'
import { seconds, sumOf, type Seconds } from '../kernel/units.ts'
import type { Rounding } from '../model/agreement.ts'
import { isSpan, type TimeEntry } from '../model/entry.ts'
import { chargedSeconds } from './rounding.ts'

/** What one engagement had of one day. All a ledger, a chart or a report needs: none of them reads the history. */
export interface DayTotal {
  /** Every part of every entry, billable or not. */
  readonly worked: number
  /** The billable parts after rounding, without those on a perk. */
  readonly charged: number
  /** The same on each perk. */
  readonly perks: Readonly<Record<string, number>>
  readonly entries: number
}

/** Totals by engagement and day. The key of own work, which is on no engagement, is null. */
export type Totals = Map<Id | null, Map<Day, DayTotal>>

const nothing: DayTotal = { worked: 0, charged: 0, perks: {}, entries: 0 }

/** A part of an entry: what of it lies in one day. */
export interface DayPart {
  readonly day: Day
  readonly worked: Seconds
  readonly charged: Seconds
}

/**
 * An entry by local day. Rounding applies to the whole; its difference goes to the first day's part
 * (acceptance/README.md, Entries). A running entry has no parts yet; one that is not billable is not charged.
 */
export function dayParts(entry: TimeEntry, zone: Zone, rounding: Rounding): DayPart[] {
  const parts = isSpan(entry)
    ? entry.end === null
      ? []
      : splitByDay(entry.start, entry.end, zone)
    : [{ day: entry.day, seconds: entry.seconds }]
  const worked = seconds(sumOf(parts, (part) => part.seconds))
  const rounded = entry.billable ? chargedSeconds(worked, rounding) - worked : 0
  return parts.map((part, index) => ({
    day: part.day,
    worked: part.seconds,
    charged: seconds(entry.billable ? part.seconds + (index === 0 ? rounded : 0) : 0),
  }))
}

/** Adds an entry to the totals, or with `sign` -1 takes it out again. A day that comes to nothing is dropped. */
export function tally(totals: Totals, entry: TimeEntry, sign: 1 | -1, zone: Zone, rounding: Rounding): void {
  const days = totals.get(entry.engagementId) ?? new Map<Day, DayTotal>()
  for (const [index, part] of dayParts(entry, zone, rounding).entries()) {
    const total = add(days.get(part.day) ?? nothing, part, entry.perkId, sign, index === 0)
    if (isNothing(total)) days.delete(part.day)
    else days.set(part.day, total)
  }
  if (days.size > 0) totals.set(entry.engagementId, days)
  else totals.delete(entry.engagementId)
}

function add(total: DayTotal, part: DayPart, perkId: string | undefined, sign: number, counted: boolean): DayTotal {
  return {
    worked: total.worked + sign * part.worked,
    charged: total.charged + (perkId === undefined ? sign * part.charged : 0),
    perks: perkId === undefined ? total.perks : addPerk(total.perks, perkId, sign * part.charged),
    entries: total.entries + (counted ? sign : 0),
  }
}

function addPerk(perks: DayTotal['perks'], perkId: string, charged: number): DayTotal['perks'] {
  const { [perkId]: before = 0, ...others } = perks
  return before + charged === 0 ? others : { ...others, [perkId]: before + charged }
}

const isNothing = (total: DayTotal): boolean =>
  total.worked === 0 && total.charged === 0 && total.entries === 0 && Object.keys(total.perks).length === 0

/** Totals that can be asked by day: a map of them, or one with the running timer laid over it. */
export interface ByDay {
  readonly get: (day: Day) => DayTotal | undefined
}

/** The days as they would be if the parts had been tracked too: what the timer has run so far. */
export const withParts = (days: ByDay, parts: readonly DayPart[]): ByDay => ({
  get(day) {
    const extra = parts.filter((part) => part.day === day)
    if (extra.length === 0) return days.get(day)
    return extra.reduce((total, part) => add(total, part, undefined, 1, true), days.get(day) ?? nothing)
  },
})

/** The sum of the days from `from` up to, not including, `to`. */
export function totalBetween(days: ByDay | undefined, from: Day, to: Day): DayTotal {
  if (!days) return nothing
  let { worked, charged, perks, entries } = nothing
  // By the calendar, not by the map: a period has some thirty days, a history thousands.
  for (let day = from; day < to; day = addDays(day, 1)) {
    const total = days.get(day)
    if (!total) continue
    worked += total.worked
    charged += total.charged
    entries += total.entries
    for (const id in total.perks) perks = addPerk(perks, id, total.perks[id] ?? 0)
  }
  return { worked, charged, perks, entries }
}

export const plus = (a: DayTotal, b: DayTotal): DayTotal => ({
  worked: a.worked + b.worked,
  charged: a.charged + b.charged,
  perks: Object.entries(b.perks).reduce((perks, [id, charged]) => addPerk(perks, id, charged), a.perks),
  entries: a.entries + b.entries,
})
