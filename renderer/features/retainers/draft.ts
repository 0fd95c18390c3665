import { lastRules } from '#shared/domain/dated-terms.ts'
import type { Suggestion } from '#shared/domain/suggestion.ts'
import type { Format } from '#shared/i18n/format.ts'
import { parseDuration, parseMoney, parseWhole, type Parsed } from '#shared/i18n/parse.ts'
import { addToMonth, firstDayOf, monthOf, type Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { inSeconds, minor, type Minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import type { Client } from '#shared/model/client.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import type { Language } from '#shared/model/quantities.ts'
import { hoursText } from '../../parts/hours-text.ts'
import { draftPerk, readPerks, type DraftPerk } from './draft-perks.ts'

/** `lapses`, kept to the end of the `term`, or carried for so many months. */
export type Unused = 'lapses' | 'term' | `${number}`

/** The editor's terms as they are typed: text stays text until it is read. */
export interface Draft {
  readonly clientId: Id | null
  /** A client that is made with the agreement, in place of `clientId`. */
  readonly newClient: NewClient | null
  readonly name: string
  readonly hours: string
  readonly fee: string
  readonly startsOn: Day | null
  readonly periods: string
  readonly atEnd: Agreement['term']['atEnd']
  readonly noticeDays: string
  readonly unused: Unused
  /** Empty: all that is unused carries. */
  readonly cap: string
  readonly policy: Agreement['overage']['policy']
  readonly rate: string
  readonly proration: Agreement['proration']
  readonly perks: readonly DraftPerk[]
  /** Of an agreement there is: the day from which the terms hold. Of a new one it is its start. */
  readonly from: Day | null
  readonly adopt: boolean
}

export interface NewClient {
  readonly name: string
  readonly currency: string
  readonly listRate: string
  readonly language: Language
}

/** What money the terms are in, and what an hour costs without them. */
export interface Ground {
  readonly currency: string
  readonly listRate: Minor
}

/** A new agreement, with what the client's history suggests (domain.md, Suggestion) or a plain half year. */
export function newDraft(format: Format, today: Day, ground: Ground, client?: Client, suggestion?: Suggestion): Draft {
  const startsOn = today.endsWith('-01') ? today : firstDayOf(addToMonth(monthOf(today), 1))
  return {
    clientId: client?.id ?? null,
    newClient: null,
    name: '',
    hours: suggestion ? hoursText(format, inSeconds(suggestion.included)) : '',
    fee: suggestion ? format.amount(suggestion.fee, ground.currency) : '',
    startsOn,
    periods: String(suggestion?.term.periods ?? 6),
    atEnd: 'renews',
    noticeDays: '30',
    unused: 'lapses',
    cap: '',
    policy: 'bill',
    rate: format.amount(suggestion?.rate ?? ground.listRate, ground.currency),
    proration: 'days',
    perks: [],
    from: null,
    adopt: true,
  }
}

/** Another client's suggestion, in the fields that still show that of the client before. What was typed stays. */
export function withClient(draft: Draft, before: Draft, after: Draft): Partial<Draft> {
  const follows = ['hours', 'fee', 'periods', 'rate'] as const
  const patch = follows.map((field) => [field, draft[field] === before[field] ? after[field] : draft[field]])
  return { ...Object.fromEntries(patch), clientId: after.clientId, newClient: null }
}

/**
 * An agreement as its form shows it: the terms that were agreed last.
 * @param from the day that is proposed for others
 */
export function draftOf(format: Format, { clientId, name, agreement }: Retainer, from: Day): Draft {
  const { currency, startsOn, term, noticeDays, proration } = agreement
  const { fee, included, rollover, overage, perks, listRate } = lastRules(agreement)
  return {
    clientId,
    newClient: null,
    name,
    hours: hoursText(format, included * 60),
    fee: format.amount(fee, currency),
    startsOn,
    periods: String(term.periods),
    atEnd: term.atEnd,
    noticeDays: String(noticeDays),
    unused: rollover === null ? 'lapses' : rollover.periods === null ? 'term' : `${rollover.periods}`,
    cap: typeof rollover?.cap === 'number' ? hoursText(format, rollover.cap * 60) : '',
    policy: overage.policy,
    rate: format.amount(overage.rate ?? listRate, currency),
    proration,
    perks: perks.map((perk) => draftPerk(format, perk, currency)),
    from,
    adopt: false,
  }
}

export const isMidMonth = (startsOn: Day | null): boolean => startsOn !== null && !startsOn.endsWith('-01')

/** Rules of the form over what is a figure at all; each is said at its field. */
export type Unfit = 'noHours' | 'pastTheMonth' | 'noMonths' | 'tooLong' | 'longAgo'
export const unfit = {
  hours: (seconds: number): Unfit | null => (seconds < 60 ? 'noHours' : seconds > 744 * 3600 ? 'pastTheMonth' : null),
  periods: (count: number): Unfit | null => (count < 1 ? 'noMonths' : count > 600 ? 'tooLong' : null),
  noticeDays: (count: number): Unfit | null => (count > 3650 ? 'tooLong' : null),
  // A year that is being typed is the year 2, then 20, then 202: a ledger of two thousand years is nobody's wish.
  startsOn: (day: Day): Unfit | null => (day < '1970' ? 'longAgo' : null),
} as const

/**
 * The agreement that a draft says, as if its terms held from the start on, or null while something in it cannot be
 * read; what and where, each field says for itself. What the form does not show (top-ups) stays as `base` has it.
 */
export function readDraft(draft: Draft, ground: Ground, language: Language, base?: Agreement): Agreement | null {
  const hours = good(parseDuration(draft.hours), unfit.hours)
  const fee = good(parseMoney(draft.fee, ground.currency, language))
  const periods = readPeriods(draft, base)
  const noticeDays = good(parseWhole(draft.noticeDays), unfit.noticeDays)
  const rollover = readRollover(draft)
  const overage = readOverage(draft, ground, language, base)
  const perks = readPerks(draft.perks, ground, language)
  const { startsOn, atEnd, proration } = draft
  if (hours === null || fee === null || periods === null || noticeDays === null || startsOn === null) return null
  if (unfit.startsOn(startsOn)) return null
  if (rollover === undefined || overage === null || perks === null) return null
  return {
    ...(base ?? blank),
    ...ground,
    startsOn,
    term: { ...base?.term, periods, atEnd },
    noticeDays,
    proration,
    rollover,
    overage,
    perks,
    versions: [{ from: startsOn, fee, included: Math.round(hours / 60) }],
  }
}

/** What this agreements have in common: hours, by the calendar month. */
const blank = {
  basis: 'hours',
  period: { every: 'month', anchor: 'calendar' },
  endsOn: null,
  trial: false,
  leadsTo: null,
  rounding: { mode: 'none' },
  topUps: [],
  alerts: [80, 100],
} satisfies Partial<Agreement>

function good<Value>(parsed: Parsed<Value>, isUnfit?: (value: Value) => Unfit | null): Value | null {
  return parsed.ok && !isUnfit?.(parsed.value) ? parsed.value : null
}

/** An agreement that stays open has no term to ask for. */
function readPeriods({ periods, atEnd }: Draft, base: Agreement | undefined): number | null {
  const read = good(parseWhole(periods), unfit.periods)
  return atEnd === 'open' ? (read ?? base?.term.periods ?? 12) : read
}

/** undefined: the cap cannot be read. */
function readRollover({ unused, cap }: Draft): Agreement['rollover'] | undefined {
  if (unused === 'lapses') return null
  const periods = unused === 'term' ? null : Number(unused)
  if (cap.trim() === '') return { periods, cap: null }
  const most = good(parseDuration(cap))
  return most === null ? undefined : { periods, cap: Math.round(most / 60) }
}

/** A rate that is the list rate is left out, unless it stood there: it then follows the agreement's own. */
function readOverage(
  { policy, rate }: Draft,
  { currency, listRate }: Ground,
  language: Language,
  base: Agreement | undefined,
): Agreement['overage'] | null {
  const { rate: before, ...others } = base ? lastRules(base).overage : { policy, rate: undefined }
  const kept = before === undefined ? {} : { rate: before }
  if (policy !== 'bill') return { ...others, ...kept, policy }
  const read = good(parseMoney(rate, currency, language))
  if (read === null) return null
  return { ...others, policy, ...(read === listRate && before === undefined ? {} : { rate: minor(read) }) }
}
