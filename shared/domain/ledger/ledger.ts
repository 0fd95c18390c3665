import type { Day } from '../../kernel/day.ts'
import type { Agreement } from '../../model/agreement.ts'
import { finalIndex, periodOn, periodsUntil } from '../periods.ts'
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
 * @param from what came before the period that this day lies in is not asked for, and left out where it can be
 */
export function courseOf(agreement: Agreement, done: Done, asOf: Day, from?: Day): Step[] {
  const steps: Step[] = []
  const last = finalIndex(agreement) ?? Infinity
  const known = from === undefined ? null : knownAt(agreement, done, from)
  let before = known?.handed ?? nothing
  for (const period of periodsUntil(agreement, asOf, known?.index)) {
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

/** Where the fold can begin, for someone who asks for nothing before the period of a day. */
function knownAt(agreement: Agreement, { stood }: Done, from: Day): { index: number; handed: Handed } | null {
  if (stood?.agreement !== agreement || stood.start > from) return null
  const period = periodOn(agreement, stood.start)
  return period?.start === stood.start ? { index: period.index, handed: stood.handed } : null
}

/** The ledger of the periods that start on or before a day, oldest first. */
export const ledger = (agreement: Agreement, done: Done, asOf: Day): LedgerRow[] =>
  courseOf(agreement, done, asOf).map(({ row }) => row)
