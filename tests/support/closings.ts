import { closingOf } from '#shared/domain/ledger/closing.ts'
import type { Done } from '#shared/domain/ledger/ledger.ts'
import { periodOn } from '#shared/domain/periods.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { closingSchema, type Closing } from '#shared/model/closing.ts'
import { testId } from './agreements.ts'

/** The first `count` periods of an agreement closed one after the other, through the file format and back. */
export function closed(agreement: Agreement, done: Done, count: number): Map<Day, Closing> {
  const closings = new Map<Day, Closing>()
  let start = agreement.startsOn
  while (closings.size < count) {
    const period = periodOn(agreement, start)
    const kept = closingOf(agreement, { ...done, closings }, start)
    if (!period || !kept) break
    const own = { id: testId(closings.size), engagementId: testId(0), start, end: period.end }
    const written = JSON.stringify({ ...own, closedAt: `${period.end}T08:00:00Z`, ...kept })
    closings.set(start, closingSchema.parse(JSON.parse(written)))
    start = period.end
  }
  return closings
}
