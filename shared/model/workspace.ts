import type { z } from 'zod'
import type { Month } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import type { tableSchemas } from './tables.ts'

/** The format that this version writes (persistence.md, Formats and migrations). */
export const FORMAT = 2

export type TableName = keyof typeof tableSchemas
export type RecordOf<Name extends TableName> = z.infer<(typeof tableSchemas)[Name]>
export type AnyRecord = RecordOf<TableName>

/**
 * All that is known, by table and id. Records are never changed, only replaced; the maps are changed by `apply` in
 * change.ts alone. `months` are those whose entries are in memory: older ones are read when something asks.
 */
export interface Workspace {
  readonly tables: { readonly [Name in TableName]: Map<Id, RecordOf<Name>> }
  readonly months: Set<Month> | 'all'
}

export const emptyWorkspace = (months: Workspace['months']): Workspace => ({
  tables: {
    preferences: new Map(),
    clients: new Map(),
    engagements: new Map(),
    deliveries: new Map(),
    closings: new Map(),
    invoices: new Map(),
    payments: new Map(),
    exchangeRates: new Map(),
    gaps: new Map(),
    entries: new Map(),
  },
  months,
})

export const tableNames = Object.keys(emptyWorkspace('all').tables) as TableName[]

export const holdsMonth = (workspace: Workspace, month: Month): boolean =>
  workspace.months === 'all' || workspace.months.has(month)
