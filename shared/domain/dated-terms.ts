import { addDays, type Day } from '../kernel/day.ts'
import { isSame } from '../kernel/same.ts'
import type { Agreement, Version } from '../model/agreement.ts'
import { periodAt, periodOn, termEnd } from './periods.ts'
import { rulesOn, type Rules } from './rules.ts'
import { rulesNow } from './term.ts'
import { withoutPauses, withTerms, type Pause } from './versions.ts'

/** How many periods ahead terms can be agreed for in one go; later ones are agreed when they come nearer. */
const AHEAD = 12

/** Agreements without their pauses, worked out once: they are only replaced. */
const known = new WeakMap<Agreement, Agreement>()

function unpaused(agreement: Agreement): Agreement {
  const found = known.get(agreement)
  if (found) return found
  const plain = { ...agreement, versions: withoutPauses(agreement.versions) }
  known.set(agreement, plain)
  return plain
}

/**
 * What is agreed on a day, whether a pause lies over it or not: of several versions the one in force (domain.md,
 * Versions). Before the start that is what it begins with, after the end what it ended with.
 */
export const agreedRules = (agreement: Agreement, day: Day): Rules => rulesNow(unpaused(agreement), day)

/** Terms that are agreed for later: from their day on they take the place of those from before. */
export interface TermsAhead {
  readonly from: Day
  readonly before: Rules
  readonly rules: Rules
}

/** What is agreed to change after a day and before the end, the next first. Terms that say the same again are no change. */
export function termsAhead(agreement: Agreement, day: Day): TermsAhead[] {
  const plain = unpaused(agreement)
  const over = termEnd(agreement)
  return plain.versions
    .filter(({ from }) => from > day && from > agreement.startsOn && (over === null || from < over))
    .map(({ from }) => ({ from, before: rulesOn(plain, addDays(from, -1)), rules: rulesOn(plain, from) }))
    .filter(({ before, rules }) => !isSame(before, rules))
}

/** The days on which terms begin that are in force on a day or will be, the first first. */
export function daysOfTerms(agreement: Agreement, today: Day): Day[] {
  const days = unpaused(agreement).versions.map(({ from }) => from)
  const asOf = today < agreement.startsOn ? agreement.startsOn : today
  const since = days.findLast((day) => day <= asOf) ?? agreement.startsOn
  return [since, ...days.filter((day) => day > asOf)]
}

/**
 * The days on which other terms may begin (domain.md, Versions): those on which terms in force or to come begin, which
 * corrects them, and the first days of the periods from today's on; none of a period that is closed.
 * @param closedUntil the last day of what is closed; null where nothing is
 */
export function daysForTerms(agreement: Agreement, today: Day, closedUntil: Day | null): Day[] {
  const days = new Set(daysOfTerms(agreement, today))
  const asOf = today < agreement.startsOn ? agreement.startsOn : today
  const first = periodOn(agreement, asOf)
  const indices = first === null ? [] : Array.from({ length: AHEAD + 1 }, (_, step) => first.index + step)
  for (const period of indices.map((index) => periodAt(agreement, index))) if (period) days.add(period.start)
  return [...days].filter((day) => closedUntil === null || day > closedUntil).toSorted()
}

/**
 * An agreement with other terms from a day on. What has no date of its own (start, term, notice, how a part of a period
 * counts) is another for all of it; fee, included work, rate, rollover, overage, rounding and perks from the day on.
 * Only what differs from what would be in force is named, so that the rest goes on following what was agreed before.
 * @param written the terms as if they held from the start, in one version
 */
export function withDatedTerms(base: Agreement, written: Agreement, from: Day): Agreement {
  const { startsOn, term, endsOn, trial, leadsTo, noticeDays, proration, alerts, period } = written
  // Minutes mean nothing where units are counted: what was agreed in one of them is not carried into the other.
  if (written.basis !== base.basis) return { ...written, topUps: [] }
  const [first, ...later] = base.versions
  const starting = first ? [{ ...first, from: startsOn }, ...later] : []
  const moved: Agreement = { ...base, startsOn, term, endsOn, trial, leadsTo, noticeDays, proration, alerts, period }
  const agreed = { ...moved, versions: starting }
  const day = from === base.versions[0]?.from ? startsOn : from
  const before = rulesOn({ ...agreed, versions: withoutPauses(starting) }, day)
  const named = differences(before, agreedRules(written, day))
  return Object.keys(named).length === 0 ? agreed : { ...agreed, versions: withTerms(starting, day, named) }
}

function differences(before: Rules, after: Rules): Partial<Version> {
  const { isPause: _isPause, perks, ...rules } = after
  const named: Partial<Version> = { ...rules, perks: [...perks] }
  const entries = Object.entries(named).filter(([rule, value]) => !isSame(value, before[rule as keyof Rules]))
  return Object.fromEntries(entries)
}

/**
 * The days on which a pause that holds today can end before its own end (domain.md, Pause: from one period's start to
 * another's): the start of the period that runs, and of those after it while they are paused. What was paused before
 * stays so; on its first day it is taken back whole.
 * @param closedUntil the last day of what is closed; null where nothing is
 */
export function daysToResume(agreement: Agreement, { to }: Pause, today: Day, closedUntil: Day | null): Day[] {
  const first = periodOn(agreement, today)
  if (!first) return []
  const periods = Array.from({ length: AHEAD + 1 }, (_, step) => periodAt(agreement, first.index + step))
  return periods
    .flatMap((period) => period?.start ?? [])
    .filter((day) => (to === null || day < to) && (closedUntil === null || day > closedUntil))
}
