import type { Day } from '../kernel/day.ts'
import type { Perk } from '../model/agreement.ts'
import type { Engagement } from '../model/engagement.ts'
import { rulesOn } from './rules.ts'

/** The perk that an engagement has on a day (domain.md, Perks: dated like every term). Only a retainer has any. */
export const perkOn = (engagement: Engagement | undefined, perkId: string, day: Day): Perk | undefined =>
  engagement?.kind === 'retainer'
    ? rulesOn(engagement.agreement, day).perks.find((perk) => perk.id === perkId)
    : undefined
