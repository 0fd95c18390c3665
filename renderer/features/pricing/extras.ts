import { parseMinutes, parseMoney, parseWhole } from '#shared/i18n/parse.ts'
import { scaleRounded } from '#shared/kernel/rounding.ts'
import { minor, minutes, type Minor, type Minutes } from '#shared/kernel/units.ts'
import type { Language } from '#shared/model/quantities.ts'
import type { OfferedPerk } from '../../place.tsx'

/** What the client gets on top beside extra time, as it is typed: so many times a month, or a promise. */
export interface DraftExtra {
  readonly id: string
  readonly name: string
  readonly kind: 'count' | 'promise'
  readonly times: string
  /** How long one of them takes. */
  readonly each: string
  /** What a promise is worth at list price; of what takes time that is the time. */
  readonly worth: string
}

export const MOST_EXTRAS = 6

/** One more to be written, under an id that none of the others has. */
export function newExtra(others: readonly DraftExtra[]): DraftExtra {
  const taken = new Set(others.map(({ id }) => id))
  let number = 1
  while (taken.has(`extra-${number}`)) number += 1
  return { id: `extra-${number}`, name: '', kind: 'count', times: '1', each: '30', worth: '' }
}

/** What it takes of the user's time in a month, and what the agreement says of it. A promise draws on nothing. */
export interface Extra {
  readonly minutes: Minutes
  readonly perk: OfferedPerk
}

/** null while something in it cannot be read. */
export function readExtra(
  { name, kind, times, each, worth }: DraftExtra,
  listRate: Minor,
  currency: string,
  language: Language,
): Extra | null {
  if (kind === 'promise') {
    const value = worth.trim() === '' ? { ok: true as const, value: minor(0) } : parseMoney(worth, currency, language)
    return value.ok ? { minutes: minutes(0), perk: { name: name.trim(), count: null, worth: value.value } } : null
  }
  const [count, long] = [parseWhole(times), parseMinutes(each)]
  if (!count.ok || count.value < 1 || !long.ok) return null
  const taken = minutes(count.value * Math.round(long.value / 60))
  return {
    minutes: taken,
    perk: { name: name.trim(), count: count.value, worth: minor(scaleRounded(taken, listRate, 60)) },
  }
}
