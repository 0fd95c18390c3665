import type { Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { DayTotals, type Totals } from './totals.ts'

/** Totals as they cross to the windows and lie in the cache: by engagement ('' for own work), then a row a day. */
export type PackedTotals = readonly (readonly [engagementId: string, days: readonly PackedDay[]])[]
export type PackedDay = readonly [
  day: string,
  worked: number,
  charged: number,
  entries: number,
  perks?: Readonly<Record<string, number>>,
]

export const packTotals = (totals: Totals): PackedTotals =>
  [...totals].map(([id, days]) => [
    id ?? '',
    [...days].map(([day, { worked, charged, entries, perks }]) =>
      Object.keys(perks).length > 0 ? [day, worked, charged, entries, perks] : [day, worked, charged, entries],
    ),
  ])

export const unpackTotals = (packed: PackedTotals): Totals =>
  new Map(packed.map(([id, days]) => [id === '' ? null : (id as Id), unpackDays(days)]))

function unpackDays(packed: readonly PackedDay[]): DayTotals {
  const days = new DayTotals()
  for (const [day, worked, charged, entries, perks = {}] of packed)
    days.set(day as Day, { worked, charged, entries, perks })
  return days
}
