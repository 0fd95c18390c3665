import type { Sources } from '#shared/domain/ledger/explain/sources.ts'
import { dayParts, type ByDay } from '#shared/domain/totals.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Zone } from '#shared/kernel/instant.ts'
import type { Delivery } from '#shared/model/delivery.ts'
import type { TimeEntry } from '#shared/model/entry.ts'
import { ROME } from './agreements.ts'

interface Given {
  readonly days: ByDay
  readonly zone?: Zone
  /** null: none are in memory. */
  readonly entries?: readonly TimeEntry[] | null
  readonly deliveries?: readonly Pick<Delivery, 'id' | 'day' | 'units' | 'perkId'>[]
  readonly engagementId?: Id | null
}

/** What a row is explained from, of these entries and deliveries, laid out by day once. */
export function sourcesFrom({ days, zone = ROME, entries = [], deliveries = [], engagementId = null }: Given): Sources {
  const own = entries?.filter((entry) => entry.engagementId === engagementId) ?? []
  const byDay = grouped(
    own.flatMap((entry) => dayParts(entry, zone, { mode: 'none' }).map(({ day }) => [day, entry] as const)),
  )
  const handedOver = grouped(deliveries.map((delivery) => [delivery.day, delivery] as const))
  return {
    zone,
    days,
    entriesOn: (day) => (entries === null ? null : (byDay.get(day) ?? [])),
    deliveriesOn: (day) => handedOver.get(day) ?? [],
  }
}

function grouped<Item>(items: readonly (readonly [Day, Item])[]): ReadonlyMap<Day, readonly Item[]> {
  const groups = new Map<Day, Item[]>()
  for (const [day, item] of items) groups.set(day, [...(groups.get(day) ?? []), item])
  return groups
}
