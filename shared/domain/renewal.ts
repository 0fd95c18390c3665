import type { Day } from '../kernel/day.ts'
import type { Agreement } from '../model/agreement.ts'
import { monthsIn } from './periods.ts'
import { rulesOn } from './rules.ts'
import { withoutPauses } from './versions.ts'

export type AgreedTerm = Agreement['term']

/** The steps of the ladder in months: the rule counts in periods, and speaks of those of a month. */
const LADDER_MONTHS = [6, 12] as const

/**
 * The steps in an agreement's own periods: half a year and a year are two and four quarters, and a year is one. Six
 * periods of a year each would be a promise that nobody makes.
 */
function stepsFor(every: Agreement['period']['every']): number[] {
  const length = monthsIn[every]
  return LADDER_MONTHS.filter((months) => months % length === 0).map((months) => months / length)
}

/** The first step of the ladder, in periods of a length: what a trial leads to where nothing else is said. */
export const firstStep = (every: Agreement['period']['every']): number => stepsFor(every)[0] ?? 1

/**
 * The term to offer next (domain.md, Renewal ladder: trial → 6 → 12 periods): of a trial the one that it leads to, of
 * a term the next longer step of the ladder; who has climbed it keeps what they have.
 */
export function nextTerm(agreement: Agreement): AgreedTerm {
  const { term, trial, leadsTo, period } = agreement
  if (trial) return { ...term, periods: leadsTo ?? firstStep(period.every) }
  const steps = stepsFor(period.every)
  return { ...term, periods: steps.find((periods) => periods > term.periods) ?? term.periods }
}

/**
 * The agreement that follows another from a day on: the terms as they were last agreed, and no longer a trial. A
 * pause that was still on is over with the old agreement; top-ups were bought for it, and stay with it.
 */
export function renewed(agreement: Agreement, startsOn: Day, term: AgreedTerm): Agreement {
  const versions = withoutPauses(agreement.versions).filter(({ from }) => from < startsOn)
  const { isPause: _isPause, fee, included, ...rules } = rulesOn({ ...agreement, versions }, startsOn)
  const first = { from: startsOn, fee, included }
  const terms = { ...rules, perks: [...rules.perks] }
  return {
    ...agreement,
    ...terms,
    startsOn,
    term,
    endsOn: null,
    trial: false,
    leadsTo: null,
    versions: [first],
    topUps: [],
  }
}
