import type { z } from 'zod'
import type { Month } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { clientSchema } from './client.ts'
import { closingSchema } from './closing.ts'
import { deliverySchema } from './delivery.ts'
import { engagementSchema } from './engagement.ts'
import { entrySchema } from './entry.ts'
import { exchangeRateSchema } from './exchange-rate.ts'
import { gapSchema } from './gap.ts'
import { invoiceSchema } from './invoice.ts'
import { paymentSchema } from './payment.ts'
import { preferencesSchema } from './preferences.ts'

/** The format that this version writes (persistence.md, Formats and migrations). */
export const FORMAT = 1

/** The tables are the file format: one JSON file a table, invoices one a year, entries one a month. */
export const tableSchemas = {
  preferences: preferencesSchema,
  clients: clientSchema,
  engagements: engagementSchema,
  deliveries: deliverySchema,
  closings: closingSchema,
  invoices: invoiceSchema,
  payments: paymentSchema,
  exchangeRates: exchangeRateSchema,
  gaps: gapSchema,
  entries: entrySchema,
} as const

export type TableName = keyof typeof tableSchemas
export type RecordOf<Name extends TableName> = z.infer<(typeof tableSchemas)[Name]>
export type AnyRecord = RecordOf<TableName>
export const tableNames = Object.keys(tableSchemas) as TableName[]

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

export const holdsMonth = (workspace: Workspace, month: Month): boolean =>
  workspace.months === 'all' || workspace.months.has(month)
