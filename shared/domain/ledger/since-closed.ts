import type { Day } from '../../kernel/day.ts'
import type { Agreement } from '../../model/agreement.ts'
import { adjustable } from './closing.ts'
import { courseOf } from './ledger.ts'
import type { Done, LedgerRow } from './row.ts'

/**
 * What closed periods come to by now, where that is otherwise than what was reported of them (domain.md, The period
 * ledger: "a later change to that period shows as an adjustment against it"), by their first day.
 */
export function sinceClosed(agreement: Agreement, done: Done, asOf: Day): ReadonlyMap<Day, LedgerRow> {
  if (!done.closings?.size) return new Map()
  return new Map(
    courseOf(agreement, done, asOf).flatMap(({ row, now }) =>
      row.isClosed && adjustable.some((figure) => row[figure] !== now[figure])
        ? [[row.period.start, now] as const]
        : [],
    ),
  )
}
