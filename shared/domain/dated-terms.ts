import type { Day } from '../kernel/day.ts'
import { isSame } from '../kernel/same.ts'
import type { Agreement, Version } from '../model/agreement.ts'
import { periodAt, periodOn } from './periods.ts'
import { rulesOn, type Rules } from './rules.ts'
import { withoutPauses, withTerms } from './versions.ts'

/** How many periods ahead terms can be agreed for in one go; later ones are agreed when they come nearer. */
const AHEAD = 12

/** What was agreed last and is in force whenever no pause lies over it. */
export function lastRules(agreement: Agreement): Rules {
  const agreed = withoutPauses(agreement.versions)
  return rulesOn({ ...agreement, versions: agreed }, agreed.at(-1)?.from ?? agreement.startsOn)
}

/** From when the terms that were agreed last are in force. */
export const lastAgreedOn = ({ versions, startsOn }: Agreement): Day => withoutPauses(versions).at(-1)?.from ?? startsOn

/**
 * The days on which other terms may begin (domain.md, Versions): the day from which the last ones hold, which corrects
 * them, and the first days of the periods from today's on; none of a period that is closed.
 * @param closedUntil the last day of what is closed; null where nothing is
 */
export function daysForTerms(agreement: Agreement, today: Day, closedUntil: Day | null): Day[] {
  const days = new Set([lastAgreedOn(agreement)])
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
  const named = differences(before, lastRules(written))
  return Object.keys(named).length === 0 ? agreed : { ...agreed, versions: withTerms(starting, day, named) }
}

function differences(before: Rules, after: Rules): Partial<Version> {
  const { isPause: _isPause, perks, ...rules } = after
  const named: Partial<Version> = { ...rules, perks: [...perks] }
  const entries = Object.entries(named).filter(([rule, value]) => !isSame(value, before[rule as keyof Rules]))
  return Object.fromEntries(entries)
}
