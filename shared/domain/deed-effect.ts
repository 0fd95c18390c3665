import { addMonths, addDays, type Day } from '../kernel/day.ts'
import { minor, sumOf, type Minor } from '../kernel/units.ts'
import type { Agreement } from '../model/agreement.ts'
import { ledger, type Done, type LedgerRow } from './ledger/ledger.ts'
import { periodsUntil, termsOf } from './periods.ts'
import { termAt } from './term.ts'

/** A figure as it is, and as it would be. */
export interface Turn<Value> {
  readonly before: Value
  readonly after: Value
}

/** What a deed would do to an agreement, to be read before it is done. */
export interface DeedEffect {
  /** Left to use in the period that today lies in, in seconds (deliverables: units); null where none holds today. */
  readonly left: Turn<number> | null
  /** What the period that today lies in comes to, in minor units; null where none holds today. */
  readonly fee: Turn<Minor> | null
  /** Past what is included in it, as far as it has come. */
  readonly overage: Turn<Minor> | null
  /** The same of the periods before that which would come to another fee or overage; null where none would. */
  readonly earlier: { readonly fee: Turn<Minor>; readonly overage: Turn<Minor> } | null
  /** Fees of the periods that begin within twelve months from today on, in minor units. */
  readonly feesAhead: Turn<Minor>
  /** The last day of the term; null while it stays open. */
  readonly lastDay: Turn<Day | null>
}

export function deedEffect(before: Agreement, after: Agreement, done: Done, today: Day): DeedEffect {
  const [wasRows, isRows] = [begunRows(before, done, today), begunRows(after, done, today)]
  const was = wasRows.at(-1)
  const now = was && was.period.end > today ? was : null
  const last = isRows.at(-1) ?? null
  const then = last?.period.index === now?.period.index ? last : null
  const turn = <Value>(of: (row: LedgerRow) => Value, otherwise: Value): Turn<Value> | null =>
    now && { before: of(now), after: then ? of(then) : otherwise }
  return {
    left: then && then.period.end > today ? turn(leftOf, 0) : null,
    fee: turn((row) => row.fee, minor(0)),
    overage: turn((row) => row.overageAmount, minor(0)),
    earlier: earlierOf(now ? wasRows.slice(0, -1) : wasRows, isRows),
    feesAhead: { before: feesAhead(before, today), after: feesAhead(after, today) },
    lastDay: { before: termAt(before, today).lastDay, after: termAt(after, today).lastDay },
  }
}

/**
 * What the next term would bring: its fees come to those ahead, and the last day is its own. What is left now stays.
 * @param next the agreement that would follow
 */
export function renewalEffect(before: Agreement, next: Agreement, today: Day): DeedEffect {
  const fees = feesAhead(before, today)
  return {
    left: null,
    fee: null,
    overage: null,
    earlier: null,
    feesAhead: { before: fees, after: minor(fees + feesAhead(next, today)) },
    lastDay: { before: termAt(before, today).lastDay, after: termAt(next, next.startsOn).lastDay },
  }
}

/** The periods that have begun. */
const begunRows = (agreement: Agreement, done: Done, today: Day): LedgerRow[] =>
  ledger(agreement, done, today).filter(({ period }) => period.start <= today)

/** What is dated back changes what periods that are over come to, each of which may still be open. */
function earlierOf(was: readonly LedgerRow[], is: readonly LedgerRow[]): DeedEffect['earlier'] {
  const later = new Map(is.map((row) => [row.period.index, row]))
  const changed = was
    .map((row) => ({ row, now: later.get(row.period.index) }))
    .filter(({ row, now }) => row.fee !== now?.fee || row.overageAmount !== now.overageAmount)
  if (changed.length === 0) return null
  const turn = (of: (row: LedgerRow) => Minor): Turn<Minor> => ({
    before: minor(sumOf(changed, ({ row }) => of(row))),
    after: minor(sumOf(changed, ({ now }) => (now ? of(now) : 0))),
  })
  return { fee: turn((row) => row.fee), overage: turn((row) => row.overageAmount) }
}

const leftOf = (row: LedgerRow): number => Math.max(0, row.opening + row.adjusted + row.granted - row.used)

function feesAhead(agreement: Agreement, today: Day): Minor {
  const horizon = addDays(addMonths(today, 12), -1)
  const ahead = periodsUntil(agreement, horizon).filter(({ start }) => start >= today)
  return minor(sumOf(ahead, (period) => termsOf(agreement, period).fee))
}
