import type { Day } from '../../kernel/day.ts'
import type { Agreement } from '../../model/agreement.ts'
import { finalIndex, periodsUntil } from '../periods.ts'
import { closePeriod } from './close-period.ts'
import { closedRow, handedBy } from './closed-row.ts'
import type { Done, Handed, LedgerRow } from './row.ts'

export type { Done, LedgerRow } from './row.ts'

/** Before the first period there is nothing. */
const nothing: Handed = { lots: [], borrowed: 0 }

/**
 * The ledger of the periods that start on or before a day: a fold over them, oldest first. A closed period is not
 * worked out again: it is what was reported, and hands on what was said then (domain.md, Closing a month).
 */
export function ledger(agreement: Agreement, done: Done, asOf: Day): LedgerRow[] {
  const rows: LedgerRow[] = []
  const last = finalIndex(agreement) ?? Infinity
  let handed = nothing
  for (const period of periodsUntil(agreement, asOf)) {
    const closing = done.closings?.get(period.start)
    if (closing) {
      rows.push(closedRow(closing, period))
      handed = handedBy(closing, last)
    } else {
      const step = closePeriod(agreement, period, last, handed, done)
      rows.push(step.row)
      handed = step.handed
    }
  }
  return rows
}
