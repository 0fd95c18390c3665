import { sumOf } from '../../kernel/units.ts'
import type { Perk } from '../../model/agreement.ts'
import { deliveriesBetween } from '../deliveries-between.ts'
import type { Period } from '../periods.ts'
import { hasPerks, type DayTotal } from '../totals.ts'
import type { Done, PerkUse } from './row.ts'

const none: readonly PerkUse[] = []

/**
 * What each perk gave in a period (domain.md, Perks): its quota is full at the period's start. Work on one that the
 * agreement does not know has none, and draws on included time whole.
 */
export function perkUses(perks: readonly Perk[], total: DayTotal, done: Done, period: Period): readonly PerkUse[] {
  if (!done.deliveries && !hasPerks(total)) return none
  const times = timesOf(done, period)
  const ids = new Set([...Object.keys(total.perks), ...times.keys()])
  if (ids.size === 0) return none
  return [...ids].toSorted().map((id) => {
    const seconds = Object.hasOwn(total.perks, id) ? (total.perks[id] ?? 0) : 0
    const quota = (perks.find((perk) => perk.id === id)?.minutes ?? 0) * 60
    return { id, seconds, covered: Math.min(seconds, quota), times: times.get(id) ?? 0 }
  })
}

/** How often each counted perk was used. */
function timesOf(done: Done, { start, end }: Period): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const { units, perkId } of deliveriesBetween(done, start, end))
    if (perkId !== undefined) times.set(perkId, (times.get(perkId) ?? 0) + units)
  return times
}

/** Seconds on perks that no quota covers. */
export const beyondQuota = (uses: readonly PerkUse[]): number =>
  sumOf(uses, ({ seconds, covered }) => seconds - covered)
