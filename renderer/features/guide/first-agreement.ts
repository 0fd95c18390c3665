import { parseDuration, parseMoney } from '#shared/i18n/parse.ts'
import { firstDayOf, monthOf, type Day } from '#shared/kernel/day.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import type { Client } from '#shared/model/client.ts'
import type { Language } from '#shared/model/quantities.ts'

/** What the guide asks of a first retainer, as it is typed; all else of it can be said in its editor. */
export interface FirstTerms {
  readonly hours: string
  readonly fee: string
  readonly unused: 'lapses' | 'carries'
}

/** The longest month has no more hours. */
const MOST_HOURS = 744

/** What is wrong with a number of hours in a month, in seconds. */
export const unfitHours = (seconds: number): 'noHours' | 'tooMany' | null =>
  seconds < 60 ? 'noHours' : seconds > MOST_HOURS * 3600 ? 'tooMany' : null

/** By the month, from the first of this one, for half a year that renews; null while it cannot be read. */
export function firstAgreement(
  { hours, fee, unused }: FirstTerms,
  { currency, listRate }: Pick<Client, 'currency' | 'listRate'>,
  today: Day,
  language: Language,
): Agreement | null {
  const seconds = parseDuration(hours)
  const amount = parseMoney(fee, currency, language)
  if (!seconds.ok || !amount.ok || unfitHours(seconds.value)) return null
  const startsOn = firstDayOf(monthOf(today))
  return {
    basis: 'hours',
    currency,
    listRate,
    startsOn,
    period: { every: 'month', anchor: 'calendar' },
    term: { periods: 6, atEnd: 'renews' },
    endsOn: null,
    trial: false,
    leadsTo: null,
    noticeDays: 30,
    proration: 'days',
    rollover: unused === 'carries' ? { periods: 1, cap: null } : null,
    overage: { policy: 'bill' },
    rounding: { mode: 'none' },
    versions: [{ from: startsOn, fee: amount.value, included: Math.round(seconds.value / 60) }],
    topUps: [],
    perks: [],
    alerts: [80, 100],
  }
}
