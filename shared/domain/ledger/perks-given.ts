import { scaleRounded } from '../../kernel/rounding.ts'
import { minor, type Minor } from '../../kernel/units.ts'
import type { Agreement, Perk } from '../../model/agreement.ts'
import { rulesOn } from '../rules.ts'
import type { LedgerRow, PerkUse } from './row.ts'

/** What a perk gave: of its quota so much, worth so much of its value at list price. */
export interface PerkGiven {
  readonly perk: Perk
  readonly use: PerkUse
  readonly value: Minor
}

/** Each perk of the period, used or not; a promise is given whole. The value is rounded once, half away from zero. */
export function perksGiven(agreement: Agreement, { perks, period }: Pick<LedgerRow, 'perks' | 'period'>): PerkGiven[] {
  return rulesOn(agreement, period.start).perks.map((perk) => {
    const use = perks.find(({ id }) => id === perk.id) ?? { id: perk.id, seconds: 0, covered: 0, times: 0 }
    return { perk, use, value: minor(scaleRounded(perk.value, ...shareGiven(perk, use))) }
  })
}

function shareGiven({ minutes, count }: Perk, { covered, times }: PerkUse): [part: number, whole: number] {
  if (count !== null) return [Math.min(times, count), count]
  if (minutes === null) return [1, 1]
  return minutes === 0 ? [0, 1] : [covered, minutes * 60]
}
