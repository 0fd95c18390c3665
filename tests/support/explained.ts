import { explain } from '#shared/domain/ledger/explain/explain.ts'
import type { Explained, Figure } from '#shared/domain/ledger/explain/reason.ts'
import { ledger, type Done, type LedgerRow } from '#shared/domain/ledger/ledger.ts'
import { day } from '#shared/kernel/day.ts'
import type { Zone } from '#shared/kernel/instant.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import type { Delivery } from '#shared/model/delivery.ts'
import type { SpanEntry, TimeEntry } from '#shared/model/entry.ts'
import { agreement, daysFrom, instant, ROME, testId } from './agreements.ts'
import { printExplained } from './print-explained.ts'
import { sourcesFrom } from './sources.ts'

/** Work with its hours, on no engagement. */
export const span = (index: number, start: string, end: string, billable = true): SpanEntry => ({
  id: testId(index),
  engagementId: null,
  note: '',
  tags: [],
  billable,
  start: instant(start),
  end: instant(end),
})

export const delivery = (index: number, on: string, count: number, perkId?: string): Delivery => ({
  id: testId(index),
  engagementId: testId(0),
  day: day(on),
  units: count,
  note: '',
  ...(perkId === undefined ? {} : { perkId }),
})

interface Given {
  readonly entries?: readonly TimeEntry[]
  /** false: they are not in memory when a row is explained. */
  readonly isLoaded?: boolean
  readonly deliveries?: readonly Delivery[]
  readonly closings?: Done['closings']
  readonly zone?: Zone
}

/** A ledger of the worked examples' agreement with other terms, of which each figure can be asked for its tree. */
export function ledgerOf(terms: Partial<Agreement>, asOf: string, given: Given = {}) {
  const { entries = [], isLoaded = true, deliveries = [], closings, zone = ROME } = given
  const agreed = agreement(terms)
  const done: Done = { days: daysFrom(entries, agreed, zone), deliveries, ...(closings && { closings }) }
  const rows = ledger(agreed, done, day(asOf))
  const sources = sourcesFrom({ days: done.days, zone, entries: isLoaded ? entries : null, deliveries })
  const rowAt = (index: number): LedgerRow => {
    const row = rows.at(index)
    if (!row) throw new Error(`no row ${index}`)
    return row
  }
  const tree = (figure: Figure, index = -1): Explained => explain(agreed, rowAt(index), figure, sources)
  return {
    agreed,
    done,
    rowAt,
    tree,
    print: (figure: Figure, index?: number): string => printExplained(tree(figure, index), agreed.basis),
  }
}
