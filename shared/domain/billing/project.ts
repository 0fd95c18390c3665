import type { Day } from '../../kernel/day.ts'
import type { Project } from '../../model/engagement.ts'
import { isBilledHere } from './billed-from.ts'
import { amountOf, broughtTo, once, type Billed, type DueLine } from './billed.ts'

/**
 * What of a project is to be invoiced on a day: each milestone whose day has come, that is billed here (billed-from.ts)
 * and on no invoice; of one that is, what its amount has changed by. A milestone that was billed and taken out of the
 * project since needs a credit note: nothing says that its work was not done.
 */
export function milestoneLines(project: Project, billed: Billed, day: Day): DueLine[] {
  const { id, milestones } = project
  return milestones.flatMap(({ id: milestoneId, on, amount }) => {
    const of = { engagementId: id, period: on, milestoneId }
    const before = billed.milestones.get(milestoneId)
    const isBilled = amountOf(before, 'milestone') !== 0
    const isDue = on <= day && isBilledHere(project, on, before, day)
    const lines = isDue && amount !== 0 ? [{ ...of, kind: 'milestone' as const, ...once(amount) }] : []
    return broughtTo(isBilled || isDue ? amount : 0, of, lines, before)
  })
}
