import { minor } from '#shared/kernel/units.ts'
import type { Zone } from '#shared/kernel/instant.ts'
import { made, type Edit } from '#shared/model/change.ts'
import { preferencesId, preferencesSchema } from '#shared/model/preferences.ts'

/** What is paid in where the system's regional settings come from; where they say nothing, euro. */
const currencies: Readonly<Record<string, string>> = {
  US: 'USD',
  GB: 'GBP',
  CH: 'CHF',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  JP: 'JPY',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CZ: 'CZK',
  HU: 'HUF',
  RO: 'RON',
  IN: 'INR',
  BR: 'BRL',
  ZA: 'ZAR',
  MX: 'MXN',
  SG: 'SGD',
  HK: 'HKD',
}

/** An hour until the user says otherwise: round, and plainly a beginning. */
const LIST_RATE = minor(10_000)

/** What a new workspace knows: where it is, and what is paid in there. */
export function firstEdits(systemLocale: string, zone: Zone): Edit[] {
  const currency = currencies[regionOf(systemLocale)] ?? 'EUR'
  return [
    made('preferences', preferencesSchema.parse({ id: preferencesId, timeZone: zone, currency, listRate: LIST_RATE })),
  ]
}

/** Systems say `C`, `en_GB.UTF-8` or nothing too. */
function regionOf(systemLocale: string): string {
  const tag = systemLocale.replace(/[.@].*$/, '').replaceAll('_', '-')
  try {
    return new Intl.Locale(tag).maximize().region ?? ''
  } catch {
    return ''
  }
}
