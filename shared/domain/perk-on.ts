import type { Day } from '../kernel/day.ts'
import { nameKey } from '../kernel/names.ts'
import type { Perk } from '../model/agreement.ts'
import type { Engagement } from '../model/engagement.ts'
import { rulesOn } from './rules.ts'

/** The perk that an engagement has on a day (domain.md, Perks: dated like every term). Only a retainer has any. */
export const perkOn = (engagement: Engagement | undefined, perkId: string, day: Day): Perk | undefined =>
  engagement?.kind === 'retainer'
    ? rulesOn(engagement.agreement, day).perks.find((perk) => perk.id === perkId)
    : undefined

/** What a perk is called outside Mainstay: its name in the latest terms that have it, its id where none do. */
export const perkName = (engagement: Engagement | undefined, perkId: string): string =>
  perksEver(engagement).find(({ id }) => id === perkId)?.name || perkId

/** The perk that is called so (`perkName`) and is agreed on the day. */
export function perkNamed(engagement: Engagement | undefined, name: string, day: Day): Perk | undefined {
  const called = perksEver(engagement).filter((perk) => nameKey(perk.name) === nameKey(name) || perk.id === name)
  return called.flatMap(({ id }) => perkOn(engagement, id, day) ?? [])[0]
}

/** All perks that an agreement has or had, by the latest terms first. */
const perksEver = (engagement: Engagement | undefined): readonly Perk[] =>
  engagement?.kind === 'retainer'
    ? [...engagement.agreement.versions.toReversed().flatMap(({ perks }) => perks ?? []), ...engagement.agreement.perks]
    : []
