import type { Day } from '../kernel/day.ts'
import { minor, type Minor } from '../kernel/units.ts'
import type { Agreement, Overage, Perk, Rollover, Rounding, Version } from '../model/agreement.ts'

/**
 * What is agreed on a day (domain.md, Versions): a version's own terms, and for what it does not name those from
 * before it. Amounts in minor units, included work in the basis' own unit.
 */
export interface Rules {
  readonly fee: Minor
  readonly included: number
  readonly isPause: boolean
  readonly listRate: Minor
  readonly rollover: Rollover
  readonly overage: Overage
  readonly rounding: Rounding
  readonly perks: readonly Perk[]
}

/** Before its first version an agreement owes and grants nothing. */
const atFirst = ({ listRate, rollover, overage, rounding, perks }: Agreement): Rules => ({
  fee: minor(0),
  included: 0,
  isPause: false,
  listRate,
  rollover,
  overage,
  rounding,
  perks,
})

const after = (before: Rules, { fee, included, isPause = false, ...named }: Version): Rules => ({
  fee,
  included,
  isPause,
  listRate: named.listRate ?? before.listRate,
  // null says that unused time lapses from here on; only what is not there at all leaves it as it was.
  rollover: named.rollover === undefined ? before.rollover : named.rollover,
  overage: named.overage ?? before.overage,
  rounding: named.rounding ?? before.rounding,
  perks: named.perks ?? before.perks,
})

interface Course {
  /** What holds before the first version. */
  readonly first: Rules
  readonly dated: readonly { readonly from: Day; readonly rules: Rules }[]
}

/** Worked out once: an agreement is never changed, only replaced by another. */
const known = new WeakMap<Agreement, Course>()

function courseOf(agreement: Agreement): Course {
  const found = known.get(agreement)
  if (found) return found
  const first = atFirst(agreement)
  let rules = first
  const dated = agreement.versions.map((version) => ({ from: version.from, rules: (rules = after(rules, version)) }))
  const course = { first, dated }
  known.set(agreement, course)
  return course
}

/** The rules in force on a day; of a period those of its first day in the term. */
export function rulesOn(agreement: Agreement, day: Day): Rules {
  const { first, dated } = courseOf(agreement)
  return dated.findLast(({ from }) => from <= day)?.rules ?? first
}
