import { agreedRules } from '#shared/domain/dated-terms.ts'
import { parseDuration, parseMoney, parseShares, parseWhole, type Parsed } from '#shared/i18n/parse.ts'
import type { Day } from '#shared/kernel/day.ts'
import { divideRounded } from '#shared/kernel/rounding.ts'
import { minor, type Minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import type { Language } from '#shared/model/quantities.ts'
import { readPerks } from './draft-perks.ts'
import { roundingOf, type Draft, type Ground } from './draft.ts'

/** The most hours a period of a kind can have: of the longest month, quarter and year. */
export const MOST_HOURS = { month: 744, quarter: 2208, year: 8784 } as const
const MOST_UNITS = 10_000

/** Rules of the form over what is a figure at all; each is said at its field. */
export type Unfit = 'noHours' | 'pastThePeriod' | 'noUnits' | 'noPeriods' | 'tooLong' | 'longAgo'
export const unfit = {
  hours: (seconds: number, every: Draft['every']): Unfit | null =>
    seconds < 60 ? 'noHours' : seconds > MOST_HOURS[every] * 3600 ? 'pastThePeriod' : null,
  units: (count: number): Unfit | null => (count < 1 ? 'noUnits' : count > MOST_UNITS ? 'tooLong' : null),
  periods: (count: number): Unfit | null => (count < 1 ? 'noPeriods' : count > 600 ? 'tooLong' : null),
  noticeDays: (count: number): Unfit | null => (count > 3650 ? 'tooLong' : null),
  // A year that is being typed is the year 2, then 20, then 202: a ledger of two thousand years is nobody's wish.
  startsOn: (day: Day): Unfit | null => (day < '1970' ? 'longAgo' : null),
} as const

/**
 * The agreement that a draft says, as if its terms held from the start on, or null while something in it cannot be
 * read; what and where, each field says for itself. What the form does not show (top-ups) stays as `base` has it.
 */
export function readDraft(draft: Draft, ground: Ground, language: Language, base?: Agreement): Agreement | null {
  const included = readIncluded(draft)
  const fee = good(parseMoney(draft.fee, ground.currency, language))
  const term = readTerm(draft, base)
  const noticeDays = good(parseWhole(draft.noticeDays), unfit.noticeDays)
  const rollover = readRollover(draft)
  const perks = readPerks(draft.perks, ground, language)
  const alerts = good(parseShares(draft.alerts))
  const { basis, every, anchor, startsOn, proration } = draft
  if (included === null || fee === null || term === null || noticeDays === null || startsOn === null) return null
  if (unfit.startsOn(startsOn) || rollover === undefined || perks === null || alerts === null) return null
  const listRate = basis === 'deliverables' ? unitRate(base, fee, included) : ground.listRate
  const overage = readOverage(draft, { ...ground, listRate }, language, base)
  if (overage === null) return null
  return {
    ...(base ?? blank),
    ...ground,
    ...term,
    basis,
    listRate,
    period: { ...base?.period, every, anchor },
    startsOn,
    noticeDays,
    proration,
    rollover,
    overage,
    perks,
    rounding: roundingOf(draft.rounding),
    alerts,
    versions: [{ from: startsOn, fee, included }],
  }
}

/** What no form asks for. */
const blank = { endsOn: null, topUps: [] } satisfies Partial<Agreement>

function good<Value>(parsed: Parsed<Value>, isUnfit?: (value: Value) => Unfit | null): Value | null {
  return parsed.ok && !isUnfit?.(parsed.value) ? parsed.value : null
}

/** In the basis' own unit: minutes, units, nothing for access. */
function readIncluded({ basis, hours, units, every }: Draft): number | null {
  if (basis === 'access') return 0
  if (basis === 'deliverables') return good(parseWhole(units), unfit.units)
  const seconds = good(parseDuration(hours), (value) => unfit.hours(value, every))
  return seconds === null ? null : Math.round(seconds / 60)
}

/** What a unit costs without an agreement: the rule is silent, so it is what each of the agreed ones costs. */
const unitRate = (base: Agreement | undefined, fee: Minor, units: number): Minor =>
  base?.basis === 'deliverables' ? base.listRate : minor(divideRounded(fee, units))

/** An agreement that stays open has no term to ask for; a trial ends, and says what it leads to. */
function readTerm(draft: Draft, base: Agreement | undefined): Pick<Agreement, 'term' | 'trial' | 'leadsTo'> | null {
  const read = good(parseWhole(draft.periods), unfit.periods)
  const periods = draft.atEnd === 'open' ? (read ?? base?.term.periods ?? 12) : read
  if (periods === null) return null
  if (draft.atEnd !== 'trial') {
    const leadsTo = base && !base.trial ? base.leadsTo : null
    return { term: { ...base?.term, periods, atEnd: draft.atEnd }, trial: false, leadsTo }
  }
  const leadsTo = good(parseWhole(draft.leadsTo), unfit.periods)
  if (leadsTo === null) return null
  const atEnd = base?.trial ? base.term.atEnd : 'ends'
  return { term: { ...base?.term, periods, atEnd }, trial: true, leadsTo }
}

/** undefined: the cap cannot be read. */
function readRollover({ basis, unused, cap }: Draft): Agreement['rollover'] | undefined {
  if (unused === 'lapses' || basis === 'access') return null
  const periods = unused === 'term' ? null : Number(unused)
  if (cap.trim() === '') return { periods, cap: null }
  const most = basis === 'deliverables' ? good(parseWhole(cap)) : good(parseDuration(cap))
  if (most === null) return undefined
  return { periods, cap: basis === 'deliverables' ? most : Math.round(most / 60) }
}

/** A rate that is the list rate is left out, unless it stood there: it then follows the agreement's own. */
function readOverage(
  { basis, policy, rate, unitRate: each, from }: Draft,
  { currency, listRate }: Ground,
  language: Language,
  base: Agreement | undefined,
): Agreement['overage'] | null {
  const { rate: before, ...others } = base
    ? agreedRules(base, from ?? base.startsOn).overage
    : { policy, rate: undefined }
  const kept = before === undefined ? {} : { rate: before }
  const typed = basis === 'deliverables' ? each : rate
  if (policy !== 'bill' || basis === 'access' || typed === null) return { ...others, ...kept, policy }
  const read = good(parseMoney(typed, currency, language))
  if (read === null) return null
  return { ...others, policy, ...(read === listRate && before === undefined ? {} : { rate: minor(read) }) }
}
