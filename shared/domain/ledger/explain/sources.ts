import type { Day } from '../../../kernel/day.ts'
import type { Zone } from '../../../kernel/instant.ts'
import type { Agreement } from '../../../model/agreement.ts'
import type { Delivery } from '../../../model/delivery.ts'
import type { TimeEntry } from '../../../model/entry.ts'
import type { ByDay } from '../../totals.ts'
import type { LedgerRow } from '../row.ts'

/** What a row is explained from, all of one engagement and asked by day: nobody goes through the history for one row. */
export interface Sources {
  readonly zone: Zone
  /** The totals that the ledger ran on. */
  readonly days: ByDay
  /**
   * The entries that have a part in a day, in the order in which they are to be told; null where they are not in
   * memory. A timer that is in the totals has to be here with an end, or its time is `unlisted`.
   */
  readonly entriesOn: (day: Day) => readonly TimeEntry[] | null
  /** What was handed over on a day. */
  readonly deliveriesOn: (day: Day) => readonly Pick<Delivery, 'id' | 'day' | 'units' | 'perkId'>[]
}

/** A row that is being explained, with all that explains it. */
export interface Opened {
  readonly agreement: Agreement
  readonly row: LedgerRow
  readonly sources: Sources
}
