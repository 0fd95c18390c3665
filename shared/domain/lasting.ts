import type { Day } from '../kernel/day.ts'
import { by } from '../kernel/order.ts'
import { runsShortOn, shareOver, type Standing } from './standing.ts'

/** Something that stands in some way: a retainer with its standing, as a list has it. */
interface Stands {
  readonly standing: Standing
}

/** How far what was agreed will go, each with what it is said of (domain.md, Pace). */
export interface Lasting<Item extends Stands> {
  /** Past what was agreed, the most first. */
  readonly over: readonly Item[]
  /** Hours of which none are left. */
  readonly usedUp: readonly Item[]
  /** Hours that run out before their period is over, the first first. */
  readonly runsOut: readonly { readonly item: Item; readonly on: Day }[]
  /** Hours that will do. */
  readonly lasts: readonly Item[]
}

/**
 * Puts retainers by how far they will go. Of what has no hours to run out nothing is said: deliverables that are yet to
 * be handed over, access, and what is paused.
 */
export function lasting<Item extends Stands>(items: readonly Item[]): Lasting<Item> {
  const over = items.filter(({ standing }) => standing.over > 0)
  const within = items.filter(
    ({ standing: { basis, over: past, available, pause } }) =>
      basis === 'hours' && past === 0 && available > 0 && pause === null,
  )
  const runsOut = within.flatMap((item) => {
    const on = runsShortOn(item.standing)
    return on === null ? [] : [{ item, on }]
  })
  return {
    over: over.toSorted((a, b) => shareOver(b.standing) - shareOver(a.standing)),
    usedUp: within.filter(({ standing }) => standing.left === 0),
    runsOut: runsOut.toSorted(by(({ on }) => on)),
    lasts: within.filter(({ standing }) => standing.left > 0 && runsShortOn(standing) === null),
  }
}
