import { addDays, addMonths, firstDayOf, monthOf, type Day, type Month } from '../kernel/day.ts'
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

/** Whether any of it was on a perk; mostly none is. */
export function hasPerks({ perks }: DayTotal): boolean {
  for (const _ in perks) return true
  return false
}

export const noPerks: DayTotal['perks'] = Object.freeze({})
const nothing: DayTotal = { worked: 0, charged: 0, perks: noPerks, entries: 0 }

/** The first and the last of some days. */
export type Ends = Readonly<Record<'first' | 'last', Day>>

/** The days before one, of which there are some. */
interface Older {
  /** The first of them, and the last. */
  readonly ends: Ends
  readonly until: Day
  readonly days: () => Iterable<readonly [Day, DayTotal]>
}

/**
 * The totals of one engagement by day. It keeps the sums of the months that were asked for until a day of theirs
 * changes, so that twenty years of ledger are some hundred additions.
 */
export class DayTotals extends Map<Day, DayTotal> {
  readonly #months = new Map<Month, DayTotal>()
  #older: Older | null = null
  /** The first day and the last there is anything of; null once one of them is gone, until somebody asks. */
  #ends: Ends | null = null
  /** No day is later: over ten years most engagements are over, and of their last months nothing has to be summed up. */
  #last = ''

  /** Days that are not unpacked before somebody asks for one of them, or for all. */
  static after(older: Older): DayTotals {
    const days = new DayTotals()
    days.#older = older
    days.#last = older.until
    days.#ends = older.ends
    return days
  }

  /** Puts in what has waited, in front of what is there. */
  #unpack(): void {
    const older = this.#older
    if (!older) return
    this.#older = null
    const recent = [...super.entries()]
    super.clear()
    for (const [day, total] of older.days()) super.set(day, total)
    for (const [day, total] of recent) super.set(day, total)
  }

  #reach(day: Day): void {
    if (this.#older && day < this.#older.until) this.#unpack()
  }

  get isEmpty(): boolean {
    return this.#older === null && super.size === 0
  }

  override get(day: Day): DayTotal | undefined {
    this.#reach(day)
    return super.get(day)
  }

  override has(day: Day): boolean {
    this.#reach(day)
    return super.has(day)
  }

  override set(day: Day, total: DayTotal): this {
    this.#reach(day)
    if (this.#months.size > 0) this.#months.delete(monthOf(day))
    if (day > this.#last) this.#last = day
    const ends = this.#ends
    if (ends && (day < ends.first || day > ends.last))
      this.#ends = { first: day < ends.first ? day : ends.first, last: day > ends.last ? day : ends.last }
    return super.set(day, total)
  }

  override delete(day: Day): boolean {
    this.#reach(day)
    this.#months.delete(monthOf(day))
    if (day === this.#ends?.first || day === this.#ends?.last) this.#ends = null
    return super.delete(day)
  }

  override clear(): void {
    this.#older = null
    this.#ends = null
    this.#months.clear()
    super.clear()
  }

  override get size(): number {
    this.#unpack()
    return super.size
  }

  override entries(): MapIterator<[Day, DayTotal]> {
    this.#unpack()
    return super.entries()
  }

  override keys(): MapIterator<Day> {
    this.#unpack()
    return super.keys()
  }

  override values(): MapIterator<DayTotal> {
    this.#unpack()
    return super.values()
  }

  override forEach(act: (total: DayTotal, day: Day, days: Map<Day, DayTotal>) => void): void {
    this.#unpack()
    super.forEach(act)
  }

  override [Symbol.iterator](): MapIterator<[Day, DayTotal]> {
    return this.entries()
  }

  /** The first day and the last there is anything of, without a look at those between; null where there is none. */
  get ends(): Ends | null {
    if (this.isEmpty) return null
    return (this.#ends ??= endsOf(this.keys()))
  }

  inMonth(month: Month): DayTotal {
    if (month > this.#last) return nothing
    let sum = this.#months.get(month)
    if (sum === undefined) {
      const first = firstDayOf(month)
      this.#months.set(month, (sum = sumByDay(this, first, addMonths(first, 1))))
    }
    return sum
  }
}

/** Of days in any order; null where there is none. */
export function endsOf(days: Iterable<Day>): Ends | null {
  let [first, last]: Day[] = []
  for (const day of days) {
    if (first === undefined || day < first) first = day
    if (last === undefined || day > last) last = day
  }
  return first === undefined || last === undefined ? null : { first, last }
}

/** Totals by engagement and day. The key of own work, which is on no engagement, is null. */
export type Totals = Map<Id | null, DayTotals>

/** A part of an entry: what of it lies in one day. */
export interface DayPart {
  readonly day: Day
  readonly worked: Seconds
  readonly charged: Seconds
}

/**
 * An entry by local day. Rounding applies to the whole; its difference goes to the first day's part
 * (acceptance/README.md, Entries), which is below zero where rounding takes off more than there is before midnight: then
 * the first day gives back what it adds to the next one. A running entry has no parts yet; one that is not billable is not charged.
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
  const days = totals.get(entry.engagementId) ?? new DayTotals()
  let isFirst = true
  for (const part of dayParts(entry, zone, rounding)) {
    const total = add(days.get(part.day) ?? nothing, part, entry.perkId, sign, isFirst)
    if (isNothing(total)) days.delete(part.day)
    else days.set(part.day, total)
    isFirst = false
  }
  if (days.isEmpty) totals.delete(entry.engagementId)
  else if (totals.get(entry.engagementId) !== days) totals.set(entry.engagementId, days)
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
  const { [perkId]: known, ...others } = perks
  // A perk may be called `constructor`, which every object has.
  const before = known !== undefined && Object.hasOwn(perks, perkId) ? known : 0
  return before + charged === 0 ? others : { ...others, [perkId]: before + charged }
}

const isNothing = (total: DayTotal): boolean =>
  total.entries === 0 && total.worked === 0 && total.charged === 0 && !hasPerks(total)

/** Totals that can be asked by day: a map of them, or one with the running timer laid over it. */
export interface ByDay {
  get(day: Day): DayTotal | undefined
  /** The sum of a whole month, where it is kept. */
  inMonth?(month: Month): DayTotal
}

/** The days as they would be if the entry had been tracked too: what the timer has run so far, its perk's included. */
export function withEntry(days: ByDay, entry: TimeEntry, zone: Zone, rounding: Rounding): ByDay {
  const totals: Totals = new Map()
  tally(totals, entry, 1, zone, rounding)
  return sumByDays([days, ...totals.values()])
}

/** Several engagements' days as those of one. */
export const sumByDays = (all: readonly ByDay[]): ByDay => ({
  get: (day) => all.reduce<DayTotal | undefined>((sum, days) => merged(sum, days.get(day)), undefined),
  inMonth: (month) => all.reduce((sum, days) => plus(sum, monthOfDays(days, month)), nothing),
})

const merged = (a: DayTotal | undefined, b: DayTotal | undefined): DayTotal | undefined =>
  a && b ? plus(a, b) : (a ?? b)

function monthOfDays(days: ByDay, month: Month): DayTotal {
  if (days.inMonth) return days.inMonth(month)
  const first = firstDayOf(month)
  return sumByDay(days, first, addMonths(first, 1))
}

/** The sum of the days from `from` up to, not including, `to`. */
export function totalBetween(days: ByDay | undefined, from: Day, to: Day): DayTotal {
  if (!days) return nothing
  if (!days.inMonth) return sumByDay(days, from, to)
  let total = nothing
  for (let day = from; day < to;) {
    const next = nextMonth(day)
    if (isFirst(day) && next <= to) total = plus(total, days.inMonth(monthOf(day)))
    else total = plus(total, sumByDay(days, day, next < to ? next : to))
    day = next
  }
  return total
}

const isFirst = (day: Day): boolean => day.endsWith('-01')
const nextMonth = (day: Day): Day => addMonths(firstDayOf(monthOf(day)), 1)

function sumByDay(days: ByDay, from: Day, to: Day): DayTotal {
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

export function plus(a: DayTotal, b: DayTotal): DayTotal {
  if (a === nothing) return b
  let { perks } = a
  for (const id in b.perks) perks = addPerk(perks, id, b.perks[id] ?? 0)
  return { worked: a.worked + b.worked, charged: a.charged + b.charged, perks, entries: a.entries + b.entries }
}
