import { scaleRounded } from '../../kernel/rounding.ts'
import { sumOf } from '../../kernel/units.ts'
import type { Perk } from '../../model/agreement.ts'
import { deliveriesBetween } from '../deliveries-between.ts'
import type { Period } from '../periods.ts'
import { hasPerks, type DayTotal } from '../totals.ts'
import type { Done, PerkUse } from './row.ts'

const none: readonly PerkUse[] = []

/**
 * What each perk gave in a period (domain.md, Perks): its quota is full at the period's start. Work on one that is
 * counted is covered by the uses that were noted, as many as were agreed: of more uses than that by the share of those
 * that are, of none not at all, since nothing says that the client was given it. Work on a promise, or on one that the
 * agreement does not know, has no quota and draws on included time whole.
 */
export function perkUses(
  perks: readonly Perk[],
  total: DayTotal,
  done: Done,
  period: Pick<Period, 'start' | 'end'>,
): readonly PerkUse[] {
  if (!done.deliveries && !hasPerks(total)) return none
  const times = timesOf(done, period)
  const ids = new Set([...Object.keys(total.perks), ...times.keys()])
  return [...ids].toSorted().map((id) => {
    const seconds = Object.hasOwn(total.perks, id) ? (total.perks[id] ?? 0) : 0
    const used = times.get(id) ?? 0
    const perk = perks.find((each) => each.id === id)
    return { id, seconds, covered: coveredBy(perk, seconds, used), times: used }
  })
}

/** @param seconds on the perk; @param used how often it was used, where that is counted */
function coveredBy(perk: Perk | undefined, seconds: number, used: number): number {
  if (!perk) return 0
  if (perk.count === null) return Math.min(seconds, (perk.minutes ?? 0) * 60)
  if (used === 0) return 0
  return used <= perk.count ? seconds : scaleRounded(seconds, perk.count, used)
}

/** How often each counted perk was used. */
function timesOf(done: Done, { start, end }: Pick<Period, 'start' | 'end'>): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const { units, perkId } of deliveriesBetween(done, start, end))
    if (perkId !== undefined) times.set(perkId, (times.get(perkId) ?? 0) + units)
  return times
}

/** Seconds on perks that no quota covers. */
export const beyondQuota = (uses: readonly PerkUse[]): number =>
  sumOf(uses, ({ seconds, covered }) => seconds - covered)
