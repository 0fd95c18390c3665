import { addDays, type Day } from '../kernel/day.ts'
import { by } from '../kernel/order.ts'
import { minor } from '../kernel/units.ts'
import type { Version } from '../model/agreement.ts'

/**
 * What can be done to an agreement's dated terms (domain.md, Versions and Pause). The terms that were agreed and the
 * pauses laid over them are taken apart, changed each on its own, and put together again: a raise that was agreed for
 * a month inside a pause is in force when the pause is over, and a pause that ends sooner gives back what was agreed.
 */
export interface Pause {
  readonly from: Day
  /** The day on which it is over; null where nothing says so. */
  readonly to: Day | null
}

/** The pauses in order; those that touch are one. */
export function pausesIn(versions: readonly Version[]): Pause[] {
  const pauses: Pause[] = []
  let from: Day | null = null
  for (const version of versions) {
    if (version.isPause && from === null) from = version.from
    if (version.isPause || from === null) continue
    pauses.push({ from, to: version.from })
    from = null
  }
  return from === null ? pauses : [...pauses, { from, to: null }]
}

/** The pause that a day lies in; null where there is none. */
export const pauseOn = (versions: readonly Version[], day: Day): Pause | null =>
  pausesIn(versions).find((pause) => holds(pause, day)) ?? null

const holds = ({ from, to }: Pause, day: Day): boolean => from <= day && (to === null || day < to)

type Terms = Pick<Version, 'fee' | 'included'>
const nothing: Terms = { fee: minor(0), included: 0 }

/**
 * The terms as they were agreed, without the pauses. What only marks where a pause begins or ends is left out; a pause
 * that does not say what it stands in for stands in for the terms from before it.
 */
export function withoutPauses(versions: readonly Version[]): Version[] {
  const agreed: Version[] = []
  let before = nothing
  let wasPause = false
  for (const version of versions) {
    const own = agreedBy(version, before)
    const isMark = (version.isPause || wasPause) && saysNothingNew(own, before)
    if (!isMark || agreed.length === 0) agreed.push(own)
    before = own
    wasPause = version.isPause ?? false
  }
  return agreed
}

function agreedBy({ isPause, insteadOf, ...own }: Version, before: Terms): Version {
  if (!isPause) return own
  const { fee, included } = insteadOf ?? before
  return { ...own, fee, included }
}

const saysNothingNew = ({ from: _from, fee, included, ...named }: Version, before: Terms): boolean =>
  fee === before.fee && included === before.included && Object.keys(named).length === 0

/** The terms in force on a day: those of the last version by then. */
const inForce = (agreed: readonly Version[], day: Day): Terms => agreed.findLast(({ from }) => from <= day) ?? nothing

/** Pauses laid over terms without any: from each one's start to its end nothing is owed and nothing granted. */
export function withPauses(agreed: readonly Version[], pauses: readonly Pause[]): Version[] {
  const isPaused = (day: Day): boolean => pauses.some((pause) => holds(pause, day))
  const edges = pauses.flatMap(({ from, to }) => (to === null ? [from] : [from, to]))
  const turns = edges.filter((day) => isPaused(day) !== isPaused(addDays(day, -1)))
  const days = [...new Set([...agreed.map(({ from }) => from), ...turns])].toSorted()
  return days.map((from) => {
    const { fee, included } = inForce(agreed, from)
    const version: Version = { ...agreed.find((own) => own.from === from), from, fee, included }
    return isPaused(from) ? { ...version, ...nothing, isPause: true, insteadOf: { fee, included } } : version
  })
}

/** Terms from a day on, laid over those that were agreed: what is not named stays as it was on that day. */
export function withTerms(versions: readonly Version[], from: Day, named: Partial<Version>): Version[] {
  const agreed = withoutPauses(versions)
  const { fee, included } = inForce(agreed, from)
  const version: Version = { ...agreed.find((own) => own.from === from), from, fee, included, ...named }
  const others = agreed.filter((own) => own.from !== from)
  const changed = [...others, version].toSorted(by((each) => each.from))
  return withPauses(changed, pausesIn(versions))
}

/** A pause more; one that meets another is one with it. */
export const withPause = (versions: readonly Version[], pause: Pause): Version[] =>
  withPauses(withoutPauses(versions), [...pausesIn(versions), pause])

/** The pause that holds a day ends on it; one that begins on it is taken back whole. */
export const resumed = (versions: readonly Version[], on: Day): Version[] =>
  withPauses(
    withoutPauses(versions),
    pausesIn(versions).flatMap((pause) => {
      if (!holds(pause, on)) return [pause]
      return pause.from === on ? [] : [{ ...pause, to: on }]
    }),
  )
