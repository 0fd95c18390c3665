import { addToMonth, firstDayOf, monthOf, type Day } from '../../kernel/day.ts'
import { minor } from '../../kernel/units.ts'
import type { Project } from '../../model/engagement.ts'
import { adjustment, once, sumOfKinds, type Billed, type DueLine } from './billed.ts'

/**
 * What of a project is to be invoiced on a day: each milestone whose day has come and that is on no invoice; of one
 * that is, what its amount has changed by. From the day of the first that was billed here, or from the month before
 * today's on: earlier ones were billed elsewhere. A milestone that was billed and taken out of the project since
 * needs a credit note: nothing says that its work was not done.
 */
export function milestoneLines({ id, milestones }: Project, billed: Billed, day: Day): DueLine[] {
  const lastMonth = firstDayOf(addToMonth(monthOf(day), -1))
  const since = billed.since !== null && billed.since < lastMonth ? billed.since : lastMonth
  return milestones.flatMap(({ id: milestoneId, on, amount }) => {
    const of = { engagementId: id, period: on, milestoneId }
    const before = sumOfKinds(billed.milestones.get(milestoneId))
    if (before !== 0) return amount === before ? [] : [adjustment(of, minor(amount - before))]
    const isDue = on <= day && on >= since && amount !== 0
    return isDue ? [{ ...of, kind: 'milestone', ...once(amount) }] : []
  })
}
