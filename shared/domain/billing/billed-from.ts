import { firstDayOf, fromNumber, DAY_MS, monthOf, type Day } from '../../kernel/day.ts'
import { madeAt } from '../../kernel/id.ts'
import type { Engagement } from '../../model/engagement.ts'
import { lastBegun } from '../periods.ts'
import { sumOfKinds, type ByKind } from './billed.ts'

/**
 * The day from which an engagement is billed here: what falls due on it or later stays due until it is billed, what
 * fell due before was billed elsewhere or is given up, so that an imported history does not come up. A fee falls due on
 * its period's first day; what goes past a period, and hours, on the day after the period or the month; a milestone on
 * its own day.
 *
 * Until the user says another, it is the first of the month in which it was written down here: so what had just been
 * over by then is still to be billed. Of a retainer no later than the period that ran then.
 * @param today no later than its month: a clock that was ahead once would else hide what is due
 */
export function billedFrom(engagement: Engagement, today: Day): Day {
  if (engagement.billedFrom !== undefined) return engagement.billedFrom
  // What an import made has no more than its moment.
  const made = engagement.writtenOn ?? fromNumber(Math.floor(madeAt(engagement.id) / DAY_MS))
  const on = made < today ? made : today
  const month = firstDayOf(monthOf(on))
  const running = engagement.kind === 'retainer' ? lastBegun(engagement.agreement, on)?.start : undefined
  return running !== undefined && running < month ? running : month
}

/**
 * Whether something is to be billed here: it falls due when that has begun, or has been on an invoice, so that it is
 * corrected, and comes up again where that is void. A day that the user said leaves out what was taken back, too.
 * @param before what of it is on invoices
 */
export const isBilledHere = (engagement: Engagement, due: Day, before: ByKind | undefined, today: Day): boolean =>
  due >= billedFrom(engagement, today) ||
  (before !== undefined && (engagement.billedFrom === undefined || sumOfKinds(before) !== 0))
