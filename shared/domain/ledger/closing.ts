import type { Day } from '../../kernel/day.ts'
import type { Agreement } from '../../model/agreement.ts'
import type { Closing } from '../../model/closing.ts'
import { finalIndex, periodOn, periodsUntil, type Period } from '../periods.ts'
import { closePeriod } from './close-period.ts'
import { closedRow, handedBy, snapshotOf } from './closed-row.ts'
import { ledger } from './ledger.ts'
import type { Done, Handed, LedgerRow } from './row.ts'

type Snapshot = ReturnType<typeof snapshotOf>

/**
 * What closing the period that begins on `start` would keep (domain.md, Closing a month). Null where no period begins
 * on that day, where an earlier one is still open (what it hands on could change yet), or where it is closed already.
 */
export function closingOf(agreement: Agreement, done: Done, start: Day): Snapshot | null {
  const last = finalIndex(agreement) ?? Infinity
  let handed: Handed = { lots: [], borrowed: 0 }
  for (const period of periodsUntil(agreement, start)) {
    const closing = done.closings?.get(period.start)
    if (closing) handed = handedBy(closing, last)
    else if (period.start !== start) return null
    else {
      const step = closePeriod(agreement, period, last, handed, done)
      return snapshotOf(step.row, step.handed)
    }
  }
  return null
}

/** The figures of a row that later changes can move. Amounts as in the row; the rate is derived from them. */
export const adjustable = [
  'granted',
  'used',
  'overage',
  'expired',
  'dropped',
  'carriedOut',
  'worked',
  'fee',
  'topUpAmount',
  'overageAmount',
] as const
export type Adjustable = (typeof adjustable)[number]

/** What a closed period would say now beyond what it said when it was closed; nothing where it is all the same. */
export interface Adjustment {
  readonly closing: Closing
  /** Only figures that differ; now less then. */
  readonly by: Readonly<Partial<Record<Adjustable, number>>>
  /** Minor units that the client owes beyond what was reported; negative where it is owed back. */
  readonly amount: number
}

/**
 * The later changes to closed periods (domain.md: "a later change to that period shows as an adjustment against it").
 * Each period is worked out again with what it was handed at the time, and with what it borrowed of the next, so that a
 * change shows once, in its own period.
 */
export function adjustments(agreement: Agreement, done: Done): Adjustment[] {
  return [...(done.closings?.values() ?? [])]
    .toSorted((a, b) => (a.start < b.start ? -1 : 1))
    .flatMap((closing) => adjustmentOf(agreement, done, closing) ?? [])
}

function adjustmentOf(agreement: Agreement, done: Done, closing: Closing): Adjustment | null {
  const period = periodOn(agreement, closing.start)
  if (!period) return null
  const by = differences(closedRow(closing, period), rowNow(agreement, done, closing, period))
  if (Object.keys(by).length === 0) return null
  return { closing, by, amount: (by.fee ?? 0) + (by.topUpAmount ?? 0) + (by.overageAmount ?? 0) }
}

/** What a closed period would say if it was closed today. */
function rowNow(agreement: Agreement, done: Done, closing: Closing, period: Period): LedgerRow {
  const then = closedRow(closing, period)
  const before = { lots: then.lots.filter((lot) => lot.period < period.index), borrowed: then.repaid }
  // No less than it took; no more where it took all there was, and the rest was billed.
  const lends = (granted: number): number => (then.overage > 0 ? then.borrowed : Math.max(granted, then.borrowed))
  return closePeriod(agreement, period, finalIndex(agreement) ?? Infinity, before, done, lends).row
}

/**
 * The ledger with the adjustments in it: what each period comes to, whatever was reported. So what is earned is what is
 * billed in the end, and stands over all the hours that were worked for it.
 */
export const adjustedLedger = (agreement: Agreement, done: Done, asOf: Day): LedgerRow[] =>
  ledger(agreement, done, asOf).map((row) => {
    const closing = done.closings?.get(row.period.start)
    return closing ? rowNow(agreement, done, closing, row.period) : row
  })

function differences(then: LedgerRow, now: LedgerRow): Partial<Record<Adjustable, number>> {
  const by: Partial<Record<Adjustable, number>> = {}
  for (const figure of adjustable) if (now[figure] !== then[figure]) by[figure] = now[figure] - then[figure]
  return by
}

/** A period before and after another one was opened again. */
export interface Reopened {
  readonly before: LedgerRow
  readonly after: LedgerRow
}

/**
 * What opening the period that begins on `start` again would change, in itself and in later ones, up to `asOf`; before
 * anything is kept. Later closed periods stay as they are: only the last closed one is opened.
 */
export function reopening(agreement: Agreement, done: Done, start: Day, asOf: Day): Reopened[] {
  const closings = new Map(done.closings)
  closings.delete(start)
  const after = ledger(agreement, { ...done, closings }, asOf)
  return ledger(agreement, done, asOf).flatMap((before, index) => {
    const row = after[index]
    return row && Object.keys(differences(before, row)).length > 0 ? [{ before, after: row }] : []
  })
}
