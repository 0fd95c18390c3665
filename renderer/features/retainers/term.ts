import { termAt } from '#shared/domain/term.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Retainer } from '#shared/model/engagement.ts'

export { termAt, versionOn, type Term } from '#shared/domain/term.ts'

export type Group = 'active' | 'proposed' | 'drafts' | 'ended'

/** Where a retainer is listed. One that was signed ends by its term, without anyone saying so. */
export function groupOf(retainer: Retainer, today: Day): Group {
  if (retainer.archived || retainer.status === 'ended' || retainer.status === 'declined') return 'ended'
  if (retainer.status === 'draft') return 'drafts'
  if (retainer.status === 'proposed') return 'proposed'
  return termAt(retainer.agreement, today).phase === 'over' ? 'ended' : 'active'
}
