import type { LedgerRow } from './row.ts'
import type { Day } from '../../kernel/day.ts'
import type { Agreement } from '../../model/agreement.ts'

/** A row's figures as they are shown: whole minutes, in seconds; units of deliverables. */
export type ShownRow = Pick<
  LedgerRow,
  'opening' | 'granted' | 'used' | 'overage' | 'expired' | 'dropped' | 'carriedOut'
>

const toMinute = (seconds: number): number => Math.floor(seconds / 60) * 60

/** An amount as it is shown: time to the minute, units whole as they are. */
export const shownAmount = (basis: Agreement['basis'], amount: number): number =>
  basis === 'deliverables' ? amount : toMinute(amount)

/**
 * A row to the minute, so that what goes in still equals what comes out: each figure is the step between two levels
 * that were cut to the minute, in the order in which a row's moves leave them. What is left is never shown early, and
 * what one row carries out is what the next one opens with, but for what has changed in closed months since.
 */
export function shownRow(row: LedgerRow, basis: Agreement['basis']): ShownRow {
  const cut = (amount: number): number => shownAmount(basis, amount)
  const came = row.opening + row.adjusted
  const opening = cut(came)
  const full = cut(came + row.granted)
  const worked = cut(came + row.granted - row.used)
  const covered = cut(came + row.granted - row.used + row.overage)
  const kept = cut(row.carriedOut + row.dropped)
  const carriedOut = cut(row.carriedOut)
  return {
    opening,
    granted: full - opening,
    used: full - worked,
    overage: covered - worked,
    expired: covered - kept,
    dropped: kept - carriedOut,
    carriedOut,
  }
}

/** A month that still runs has lost nothing and carried nothing yet: what is left of it is all still there. */
export function openRow(row: LedgerRow, basis: Agreement['basis']): ShownRow {
  const shown = shownRow(row, basis)
  const { expired, dropped, carriedOut } = shown
  return { ...shown, expired: 0, dropped: 0, carriedOut: expired + dropped + carriedOut }
}

/** Several rows as one: it opens as the first, with what was adjusted since, and carries out what the last does. */
export function totalOf(rows: readonly LedgerRow[], basis: Agreement['basis'], today: Day): ShownRow {
  const shown = rows.map((row) => (row.period.end > today ? openRow(row, basis) : shownRow(row, basis)))
  const sum = (figure: keyof ShownRow): number => shown.reduce((all, row) => all + row[figure], 0)
  const adjusted = shown
    .slice(1)
    .reduce((all, row, index) => all + row.opening - shownAmount(basis, rows[index + 1]?.opening ?? 0), 0)
  return {
    opening: (shown[0]?.opening ?? 0) + adjusted,
    granted: sum('granted'),
    used: sum('used'),
    overage: sum('overage'),
    expired: sum('expired'),
    dropped: sum('dropped'),
    carriedOut: shown.at(-1)?.carriedOut ?? 0,
  }
}
