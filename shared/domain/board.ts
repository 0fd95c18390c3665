import { addDays, type Day } from '../kernel/day.ts'
import type { Retainer } from '../model/engagement.ts'
import { TALK_DAYS, termAt } from './term.ts'

/** The columns of the retainer board, in the order in which an agreement goes through them. */
export const boardColumns = ['draft', 'proposed', 'active', 'ending', 'ended', 'declined'] as const
export type BoardColumn = (typeof boardColumns)[number]

/**
 * Where a retainer stands (domain.md, Status): what is stored, and of a signed one what follows from today: *ending
 * soon* is one that ends for good and should be talked about by now.
 */
export function columnOf({ status, agreement }: Retainer, today: Day): BoardColumn {
  if (status !== 'active') return status
  const { phase, atEnd, noticeBy } = termAt(agreement, today)
  if (phase === 'over') return 'ended'
  const isNear = noticeBy !== null && today >= addDays(noticeBy, -TALK_DAYS)
  return phase === 'running' && atEnd === 'ends' && isNear ? 'ending' : 'active'
}

/** The status to which a retainer goes one step on or back from its column; null where there is none. */
export function stepFrom(column: BoardColumn, by: 1 | -1): Retainer['status'] | null {
  const steps: readonly Retainer['status'][] = ['draft', 'proposed', 'active', 'ended']
  // Who declined is asked once more.
  if (column === 'declined') return by === -1 ? 'proposed' : null
  const at = steps.indexOf(column === 'ending' ? 'active' : column)
  return steps[at + by] ?? null
}
