import { addToMonth, firstDayOf, monthOf, type Day } from '../../kernel/day.ts'
import type { Project } from '../../model/engagement.ts'
import { amountOf, broughtTo, once, type Billed, type DueLine } from './billed.ts'

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
    const before = billed.milestones.get(milestoneId)
    const isBilled = amountOf(before, 'milestone') !== 0
    const isDue = on <= day && (before !== undefined || on >= since)
    const lines = isDue && amount !== 0 ? [{ ...of, kind: 'milestone' as const, ...once(amount) }] : []
    return broughtTo(isBilled || isDue ? amount : 0, of, lines, before)
  })
}
