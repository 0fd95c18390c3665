import type { Format } from '#shared/i18n/format.ts'
import { parseMinutes, parseMoney, parseWhole } from '#shared/i18n/parse.ts'
import { scaleRounded } from '#shared/kernel/rounding.ts'
import { minor, type Minor } from '#shared/kernel/units.ts'
import type { Perk } from '#shared/model/agreement.ts'
import type { Language } from '#shared/model/quantities.ts'
import { hoursText } from '../../parts/hours-text.ts'

/** What the client gets on top, as it is typed: time in each period, so many times a period, or a promise. */
export interface DraftPerk {
  readonly id: string
  readonly name: string
  readonly kind: 'time' | 'count' | 'promise'
  /** Minutes or times; nothing of a promise. */
  readonly amount: string
  /** What it is worth in a period at list price, where time does not say it. Empty: nothing. */
  readonly worth: string
}

export const MOST_PERKS = 12

/** A perk to be written, under an id that none of the others has. */
export function newPerk(others: readonly DraftPerk[]): DraftPerk {
  const taken = new Set(others.map(({ id }) => id))
  let number = others.length + 1
  while (taken.has(`perk-${number}`)) number += 1
  return { id: `perk-${number}`, name: '', kind: 'time', amount: '30', worth: '' }
}

export function draftPerk(format: Format, { id, name, minutes, count, value }: Perk, currency: string): DraftPerk {
  const worth = value === 0 ? '' : format.amount(value, currency)
  if (minutes !== null) return { id, name, kind: 'time', amount: minutesText(format, minutes), worth: '' }
  if (count !== null) return { id, name, kind: 'count', amount: String(count), worth }
  return { id, name, kind: 'promise', amount: '', worth }
}

/** As a minutes field writes it: below an hour minutes, from then on hours with their unit. */
export const minutesText = (format: Format, minutes: number): string =>
  minutes < 60 ? String(minutes) : `${hoursText(format, minutes * 60)} h`

/** null while one of them cannot be read. */
export function readPerks(
  perks: readonly DraftPerk[],
  ground: { readonly currency: string; readonly listRate: Minor },
  language: Language,
): Perk[] | null {
  const read = perks.map((perk) => readPerk(perk, ground, language))
  return read.includes(null) ? null : (read as Perk[])
}

function readPerk(
  { id, name, kind, amount, worth }: DraftPerk,
  { currency, listRate }: { readonly currency: string; readonly listRate: Minor },
  language: Language,
): Perk | null {
  if (name.trim() === '') return null
  const named = { id, name: name.trim(), minutes: null, count: null }
  if (kind === 'time') {
    const time = parseMinutes(amount)
    if (!time.ok || time.value < 60) return null
    const minutes = Math.round(time.value / 60)
    return { ...named, minutes, value: minor(scaleRounded(minutes, listRate, 60)) }
  }
  const value = worth.trim() === '' ? { ok: true as const, value: minor(0) } : parseMoney(worth, currency, language)
  if (!value.ok) return null
  if (kind === 'promise') return { ...named, value: value.value }
  const count = parseWhole(amount)
  return count.ok && count.value > 0 ? { ...named, count: count.value, value: value.value } : null
}
