import type { Day } from '../kernel/day.ts'
import type { Agreement } from '../model/agreement.ts'
import { rulesOn } from './rules.ts'
import { withoutPauses } from './versions.ts'

export type AgreedTerm = Agreement['term']

const LADDER = [6, 12] as const

/**
 * The term to offer next (domain.md, Renewal ladder: trial → 6 → 12 periods): of a trial the one that it leads to, of
 * a term the next longer step of the ladder; who has climbed it keeps what they have.
 */
export function nextTerm({ term, trial, leadsTo }: Agreement): AgreedTerm {
  if (trial) return { ...term, periods: leadsTo ?? LADDER[0] }
  return { ...term, periods: LADDER.find((periods) => periods > term.periods) ?? term.periods }
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
