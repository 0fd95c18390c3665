import type { Day } from '../../kernel/day.ts'
import type { Agreement } from '../../model/agreement.ts'
import { finalIndex, periodsUntil } from '../periods.ts'
import { closePeriod } from './close-period.ts'
import { closedRow, handedBy, saidBy, within } from './closed-row.ts'
import type { Done, Handed, LedgerRow } from './row.ts'

export type { Done, LedgerRow } from './row.ts'

/** A period in the ledger's course. */
export interface Step {
  /** What it was handed. */
  readonly before: Handed
  /** What is shown of it: of a closed one what was reported. */
  readonly row: LedgerRow
  /** What it comes to, whatever was reported. */
  readonly now: LedgerRow
  readonly handed: Handed
}

/** Before the first period there is nothing. */
const nothing: Handed = { lots: [], borrowed: 0 }

/**
 * The fold over the periods that start on or before a day, oldest first. The row of a closed one is what was reported
 * (domain.md, Closing a month). What has changed in it since is worked out on the terms that it had: what it hands on
 * for that, beyond what it was reported to, is the next period's `adjusted`. So a change is felt where it would have
 * been felt had it been known in time, through any number of closed periods, and no hour is granted or used twice.
 */
export function courseOf(agreement: Agreement, done: Done, asOf: Day): Step[] {
  const steps: Step[] = []
  const last = finalIndex(agreement) ?? Infinity
  let before = nothing
  for (const period of periodsUntil(agreement, asOf)) {
    const closing = done.closings?.get(period.start)
    const row = closing && closedRow(closing, period)
    // Only a closed period hands on what it was to have before an end was agreed on; the others know of it.
    if (!row && before.reported) before = within(before, last)
    const now = closePeriod(agreement, period, last, before, done, row && saidBy(row))
    const handed = closing ? { ...now.handed, reported: handedBy(closing) } : now.handed
    steps.push({ before, row: row ?? now.row, now: now.row, handed })
    before = handed
  }
  return steps
}

/** The ledger of the periods that start on or before a day, oldest first. */
export const ledger = (agreement: Agreement, done: Done, asOf: Day): LedgerRow[] =>
  courseOf(agreement, done, asOf).map(({ row }) => row)
